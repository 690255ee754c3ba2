using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.Content.Instruments;
using Sbirt.FhirAdapter.Questionnaires;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>One <c>answer</c> of a response: its value and the weights attached to it.</summary>
/// <param name="Value">Null when the element holds no value (only nested items, or a reason for absence).</param>
/// <param name="Modified">It carries a modifierExtension.</param>
internal readonly record struct AnswerElement(
    AnswerValue? Value,
    ImmutableArray<decimal> Weights,
    JsonElement Items,
    bool Modified)
{
    /// <summary>Reads the element; a value of a kind that no item takes is told as such, never dropped.</summary>
    internal static AnswerElement Read(JsonElement answer, OwnQuestion? question = null)
    {
        AnswerValue? value = null;
        var weights = ImmutableArray<decimal>.Empty;
        var items = default(JsonElement);
        var modified = false;
        // A loop over the properties in their order: this runs for every answer of every response.
        foreach (var property in answer.EnumerateObject())
        {
            var name = RawJson.NameOf(property);
            if (name.SequenceEqual("valueCoding"u8))
            {
                value = Coding(property.Value, question, ref weights);
            }
            else if (name.SequenceEqual("valueInteger"u8) || name.SequenceEqual("valueDecimal"u8))
            {
                value = property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetDecimal(out var number)
                    ? new AnswerValue.Number(number)
                    : new AnswerValue.Unsupported("number");
            }
            else if (name.SequenceEqual("valueBoolean"u8))
            {
                value = property.Value.ValueKind is JsonValueKind.True or JsonValueKind.False
                    ? new AnswerValue.Truth(property.Value.ValueKind == JsonValueKind.True)
                    : new AnswerValue.Unsupported("boolean");
            }
            else if (name.SequenceEqual("valueString"u8))
            {
                value = property.Value.ValueKind == JsonValueKind.String
                    ? new AnswerValue.Words(property.Value.GetString()!)
                    : new AnswerValue.Unsupported("string");
            }
            else if (name.SequenceEqual("item"u8))
            {
                items = property.Value;
            }
            else if (name.SequenceEqual("extension"u8))
            {
                StatedWeights.Read(property.Value, ref weights);
            }
            else if (name.SequenceEqual("modifierExtension"u8))
            {
                modified = true;
            }
            else if (name.StartsWith("_value"u8))
            {
                StatedWeights.ReadFrom(property.Value, ref weights);
            }
            else if (name.StartsWith("value"u8))
            {
                value = new AnswerValue.Unsupported(property.Name[5..]);
            }
        }

        return new AnswerElement(value, weights, items, modified);
    }

    private static AnswerValue Coding(JsonElement coding, OwnQuestion? question, ref ImmutableArray<decimal> weights)
    {
        if (coding.ValueKind != JsonValueKind.Object)
        {
            return new AnswerValue.Unsupported("Coding");
        }

        JsonElement systemElement = default, codeElement = default, displayElement = default;
        foreach (var property in coding.EnumerateObject())
        {
            var name = RawJson.NameOf(property);
            if (name.SequenceEqual("code"u8))
            {
                codeElement = property.Value;
            }
            else if (name.SequenceEqual("system"u8))
            {
                systemElement = property.Value;
            }
            else if (name.SequenceEqual("display"u8))
            {
                displayElement = property.Value;
            }
            else if (name.SequenceEqual("extension"u8))
            {
                StatedWeights.Read(property.Value, ref weights);
            }
        }

        if (question?.Find(systemElement, codeElement) is { } ours)
        {
            return ours;
        }

        var (system, code, display) = (Text(systemElement), Text(codeElement), Text(displayElement));
        return code is not null
            ? new AnswerValue.Coded(system, code, display)
            : display is not null
                ? new AnswerValue.Words(display)
                : new AnswerValue.Unsupported("Coding");
    }

    private static string? Text(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString() : null;
}
