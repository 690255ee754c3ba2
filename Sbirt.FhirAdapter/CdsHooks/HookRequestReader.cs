using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sbirt.Content.Findings;

namespace Sbirt.FhirAdapter.CdsHooks;

/// <summary>Reads a hook call. Members that later versions or extensions add are passed over.</summary>
public static partial class HookRequestReader
{
    private const string PatientFolder = "Patient/";
    private const string EncounterFolder = "Encounter/";

    /// <summary>The call, or every reason against it.</summary>
    /// <param name="hooks">The hooks that the service called serves.</param>
    public static Reading<HookRequest> Read(JsonElement body, IReadOnlyCollection<string> hooks)
    {
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        var hook = Need(body, "hook", "hook", reasons);
        if (hook.Length > 0 && !hooks.Contains(hook))
        {
            reasons.Add(HookReasons.HookNotServed);
        }

        var instance = Need(body, "hookInstance", "hookInstance", reasons);
        var context = ObjectIn(body, "context");
        if (context is null)
        {
            reasons.Add(HookReasons.Missing("context"));
        }

        var patient = context is { } told ? PatientIn(told, reasons) : "";
        var server = Text(body, "fhirServer");
        if (server is null ? body.TryGetProperty("fhirServer"u8, out _) : !Uri.TryCreate(server, UriKind.Absolute, out _))
        {
            reasons.Add(HookReasons.Missing("fhirServer"));
        }

        var access = AccessIn(body);
        if (access is not null && server is null)
        {
            reasons.Add(HookReasons.ServerWithoutAddress);
        }

        return reasons.Count > 0
            ? new Reading<HookRequest>.Refused(reasons.ToImmutable())
            : new Reading<HookRequest>.Ok(new HookRequest(
                hook,
                instance,
                server is null ? null : new Uri(server),
                access,
                context!.Value,
                patient,
                Text(context.Value, "encounterId") is { } encounter ? Bare(encounter, EncounterFolder) : null,
                ObjectIn(body, "prefetch") ?? default));
    }

    /// <summary>True for what FHIR allows as a logical id (R4 datatypes, id), but for dots alone, which climb in a path.</summary>
    public static bool IsId(string id) => Id().IsMatch(id) && id.AsSpan().ContainsAnyExcept('.');

    private static string PatientIn(JsonElement context, ImmutableArray<Reason>.Builder reasons)
    {
        var id = Need(context, "patientId", "context.patientId", reasons);
        var bare = Bare(id, PatientFolder);
        if (id.Length > 0 && !IsId(bare))
        {
            reasons.Add(HookReasons.PatientIdWrong);
        }

        return bare;
    }

    private static string Bare(string id, string folder) => id.StartsWith(folder, StringComparison.Ordinal) ? id[folder.Length..] : id;

    private static HookAccess? AccessIn(JsonElement body) =>
        ObjectIn(body, "fhirAuthorization") is { } authorization && Text(authorization, "access_token") is { } token
            ? new HookAccess(token, Text(authorization, "scope") ?? "")
            : null;

    private static string Need(JsonElement element, string name, string path, ImmutableArray<Reason>.Builder reasons)
    {
        if (Text(element, name) is { } text)
        {
            return text;
        }

        reasons.Add(HookReasons.Missing(path));
        return "";
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static JsonElement? ObjectIn(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    [GeneratedRegex(@"^[A-Za-z0-9\-.]{1,64}\z", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Id();
}
