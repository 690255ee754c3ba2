using System.Globalization;
using System.Text.Json;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>
/// What a call of SDC's <c>$populate</c> brings: Parameters with <c>subject</c> (a Reference) and optionally
/// <c>questionnaire-response</c> (answers given before), <c>lang</c>, and SDC's <c>local</c>, which says nothing here.
/// </summary>
/// <param name="Subject">Reference to the person; null when not told.</param>
/// <param name="EarlierPath">FHIRPath of the earlier response in the body.</param>
public sealed record PopulateParameters(
    string? Subject = null, JsonElement? Earlier = null, string EarlierPath = "Parameters", Language? Language = null)
{
    private static readonly Localized Known = new(
        "この名前のパラメーターはありません。使えるのは subject、questionnaire-response、lang です。",
        "No parameter has this name. Known are subject, questionnaire-response and lang.");

    /// <summary>Reads the body of a call, or says which parameter is unknown, repeated or of the wrong kind.</summary>
    public static Reading<PopulateParameters> Read(JsonElement body)
    {
        if (!body.TryGetProperty("resourceType"u8, out var type) || !type.ValueEquals("Parameters"))
        {
            return Reading<PopulateParameters>.Refuse(ParameterReasons.WrongKind("resourceType", "Parameters"));
        }

        var read = new PopulateParameters();
        if (!body.TryGetProperty("parameter"u8, out var all))
        {
            return new Reading<PopulateParameters>.Ok(read);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var index = 0;
        foreach (var parameter in all.EnumerateArray())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"Parameters.parameter[{index++}]");
            var name = parameter.TryGetProperty("name"u8, out var given) ? given.GetString()! : "";
            if (!seen.Add(name))
            {
                return Reading<PopulateParameters>.Refuse(ParameterReasons.Repeated(path));
            }

            switch (read.With(name, parameter, path))
            {
                case Reading<PopulateParameters>.Ok { Value: var more }:
                    read = more;
                    break;
                case Reading<PopulateParameters>.Refused refused:
                    return refused;
            }
        }

        return new Reading<PopulateParameters>.Ok(read);
    }

    private Reading<PopulateParameters> With(string name, JsonElement parameter, string path) => name switch
    {
        "subject" => ReferenceOf(parameter) is { } subject
            ? new Reading<PopulateParameters>.Ok(this with { Subject = subject })
            : Reading<PopulateParameters>.Refuse(ParameterReasons.WrongKind(path, "valueReference")),
        "questionnaire-response" => ResponseOf(parameter) is { } response
            ? new Reading<PopulateParameters>.Ok(this with { Earlier = response, EarlierPath = path + ".resource" })
            : Reading<PopulateParameters>.Refuse(ParameterReasons.WrongKind(path, "resource: QuestionnaireResponse")),
        "lang" => Text(parameter) is { } tag
            ? new Reading<PopulateParameters>.Ok(this with { Language = LanguageTag.Parse(tag) })
            : Reading<PopulateParameters>.Refuse(ParameterReasons.WrongKind(path, "valueString / valueCode")),
        "local" => new Reading<PopulateParameters>.Ok(this),
        _ => Reading<PopulateParameters>.Refuse(new Reason("parameter-invalid", Known, path + ".name")),
    };

    private static string? ReferenceOf(JsonElement parameter) =>
        parameter.TryGetProperty("valueReference"u8, out var value) && value.TryGetProperty("reference"u8, out var reference)
            ? reference.GetString()
            : null;

    private static JsonElement? ResponseOf(JsonElement parameter) =>
        parameter.TryGetProperty("resource"u8, out var resource)
        && resource.TryGetProperty("resourceType"u8, out var type)
        && type.ValueEquals("QuestionnaireResponse")
            ? resource
            : null;

    private static string? Text(JsonElement parameter) =>
        parameter.TryGetProperty("valueString"u8, out var value) || parameter.TryGetProperty("valueCode"u8, out value)
            ? value.GetString()
            : null;
}
