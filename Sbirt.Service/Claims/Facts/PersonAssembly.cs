using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Sbirt.Content.Claims;

namespace Sbirt.Service.Claims.Facts;

/// <summary>
/// Turns rows of the work folder into persons with their history. Of one claim that came twice (late, sent back and billed
/// again, or a file given twice) the one billed last counts, and all that belongs to the other falls with it.
/// </summary>
internal sealed class PersonAssembly(KeyedHash hash)
{
    private readonly List<ClaimRow> claims = [];
    private readonly HashSet<ClaimPlace> fallen = [];

    /// <summary>Claims that were set aside for a later state of the same claim.</summary>
    public long Duplicates { get; private set; }

    public long Persons { get; private set; }

    /// <summary>One history for each person of the rows, in the order of their hashes.</summary>
    public IEnumerable<PersonHistory> In(PersonRows<ClaimRow> claimRows, PersonRows<DispensingRow> dispensingRows, PersonRows<DiseaseRow> diseaseRows)
    {
        while (claimRows.Next is { } person)
        {
            var (own, dispensings, diseases) = (claimRows.Take(person).ToArray(), dispensingRows.Take(person).ToArray(), diseaseRows.Take(person).ToArray());
            foreach (var twin in Twins.Of(own))
            {
                yield return Assemble(twin, twin.Of(own), twin.Of(dispensings), twin.Of(diseases));
            }
        }
    }

    private PersonHistory Assemble(Twins.Twin twin, ClaimRow[] own, DispensingRow[] dispensings, DiseaseRow[] diseases)
    {
        Persons++;
        Settle(own);
        var first = own[0].Person;
        return new PersonHistory(
            hash.Pseudonym(first.Base, twin.Id),
            first.Sex,
            first.BirthYear,
            Ordered(claims.ConvertAll(row => row.Fact), Compare),
            Ordered([.. dispensings.Where(row => !fallen.Contains(row.Claim)).Select(row => row.Fact)], Compare),
            Ordered([.. diseases.Where(row => !fallen.Contains(row.Claim)).Select(row => row.Fact)], Compare));
    }

    /// <summary>Keeps the last state of each claim.</summary>
    private void Settle(ClaimRow[] own)
    {
        claims.Clear();
        fallen.Clear();
        Array.Sort(own, (one, other) => CompareStates(one, other));
        for (var at = 0; at < own.Length; at++)
        {
            if (at + 1 < own.Length && IsSameClaim(own[at].Fact, own[at + 1].Fact))
            {
                fallen.Add(own[at].Fact.Place);
                Duplicates++;
            }
            else
            {
                claims.Add(own[at]);
            }
        }
    }

    /// <summary>One claim: a person, an institution (and who prescribed), a month, in or out of hospital (claims 4.7).</summary>
    private static bool IsSameClaim(in ClaimFact one, in ClaimFact other) =>
        one.Month == other.Month
        && one.Kind == other.Kind
        && one.IsInpatient == other.IsInpatient
        && one.Institution == other.Institution
        && one.Prescriber == other.Prescriber;

    private static int CompareStates(in ClaimRow one, in ClaimRow other)
    {
        var (a, b) = (one.Fact, other.Fact);
        return a.Month.CompareTo(b.Month) is not 0 and var months ? months
            : a.Kind.CompareTo(b.Kind) is not 0 and var kinds ? kinds
            : a.IsInpatient.CompareTo(b.IsInpatient) is not 0 and var places ? places
            : a.Institution.CompareTo(b.Institution) is not 0 and var institutions ? institutions
            : a.Prescriber.CompareTo(b.Prescriber) is not 0 and var prescribers ? prescribers
            : one.Billed.CompareTo(other.Billed) is not 0 and var billed ? billed
            : a.Place.CompareTo(b.Place);
    }

    private static int Compare(ClaimFact one, ClaimFact other) =>
        one.Month.CompareTo(other.Month) is not 0 and var months ? months
        : one.Institution.CompareTo(other.Institution) is not 0 and var institutions ? institutions
        : one.Place.CompareTo(other.Place);

    private static int Compare(DispensingFact one, DispensingFact other) =>
        one.Date.CompareTo(other.Date) is not 0 and var days ? days
        : one.Source.CompareTo(other.Source) is not 0 and var sources ? sources
        : one.Place.CompareTo(other.Place);

    private static int Compare(DiseaseFact one, DiseaseFact other) =>
        one.Month.CompareTo(other.Month) is not 0 and var months ? months
        : one.Institution.CompareTo(other.Institution) is not 0 and var institutions ? institutions
        : one.Place.CompareTo(other.Place);

    private static ImmutableArray<TFact> Ordered<TFact>(List<TFact> facts, Comparison<TFact> comparison)
    {
        facts.Sort(comparison);
        return ImmutableCollectionsMarshal.AsImmutableArray(facts.ToArray());
    }
}
