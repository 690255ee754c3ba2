using System.Globalization;
using System.Text.Json;
using Sbirt.Content.Languages;
using Sbirt.Content.Rules;

namespace Sbirt.Service.Rules;

/// <summary>A rule as JSON, in the reader's language.</summary>
internal static class RuleJson
{
    public static void Write(Utf8JsonWriter json, PrintedRule rule, Language language)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("version", rule.Version);
        json.WriteString("title", rule.Title.In(language));
        json.WriteString("effective", rule.Effective.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteStartArray("cutOffs");
        foreach (var cutOff in rule.CutOffs)
        {
            json.WriteStartObject();
            json.WriteString("what", cutOff.What.In(language));
            json.WriteString("limit", cutOff.Limit.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("sources");
        foreach (var source in rule.Sources)
        {
            json.WriteStartObject();
            json.WriteString("cite", source.Cite);
            json.WriteString("certainty", source.Certainty.ToString().ToLowerInvariant());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (rule.Note is { } note)
        {
            json.WriteString("note", note.In(language));
        }

        json.WriteEndObject();
    }
}
