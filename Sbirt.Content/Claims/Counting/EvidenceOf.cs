using System.Globalization;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Claims.Counting;

/// <summary>Counted facts in words that name no person and no disease.</summary>
internal static class EvidenceOf
{
    public static Localized NameOf(ClaimKind kind) => kind switch
    {
        ClaimKind.Medical => new("医科", "medical"),
        ClaimKind.Dpc => new("DPC", "DPC"),
        ClaimKind.Dental => new("歯科", "dental"),
        _ => new("調剤", "dispensing"),
    };

    public static ClaimEvidence Claim(in ClaimFact claim)
    {
        var kind = NameOf(claim.Kind);
        return new ClaimEvidence(claim.Place, claim.Institution, FirstDay(claim.Month), claim.IsInpatient
            ? new Localized($"{kind.Ja} 入院", $"{kind.En}, in-patient")
            : new Localized($"{kind.Ja} 外来", $"{kind.En}, out-patient"));
    }

    public static ClaimEvidence Visits(in ClaimFact claim)
    {
        var days = claim.Days.ToString(CultureInfo.InvariantCulture);
        var kind = NameOf(claim.Kind);
        return new ClaimEvidence(claim.Place, claim.Institution, FirstDay(claim.Month), new Localized($"{kind.Ja} {days}日", $"{kind.En}, {days} days"));
    }

    public static ClaimEvidence Disease(in DiseaseFact disease) =>
        new(disease.Place, disease.Institution, FirstDay(disease.Month), new Localized("同じ傷病名", "the same disease name"));

    public static ClaimEvidence Dispensing(in DispensingFact fact, MedicineTable medicines)
    {
        var name = medicines.NameOf(Drug.Of(fact));
        var supply = fact.Supply.ToString(CultureInfo.InvariantCulture);
        var what = fact.Form switch
        {
            IntakeForm.Daily => new Localized($"{name.Ja} {supply}日分", $"{name.En}, {supply} days"),
            IntakeForm.AsNeeded => new Localized($"{name.Ja} {supply}回分", $"{name.En}, {supply} times"),
            _ => name,
        };
        return new ClaimEvidence(fact.Place, fact.Source.IsNone ? fact.Pharmacy : fact.Source, fact.Date, what);
    }

    /// <summary>By day, then institution, then place; each once.</summary>
    public static List<ClaimEvidence> InOrder(IEnumerable<ClaimEvidence> evidence) =>
        [.. evidence.Distinct().OrderBy(one => one.Date).ThenBy(one => one.Institution).ThenBy(one => one.Place).ThenBy(one => one.What.Ja, StringComparer.Ordinal)];

    private static DateOnly FirstDay(int month) => Months.FirstDay(Months.NumberOf(month));
}
