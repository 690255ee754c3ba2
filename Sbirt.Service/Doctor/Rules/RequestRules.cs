using System.Text.Json;

namespace Sbirt.Service.Doctor.Rules;

/// <summary>What a record system sends when it calls a hook: header fields, authorization, context, prefetch.</summary>
internal static class RequestRules
{
    public static void Check(PlacedValue root, DoctorNotes notes)
    {
        var hook = notes.Text("request-hook", root, "hook");
        if (hook is not null)
        {
            HookName.Check(hook, root["hook"]!, notes);
        }

        if (notes.Text("request-instance", root, "hookInstance") is { } instance && !Guid.TryParseExact(instance, "D", out _))
        {
            notes.Add("request-instance", root["hookInstance"]!, "「hookInstance」は UUID です。", "\"hookInstance\" has to be a UUID.");
        }

        CheckServer(root, notes);
        CheckContext(root, hook, notes);
        CheckPrefetch(root, notes);
    }

    private static void CheckServer(PlacedValue root, DoctorNotes notes)
    {
        if (root["fhirServer"] is { } server)
        {
            notes.Url("request-server", root, "fhirServer");
            if (server.Text.StartsWith("http:", StringComparison.OrdinalIgnoreCase))
            {
                notes.Add("request-server-https", server, "本番では https が要ります。", "In production this has to be https.");
            }
        }

        if (root["fhirAuthorization"] is not { } authorization || !notes.IsObject("request-authorization", authorization))
        {
            return;
        }

        if (root["fhirServer"] is null)
        {
            notes.Add("cds-r-1", authorization, "fhirAuthorization があるときは fhirServer も要ります。", "With fhirAuthorization there has to be a fhirServer.");
        }

        notes.Text("request-authorization", authorization, "access_token");
        notes.Word("request-authorization", authorization, "token_type", "Bearer");
        notes.Text("request-authorization", authorization, "subject");
        if (authorization["expires_in"]?.Kind != JsonValueKind.Number)
        {
            notes.Add("request-authorization", authorization["expires_in"] ?? authorization, "「expires_in」は秒数です。", "\"expires_in\" has to be a number of seconds.");
        }

        if (notes.Text("request-authorization", authorization, "scope") is { } scope
            && scope.Contains("patient/", StringComparison.Ordinal)
            && authorization["patient"] is null)
        {
            notes.Add("cds-r-2", authorization, "patient/ のスコープには「patient」を添えます。", "With patient/ scopes \"patient\" should be given.");
        }
    }

    private static void CheckContext(PlacedValue root, string? hook, DoctorNotes notes)
    {
        if (root["context"] is not { } context)
        {
            notes.Add("request-context", root, "「context」がありません。", "\"context\" is missing.");
            return;
        }

        if (!notes.IsObject("request-context", context))
        {
            return;
        }

        var required = (hook is null ? null : RequirementTable.ContextOf(hook)) ?? [];
        foreach (var name in required.Where(name => context[name] is null))
        {
            notes.Add("request-context", context, $"このフックには「{name}」が要ります。", $"This hook requires \"{name}\".");
        }

        foreach (var name in new[] { "patientId", "encounterId" })
        {
            CheckId(context, name, isPlain: true, notes);
        }

        CheckId(context, "userId", isPlain: false, notes);
    }

    private static void CheckId(PlacedValue context, string name, bool isPlain, DoctorNotes notes)
    {
        if (context[name] is not { } id)
        {
            return;
        }

        if (notes.Text("request-context", context, name) is { } text && text.Contains('/', StringComparison.Ordinal) == isPlain)
        {
            var (ja, en) = isPlain ? ("型のない id です", "a plain id without its type") : ("型/id です", "[type]/[id]");
            notes.Add("request-ids", id, $"「{name}」は{ja}。", $"\"{name}\" should be {en}.");
        }
    }

    private static void CheckPrefetch(PlacedValue root, DoctorNotes notes)
    {
        if (root["prefetch"] is not { } prefetch || !notes.IsObject("request-prefetch", prefetch))
        {
            return;
        }

        foreach (var value in prefetch.Members.Where(value => value.Kind != JsonValueKind.Null && value["resourceType"] is null))
        {
            notes.Add("request-prefetch", value, "FHIR リソースでも null でもありません。", "This is neither a FHIR resource nor null.");
        }
    }
}
