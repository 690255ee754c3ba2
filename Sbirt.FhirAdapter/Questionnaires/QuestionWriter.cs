using System.Text.Json;
using Sbirt.Content.Codes;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Writing;
using static Sbirt.FhirAdapter.Questionnaires.SdcExtensions;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>Writes one question of an instrument as a Questionnaire item.</summary>
internal static class QuestionWriter
{
    internal static void Write(Utf8JsonWriter json, Item item, Instrument instrument, Language first)
    {
        json.WriteStartObject();
        if (item.Range is { } range)
        {
            json.WriteStartArray("extension");
            Limit(json, MinValue, range.Min);
            Limit(json, MaxValue, range.Max);
            json.WriteEndArray();
        }

        json.WriteString("linkId", item.LinkId);
        json.WriteStartArray("code");
        foreach (var code in item.Codes)
        {
            json.Coding(code);
        }

        json.Coding(new Code(CodeSystems.Items, item.LinkId, item.Label.In(first)));
        json.WriteEndArray();
        var number = item.LinkId[(item.LinkId.LastIndexOf('-') + 1)..];
        if (number.All(char.IsAsciiDigit))
        {
            json.WriteString("prefix", number);
        }

        Text(json, "text", item.Text, item.Label, first);
        json.WriteString("type", item.Kind == ItemKind.Choice ? "choice" : "integer");
        EnableWhen(json, item, instrument);
        json.WriteBoolean("required", item.Required && item.ZeroWhen is null);
        if (item.Options.Length > 0)
        {
            json.WriteStartArray("answerOption");
            foreach (var option in item.Options)
            {
                AnswerOption(json, option, first);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>The wording where it may be shipped in that language, else the neutral label.</summary>
    private static void Text(Utf8JsonWriter json, string name, Wording wording, Localized label, Language first)
    {
        var second = first == Language.Ja ? Language.En : Language.Ja;
        var other = wording.In(second) ?? (wording.In(first) is null ? label.In(second) : null);
        json.TextInBoth(name, wording.In(first) ?? label.In(first), other, second);
    }

    private static void EnableWhen(Utf8JsonWriter json, Item item, Instrument instrument)
    {
        if (EnableWhenRows.Of(item, instrument) is not { } rule)
        {
            return;
        }

        json.WriteStartArray("enableWhen");
        foreach (var row in rule.Rows)
        {
            json.WriteStartObject();
            json.WriteString("question", row.LinkId);
            json.WriteString("operator", row.Operator);
            if (row.Option is { } option)
            {
                json.WritePropertyName("answerCoding");
                json.Coding(new Code(CodeSystems.Answers, option.Code));
            }
            else if (row.Number is { } number)
            {
                json.WriteNumber("answerInteger", number);
            }
            else
            {
                json.WriteBoolean("answerBoolean", true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (rule.Rows.Length > 1)
        {
            json.WriteString("enableBehavior", rule.All ? "all" : "any");
        }
    }

    private static void AnswerOption(Utf8JsonWriter json, Option option, Language first)
    {
        // Points that differ by sex have no single weight: the calculated expression tells them apart.
        var weighs = option.ScoreBySex is null;
        json.WriteStartObject();
        if (weighs)
        {
            json.WriteStartArray("extension");
            json.Extension(ItemWeight, option.Score);
            json.WriteEndArray();
        }

        json.WriteStartObject("valueCoding");
        if (weighs)
        {
            json.WriteStartArray("extension");
            json.Extension(OrdinalValue, option.Score);
            json.WriteEndArray();
        }

        json.WriteString("system", CodeSystems.Answers);
        json.WriteString("code", option.Code);
        Text(json, "display", option.Text, new Localized(option.Code, option.Code), first);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Limit(Utf8JsonWriter json, string url, decimal value)
    {
        json.WriteStartObject();
        json.WriteString("url", url);
        json.WriteNumber("valueInteger", value);
        json.WriteEndObject();
    }
}
