using System.Text.Json;
using Sbirt.Content.Codes;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Writing;
using static Sbirt.FhirAdapter.Questionnaires.SdcExtensions;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>
/// Publishes an instrument as an R4 Questionnaire with SDC's weights, skip rules, calculated scores and
/// translations, so that any SDC renderer asks it and computes the same score. Wording that may not be
/// shipped is replaced by the item's neutral label.
/// </summary>
public static class QuestionnaireWriter
{
    /// <summary>The Questionnaire as JSON; texts in the first language, the other one as translation.</summary>
    public static byte[] Write(Instrument instrument, Language first = Language.Ja) =>
        FhirWriting.Object(json => Root(json, instrument, first));

    private static void Root(Utf8JsonWriter json, Instrument instrument, Language first)
    {
        json.WriteString("resourceType", "Questionnaire");
        json.WriteString("id", instrument.Id);
        json.WriteString("language", LanguageTag.Of(first));
        RootExtensions(json, instrument);
        json.WriteString("url", instrument.Canonical);
        json.WriteString("version", instrument.Version);
        json.WriteString("name", ComputerName(instrument.Id));
        json.TextInBoth("title", instrument.Title, first);
        json.WriteString("status", "active");
        json.WriteStartArray("subjectType");
        json.WriteStringValue("Patient");
        json.WriteEndArray();
        json.WriteString("publisher", "Sbirt");
        json.WriteString("description", instrument.Purpose.In(first));
        json.WriteString("copyright", Copyright(instrument.Licence, first));
        json.WriteStartArray("code");
        foreach (var code in instrument.Codes)
        {
            json.Coding(code);
        }

        json.Coding(new Code(CodeSystems.Items, instrument.Id, instrument.Title.In(first)));
        json.WriteEndArray();
        json.WriteStartArray("item");
        if (instrument.Introduction is { } introduction)
        {
            json.WriteStartObject();
            json.WriteString("linkId", $"{instrument.Id}-introduction");
            json.TextInBoth("text", introduction, first);
            json.WriteString("type", "display");
            json.WriteEndObject();
        }

        foreach (var item in instrument.Items)
        {
            QuestionWriter.Write(json, item, instrument, first);
        }

        foreach (var scale in instrument.Scales)
        {
            ScoreItemWriter.Write(json, scale, instrument, first);
        }

        json.WriteEndArray();
    }

    private static void RootExtensions(Utf8JsonWriter json, Instrument instrument)
    {
        json.WriteStartArray("extension");
        if (instrument.Scales.Any(scale => ScoreExpression.Of(scale, instrument).NeedsSex))
        {
            json.WriteStartObject();
            json.WriteString("url", LaunchContext);
            json.WriteStartArray("extension");
            json.WriteStartObject();
            json.WriteString("url", "name");
            json.WritePropertyName("valueCoding");
            json.Coding(new Code(LaunchContextCodes, "patient"));
            json.WriteEndObject();
            json.Extension("type", "valueCode", "Patient");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.Extension(ObservationExtract, true);
        json.WriteStartObject();
        json.WriteString("url", ExtractCategory);
        json.Concept("valueCodeableConcept", [ObservationCodes.Survey]);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static string ComputerName(string id) => string.Concat(
        id.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private static string Copyright(Licence licence, Language first)
    {
        var ja = first == Language.Ja;
        var status = ja ? licence.Ja : licence.En;
        var wording = status switch
        {
            WordingStatus.Reference => ja
                ? " 日本語は参考訳であり、検証された訳ではありません。"
                : " The English is a reference translation, not a validated one.",
            WordingStatus.NotShipped => ja
                ? " 質問文は同梱していません。許諾を得た医療機関が用意します。"
                : " The wording is not included; a clinic that holds permission supplies it.",
            _ => "",
        };
        return $"{licence.Holder}. {licence.Terms}.{wording}";
    }
}
