using System.Text.Json;
using Sbirt.Content.Codes;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Writing;
using static Sbirt.FhirAdapter.Questionnaires.SdcExtensions;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>Writes one scale as a read-only item that the renderer computes.</summary>
internal static class ScoreItemWriter
{
    internal static void Write(Utf8JsonWriter json, Scale scale, Instrument instrument, Language first)
    {
        var expression = ScoreExpression.Of(scale, instrument);
        json.WriteStartObject();
        json.WriteStartArray("extension");
        foreach (var (name, step) in expression.Variables)
        {
            json.FhirPathExtension(Variable, step, name);
        }

        json.FhirPathExtension(CalculatedExpression, expression.Score);
        json.WriteStartObject();
        json.WriteString("url", Unit);
        json.WritePropertyName("valueCoding");
        json.Coding(new Code("http://unitsofmeasure.org", scale.Unit));
        json.WriteEndObject();
        if (IsHidden(scale, instrument))
        {
            json.Extension(Hidden, true);
        }

        json.WriteEndArray();
        var linkId = ObservationCodes.ScaleCode(instrument, scale);
        json.WriteString("linkId", linkId);
        json.WriteStartArray("code");
        foreach (var code in scale.Codes)
        {
            json.Coding(code);
        }

        json.Coding(new Code(CodeSystems.Items, linkId, scale.Title.In(first)));
        json.WriteEndArray();
        json.TextInBoth("text", scale.Title, first);
        json.WriteString("type", IsWhole(scale, instrument) ? "integer" : "decimal");
        json.WriteBoolean("required", false);
        json.WriteBoolean("readOnly", true);
        json.WriteEndObject();
    }

    /// <summary>Every possible value is a whole number.</summary>
    internal static bool IsWhole(Scale scale, Instrument instrument) => scale.Kind switch
    {
        ScaleKind.Product => false,
        ScaleKind.Levels => scale.Levels.All(level => decimal.IsInteger(level.Value)),
        _ => scale.Items.All(linkId => instrument.Find(linkId)!.Options.All(option =>
            decimal.IsInteger(option.Score)
            && (option.ScoreBySex is not { } sex || (decimal.IsInteger(sex.Male) && decimal.IsInteger(sex.Female))))),
    };

    // A number without a person beside it helps nobody whose answers speak of distress or suicide; sub-scales
    // are for the clinician.
    private static bool IsHidden(Scale scale, Instrument instrument) =>
        !scale.Main || (scale.Topic ?? instrument.Topic) is Topic.Suicidality or Topic.Distress;
}
