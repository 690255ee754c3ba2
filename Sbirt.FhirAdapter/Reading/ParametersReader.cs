using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Sbirt.Content;
using Sbirt.Content.Findings;
using Sbirt.Content.Interventions;
using Sbirt.Content.Languages;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>Reads the Parameters resource of <c>$assess</c>, each parameter once and of its kind.</summary>
internal sealed class ParametersReader(JsonElement body)
{
    private const int RulerEnd = 10;

    private readonly Dictionary<string, (JsonElement Parameter, string Path)> parameters = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Reason>.Builder refusals = ImmutableArray.CreateBuilder<Reason>();

    public Reading<AssessParameters> Read()
    {
        Gather();
        var responsePath = Path("questionnaire-response") + ".resource";
        var response = Resource("questionnaire-response", "QuestionnaireResponse");
        var read = new AssessParameters(
            response ?? default,
            responsePath,
            Resource("patient", "Patient"),
            Resource("questionnaire", "Questionnaire"),
            Text("pack"),
            LanguageTag.Parse(Text("lang")),
            Text("prefecture"),
            Rulers(),
            new Person(
                Pregnant: Truth("pregnant"),
                Driving: Truth("drives"),
                WithdrawalHistory: Truth("withdrawal-history"),
                TakesSedatives: Truth("takes-sedatives")));
        foreach (var (_, path) in parameters.Values)
        {
            refusals.Add(ParameterReasons.Unknown(path + ".name"));
        }

        if (response is null && refusals.Count == 0)
        {
            refusals.Add(ParameterReasons.NoResponse);
        }

        return refusals.Count == 0
            ? new Reading<AssessParameters>.Ok(read)
            : new Reading<AssessParameters>.Refused(refusals.ToImmutable());
    }

    private void Gather()
    {
        if (!body.TryGetProperty("parameter"u8, out var all))
        {
            return;
        }

        var index = 0;
        foreach (var parameter in all.EnumerateArray())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"Parameters.parameter[{index++}]");
            if (!parameters.TryAdd(parameter.TryGetProperty("name"u8, out var name) ? name.GetString()! : "", (parameter, path)))
            {
                refusals.Add(ParameterReasons.Repeated(path));
            }
        }
    }

    private string Path(string name) => parameters.TryGetValue(name, out var found) ? found.Path : "Parameters";

    private JsonElement? Resource(string name, string type)
    {
        if (!parameters.Remove(name, out var found))
        {
            return null;
        }

        if (found.Parameter.TryGetProperty("resource"u8, out var resource)
            && resource.TryGetProperty("resourceType"u8, out var actual)
            && actual.ValueEquals(type))
        {
            return resource;
        }

        refusals.Add(ParameterReasons.WrongKind(found.Path, "resource: " + type));
        return null;
    }

    private string? Text(string name)
    {
        if (!parameters.Remove(name, out var found))
        {
            return null;
        }

        foreach (var kind in (ReadOnlySpan<string>)["valueString", "valueCode", "valueCanonical", "valueUri"])
        {
            if (found.Parameter.TryGetProperty(kind, out var value))
            {
                return value.GetString();
            }
        }

        refusals.Add(ParameterReasons.WrongKind(found.Path, "valueString / valueCode"));
        return null;
    }

    private bool? Truth(string name)
    {
        if (!parameters.Remove(name, out var found))
        {
            return null;
        }

        if (found.Parameter.TryGetProperty("valueBoolean"u8, out var value))
        {
            return value.GetBoolean();
        }

        refusals.Add(ParameterReasons.WrongKind(found.Path, "valueBoolean"));
        return null;
    }

    private Readiness? Rulers()
    {
        var (importance, confidence) = (Ruler("importance"), Ruler("confidence"));
        return importance is null && confidence is null ? null : new Readiness(importance, confidence);
    }

    private int? Ruler(string name)
    {
        if (!parameters.Remove(name, out var found))
        {
            return null;
        }

        if (found.Parameter.TryGetProperty("valueInteger"u8, out var value)
            && value.TryGetInt32(out var number) && number is >= 0 and <= RulerEnd)
        {
            return number;
        }

        refusals.Add(ParameterReasons.WrongKind(found.Path, "valueInteger 0-10"));
        return null;
    }
}
