using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.Content.Instruments;

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
    internal static AnswerElement Read(JsonElement answer)
    {
        AnswerValue? value = null;
        var weights = ImmutableArray<decimal>.Empty;
        var items = default(JsonElement);
        var modified = false;
        // A loop over the properties in their order: this runs for every answer of every response.
        foreach (var property in answer.EnumerateObject())
        {
            if (property.NameEquals("valueCoding"u8))
            {
                value = Coding(property.Value, ref weights);
            }
            else if (property.NameEquals("valueInteger"u8) || property.NameEquals("valueDecimal"u8))
            {
                value = property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetDecimal(out var number)
                    ? new AnswerValue.Number(number)
                    : new AnswerValue.Unsupported("number");
            }
            else if (property.NameEquals("valueBoolean"u8))
            {
                value = property.Value.ValueKind is JsonValueKind.True or JsonValueKind.False
                    ? new AnswerValue.Truth(property.Value.ValueKind == JsonValueKind.True)
                    : new AnswerValue.Unsupported("boolean");
            }
            else if (property.NameEquals("valueString"u8))
            {
                value = property.Value.ValueKind == JsonValueKind.String
                    ? new AnswerValue.Words(property.Value.GetString()!)
                    : new AnswerValue.Unsupported("string");
            }
            else if (property.NameEquals("item"u8))
            {
                items = property.Value;
            }
            else if (property.NameEquals("extension"u8))
            {
                StatedWeights.Read(property.Value, ref weights);
            }
            else if (property.NameEquals("modifierExtension"u8))
            {
                modified = true;
            }
            else if (property.Name.StartsWith("_value", StringComparison.Ordinal))
            {
                StatedWeights.ReadFrom(property.Value, ref weights);
            }
            else if (property.Name.StartsWith("value", StringComparison.Ordinal))
            {
                value = new AnswerValue.Unsupported(property.Name[5..]);
            }
        }

        return new AnswerElement(value, weights, items, modified);
    }

    private static AnswerValue Coding(JsonElement coding, ref ImmutableArray<decimal> weights)
    {
        string? system = null, code = null, display = null;
        if (coding.ValueKind != JsonValueKind.Object)
        {
            return new AnswerValue.Unsupported("Coding");
        }

        foreach (var property in coding.EnumerateObject())
        {
            if (property.NameEquals("code"u8))
            {
                code = Text(property.Value);
            }
            else if (property.NameEquals("system"u8))
            {
                system = KnownSystem(property.Value);
            }
            else if (property.NameEquals("display"u8))
            {
                display = Text(property.Value);
            }
            else if (property.NameEquals("extension"u8))
            {
                StatedWeights.Read(property.Value, ref weights);
            }
        }

        return code is not null
            ? new AnswerValue.Coded(system, code, display)
            : display is not null
                ? new AnswerValue.Words(display)
                : new AnswerValue.Unsupported("Coding");
    }

    private static string? KnownSystem(JsonElement system) =>
        system.ValueKind != JsonValueKind.String ? null
        : system.ValueEquals(Content.Codes.CodeSystems.Answers) ? Content.Codes.CodeSystems.Answers
        : system.ValueEquals(Content.Codes.CodeSystems.Loinc) ? Content.Codes.CodeSystems.Loinc
        : system.GetString();

    private static string? Text(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString() : null;
}
