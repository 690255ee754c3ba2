using System.Collections.Frozen;
using Sbirt.Content.Instruments;
using Sbirt.FhirAdapter.Json;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>The published Questionnaires, written once at start.</summary>
public sealed class QuestionnaireCatalogue
{
    private readonly FrozenDictionary<string, Published> byId;
    private readonly IReadOnlyList<Published> all;

    public QuestionnaireCatalogue(IEnumerable<Instrument> instruments, string contentVersion)
    {
        ContentVersion = contentVersion;
        all = [.. instruments.Select(one => new Published(one.Id, one.Canonical, one.Version, QuestionnaireWriter.Write(one)))];
        byId = all.ToFrozenDictionary(one => one.Id, StringComparer.Ordinal);
    }

    /// <summary>Version of the content they were written from.</summary>
    public string ContentVersion { get; }

    /// <summary>The Questionnaire with this id, or null.</summary>
    public ReadOnlyMemory<byte>? Find(string id) => byId.TryGetValue(id, out var found) ? found.Json : (ReadOnlyMemory<byte>?)null;

    /// <summary>A searchset Bundle of those that match; a parameter that is null or empty matches all.</summary>
    /// <param name="url">Canonical URL, with <c>|version</c> if one is meant.</param>
    /// <param name="ids">One id, or several separated by commas.</param>
    public byte[] Search(string? url, string? ids, string baseUrl)
    {
        var wanted = string.IsNullOrEmpty(ids) ? null : ids.Split(',');
        var found = all
            .Where(one => string.IsNullOrEmpty(url) || url == one.Url || url == $"{one.Url}|{one.Version}")
            .Where(one => wanted is null || wanted.Contains(one.Id))
            .ToList();
        return FhirJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "Bundle");
            json.WriteString("type", "searchset");
            json.WriteNumber("total", found.Count);
            if (found.Count > 0)
            {
                json.WriteStartArray("entry");
                foreach (var one in found)
                {
                    json.WriteStartObject();
                    json.WriteString("fullUrl", $"{baseUrl}/Questionnaire/{one.Id}");
                    json.WritePropertyName("resource");
                    json.WriteRawValue(one.Json, skipInputValidation: true);
                    json.WriteStartObject("search");
                    json.WriteString("mode", "match");
                    json.WriteEndObject();
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        });
    }

    private sealed record Published(string Id, string Url, string Version, byte[] Json);
}
