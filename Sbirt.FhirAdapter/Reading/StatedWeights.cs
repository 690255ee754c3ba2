using System.Collections.Immutable;
using System.Text.Json;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>
/// Scores attached to an answer or option: <c>ordinalValue</c> (R4), <c>itemWeight</c> (its successor) and the
/// STU3 name, all compared by their ending so that every published base URL is understood.
/// </summary>
internal static class StatedWeights
{
    /// <summary>Adds the weights found in an <c>extension</c> array.</summary>
    internal static void Read(JsonElement extensions, ref ImmutableArray<decimal> weights)
    {
        if (extensions.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (var extension in extensions.EnumerateArray())
        {
            if (Of(extension) is { } weight && !weights.Contains(weight))
            {
                weights = weights.Add(weight);
            }
        }
    }

    /// <summary>Adds the weights of an element that may have an <c>extension</c>.</summary>
    internal static void ReadFrom(JsonElement element, ref ImmutableArray<decimal> weights)
    {
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("extension"u8, out var extensions))
        {
            Read(extensions, ref weights);
        }
    }

    private static decimal? Of(JsonElement extension)
    {
        if (extension.ValueKind != JsonValueKind.Object
            || !extension.TryGetProperty("url"u8, out var url)
            || url.ValueKind != JsonValueKind.String
            || url.GetString() is not { } text
            || !(text.EndsWith("ordinalValue", StringComparison.Ordinal)
                || text.EndsWith("itemWeight", StringComparison.Ordinal)))
        {
            return null;
        }

        return (extension.TryGetProperty("valueDecimal"u8, out var value)
                || extension.TryGetProperty("valueInteger"u8, out value))
            && value.ValueKind == JsonValueKind.Number
            && value.TryGetDecimal(out var weight)
                ? weight
                : null;
    }
}
