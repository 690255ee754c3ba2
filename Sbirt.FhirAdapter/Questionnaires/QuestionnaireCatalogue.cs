using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.Content;
using Sbirt.Content.Instruments;
using Sbirt.FhirAdapter.Writing;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>
/// The published Questionnaires, written once, because they change only with the content: by id, by canonical
/// URL, or all.
/// </summary>
public sealed class QuestionnaireCatalogue
{
    private readonly ImmutableArray<(Instrument Instrument, byte[] Json)> questionnaires;
    private readonly FrozenDictionary<string, byte[]> byId;

    public QuestionnaireCatalogue(ContentLibrary content)
    {
        ContentVersion = content.Version;
        questionnaires = [.. content.Instruments.Instruments.Select(each => (each, QuestionnaireWriter.Write(each)))];
        byId = questionnaires.ToFrozenDictionary(each => each.Instrument.Id, each => each.Json, StringComparer.Ordinal);
    }

    /// <summary>The version of the content all of them were written from.</summary>
    public string ContentVersion { get; }

    /// <summary>The Questionnaire with this id, or null.</summary>
    public ReadOnlyMemory<byte>? Find(string id) => byId.TryGetValue(id, out var json) ? json : null;

    /// <summary>
    /// A <c>searchset</c> Bundle of those that fit; a parameter that is null leaves all in. The URL may carry a
    /// version (<c>url|version</c>).
    /// </summary>
    /// <param name="fhirBase">Address of the FHIR API without trailing slash, for <c>fullUrl</c>.</param>
    public ReadOnlyMemory<byte> Search(string? url, string? id, string fhirBase)
    {
        var found = questionnaires
            .Where(each => (id is null || each.Instrument.Id == id) && (url is null || IsNamed(each.Instrument, url)))
            .ToList();
        return FhirWriting.Object(json =>
        {
            json.WriteString("resourceType", "Bundle");
            json.WriteString("type", "searchset");
            json.WriteNumber("total", found.Count);
            if (found.Count > 0)
            {
                json.WriteStartArray("entry");
                foreach (var (instrument, content) in found)
                {
                    Entry(json, $"{fhirBase}/Questionnaire/{instrument.Id}", content);
                }

                json.WriteEndArray();
            }
        });
    }

    private static bool IsNamed(Instrument instrument, string url) =>
        url == instrument.Canonical || url == $"{instrument.Canonical}|{instrument.Version}";

    private static void Entry(Utf8JsonWriter json, string fullUrl, byte[] resource)
    {
        json.WriteStartObject();
        json.WriteString("fullUrl", fullUrl);
        json.WritePropertyName("resource");
        json.WriteRawValue(resource, skipInputValidation: true);
        json.WriteStartObject("search");
        json.WriteString("mode", "match");
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
