using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.FhirAdapter.Directory;
using Sbirt.FhirAdapter.Json;
using Sbirt.FhirAdapter.Reading;
using Sbirt.FhirAdapter.Structure;

namespace Sbirt.FhirAdapter.CdsHooks;

/// <summary>
/// Writes a MedicationRequest for fewer days: <c>expectedSupplyDuration</c> and <c>quantity</c> become smaller in one
/// proportion, every other element stays as it was sent (CDS Hooks 2.0, "Action": an update holds the whole resource).
/// Where that would not be exact, or another element tells of days as well, there is no shorter order.
/// </summary>
internal static class ShorterOrder
{
    // Beyond it a number is a slip of entry or an attack, and its multiples would overflow.
    private const decimal MostAmount = 1_000_000;

    public static byte[]? Of(JsonElement order, int fromDays, int toDays)
    {
        var supply = order.Member("dispenseRequest");
        var duration = supply.Member("expectedSupplyDuration");
        var quantity = supply.Member("quantity");
        if (toDays < 1 || toDays >= fromDays || (duration is null && quantity is null) || DayWords.StandIn(order))
        {
            return null;
        }

        var shorterDuration = duration is null ? null : Scaled(MedicineQuantity.ValueOf(duration), fromDays, toDays);
        var shorterQuantity = quantity is not null && IsForDays(order, quantity, fromDays)
            ? Scaled(MedicineQuantity.ValueOf(quantity), fromDays, toDays)
            : null;
        if ((duration is not null && shorterDuration is null) || (quantity is not null && shorterQuantity is null))
        {
            return null;
        }

        var written = FhirJson.Write(json => Write(json, order, "dispenseRequest", () =>
            Write(json, supply!.Value, [("expectedSupplyDuration", shorterDuration), ("quantity", shorterQuantity)])));
        return StructureValidator.Validate(written).IsEmpty ? written : null;
    }

    /// <summary>The amount in proportion, with no more decimals than were written: no halves of what was counted in wholes.</summary>
    private static decimal? Scaled(decimal? amount, int fromDays, int toDays)
    {
        if (amount is not (> 0 and <= MostAmount))
        {
            return null;
        }

        var scaled = decimal.Round(amount.Value * toDays / fromDays, Math.Min((int)amount.Value.Scale, 28));
        return scaled > 0 && scaled * fromDays == amount.Value * toDays ? scaled : null;
    }

    /// <summary>True when the doses, each told as one amount, use up the quantity in these days and leave nothing.</summary>
    private static bool IsForDays(JsonElement order, JsonElement? quantity, int days)
    {
        var dosages = order.Items("dosageInstruction").ToImmutableArray();
        var perDay = dosages.Select(dosage => IsOneAmount(dosage) ? MedicineDays.PerDay(dosage, quantity) : null).ToImmutableArray();
        return !perDay.IsEmpty
            && perDay.All(amount => amount is not null)
            && perDay.Sum(amount => amount!.Value) * days == MedicineQuantity.ValueOf(quantity);
    }

    private static bool IsOneAmount(JsonElement dosage) =>
        dosage.Items("doseAndRate").All(rate => rate.Member("doseRange") is null && rate.Member("rateRange") is null)
        && dosage.Member("timing").Member("repeat").Member("frequencyMax") is null;

    private static void Write(Utf8JsonWriter json, JsonElement supply, ImmutableArray<(string Name, decimal? Value)> changed)
    {
        json.WriteStartObject();
        foreach (var member in supply.EnumerateObject())
        {
            if (changed.FirstOrDefault(each => member.NameEquals(each.Name)).Value is { } value)
            {
                json.WritePropertyName(member.Name);
                Write(json, member.Value, "value", () => json.WriteNumberValue(value));
            }
            else
            {
                member.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>An object as it was sent, but for one member.</summary>
    private static void Write(Utf8JsonWriter json, JsonElement element, string other, Action write)
    {
        json.WriteStartObject();
        foreach (var member in element.EnumerateObject())
        {
            if (member.NameEquals(other))
            {
                json.WritePropertyName(other);
                write();
            }
            else
            {
                member.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }
}
