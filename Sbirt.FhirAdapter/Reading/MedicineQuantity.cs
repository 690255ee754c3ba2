using System.Text.Json;
using Sbirt.FhirAdapter.Directory;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>Reads the value of a Quantity.</summary>
internal static class MedicineQuantity
{
    /// <summary>The number as it was written; null when there is none, it is no plain number, or a comparator makes it a limit.</summary>
    public static decimal? ValueOf(JsonElement? quantity) =>
        quantity.Member("value") is { ValueKind: JsonValueKind.Number } number
        && quantity.Text("comparator") is null
        && number.TryGetDecimal(out var value)
            ? value
            : null;

    /// <summary>Whether two quantities are counted in the same unit.</summary>
    public static bool SameUnit(JsonElement? one, JsonElement? other) =>
        (one.Text("code"), other.Text("code")) is ({ } code, { } otherCode)
            ? code == otherCode && one.Text("system") == other.Text("system")
            : one.Text("unit") is { } unit && unit == other.Text("unit");
}
