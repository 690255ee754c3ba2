namespace Sbirt.Content.Claims.Counting;

/// <summary>One order of facts, whatever order they came in.</summary>
internal static class FactOrder
{
    public static int Compare(ClaimFact one, ClaimFact other) =>
        one.Month != other.Month ? one.Month.CompareTo(other.Month)
        : one.Institution != other.Institution ? one.Institution.CompareTo(other.Institution)
        : one.Place != other.Place ? one.Place.CompareTo(other.Place)
        : one.Kind != other.Kind ? one.Kind.CompareTo(other.Kind)
        : one.Prescriber != other.Prescriber ? one.Prescriber.CompareTo(other.Prescriber)
        : one.Days != other.Days ? one.Days.CompareTo(other.Days)
        : one.Signs.CompareTo(other.Signs);

    public static int Compare(DispensingFact one, DispensingFact other) =>
        one.Date != other.Date ? one.Date.CompareTo(other.Date)
        : one.Source != other.Source ? one.Source.CompareTo(other.Source)
        : one.Place != other.Place ? one.Place.CompareTo(other.Place)
        : one.Medicine != other.Medicine ? one.Medicine.CompareTo(other.Medicine)
        : one.Ingredient != other.Ingredient ? one.Ingredient.CompareTo(other.Ingredient)
        : one.Supply != other.Supply ? one.Supply.CompareTo(other.Supply)
        : one.DailyAmount != other.DailyAmount ? one.DailyAmount.CompareTo(other.DailyAmount)
        : one.Form != other.Form ? one.Form.CompareTo(other.Form)
        : one.Pharmacy != other.Pharmacy ? one.Pharmacy.CompareTo(other.Pharmacy)
        : one.Prescription.CompareTo(other.Prescription);

    public static int Compare(DiseaseFact one, DiseaseFact other) =>
        one.Month != other.Month ? one.Month.CompareTo(other.Month)
        : one.Institution != other.Institution ? one.Institution.CompareTo(other.Institution)
        : one.Place != other.Place ? one.Place.CompareTo(other.Place)
        : one.Disease != other.Disease ? one.Disease.CompareTo(other.Disease)
        : one.IsSuspected.CompareTo(other.IsSuspected);
}
