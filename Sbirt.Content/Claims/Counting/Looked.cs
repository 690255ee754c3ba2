using System.Collections.Immutable;
using Sbirt.Content.Languages;
using Sbirt.Content.Medicines;

namespace Sbirt.Content.Claims.Counting;

/// <summary>The medicines a signal looks at, and how they are named together.</summary>
/// <param name="ingredients">By their numbers in the medicine table.</param>
/// <param name="others">Medicines that are none of the table's, too.</param>
internal sealed class Looked(MedicineTable medicines, bool[] ingredients, bool others = false)
{
    public MedicineTable Medicines { get; } = medicines;

    public static Looked Groups(MedicineTable medicines, ImmutableArray<MedicineGroup> groups) => groups.IsEmpty
        ? new Looked(medicines, medicines.Where(_ => true), others: true)
        : new Looked(medicines, medicines.Where(ingredient => groups.Contains(ingredient.Group)));

    public static Looked Benzodiazepines(MedicineTable medicines, ImmutableArray<MedicineGroup> groups) =>
        new(medicines, medicines.Where(ingredient => ingredient.IsBenzodiazepineAgonist && groups.Contains(ingredient.Group)));

    public bool At(in DispensingFact fact) => (uint)fact.Ingredient < (uint)ingredients.Length ? ingredients[fact.Ingredient] : others;

    /// <summary>At least so many of them, in whatever month; the prescribing institutions differ, if that is asked.</summary>
    public bool Among(in PersonSpans person, int least, bool severalSources)
    {
        var found = 0;
        var differ = !severalSources;
        var first = ShortCode.None;
        foreach (ref readonly var fact in person.Dispensings)
        {
            if (At(in fact))
            {
                first = found++ == 0 ? fact.Source : first;
                differ |= fact.Source != first;
                if (found >= least && differ)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Each once, in the order of the table.</summary>
    public Localized NamesOf(IEnumerable<Drug> drugs)
    {
        var names = drugs.Distinct().Order().Select(Medicines.NameOf).ToList();
        return new Localized(string.Join("、", names.Select(name => name.Ja)), string.Join(", ", names.Select(name => name.En)));
    }

    public List<ClaimEvidence> EvidenceOfAll(IEnumerable<Exposure> exposures) =>
        EvidenceOf.InOrder(exposures.SelectMany(exposure => exposure.Facts).Select(fact => EvidenceOf.Dispensing(fact, Medicines)));

    public List<Exposure> ExposuresOf(PersonFacts facts) => Exposures.Of(facts, fact => At(fact), Medicines);
}
