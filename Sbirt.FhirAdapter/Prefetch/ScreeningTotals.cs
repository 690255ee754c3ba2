using System.Globalization;
using System.Text.Json;
using Sbirt.Content.Codes;
using Sbirt.Content.Instruments;

namespace Sbirt.FhirAdapter.Prefetch;

/// <summary>A total that another system computed and wrote as an Observation under the instrument's LOINC code.</summary>
public static class ScreeningTotals
{
    /// <summary>The total as a score without answers, or null when the Observation is none of ours or out of range.</summary>
    public static Scored? Of(JsonElement observation, InstrumentLibrary instruments)
    {
        foreach (var (system, code) in RecordCodes.In(observation, "code"))
        {
            if (system != CodeSystems.Loinc)
            {
                continue;
            }

            foreach (var (instrument, scale) in instruments.FindByTotal(code))
            {
                if (ValueOf(observation) is { } value && value == decimal.Truncate(value) && value >= scale.Min && value <= scale.Max)
                {
                    return new Scored(instrument, [], [.. instrument.Scales.Select(each => Score(each, scale, value))], [], [], []);
                }
            }
        }

        return null;
    }

    // Of the other scales nothing is known: they span their whole range.
    private static ScaleScore Score(Scale each, Scale main, decimal value) => each == main
        ? new ScaleScore(main, value, value, value, [])
        : new ScaleScore(each, null, each.Min, each.Max, []);

    private static decimal? ValueOf(JsonElement observation)
    {
        var number = observation.TryGetProperty("valueInteger"u8, out var whole) ? whole
            : observation.TryGetProperty("valueQuantity"u8, out var quantity) && quantity.ValueKind == JsonValueKind.Object
                && !quantity.TryGetProperty("comparator"u8, out _)
                && quantity.TryGetProperty("value"u8, out var value) ? value
            : default;
        return number.ValueKind == JsonValueKind.Number
            && decimal.TryParse(number.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var read) ? read : null;
    }
}
