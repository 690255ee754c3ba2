using System.Collections.Immutable;

namespace Sbirt.Content.Medicines.Judging;

/// <summary>What a rule looks at: the facts, and the supplies made of them.</summary>
internal sealed class MedicineCase
{
    private readonly ILookup<string, MedicineUse> draftedUses;

    public MedicineCase(MedicineLibrary library, MedicineFacts facts)
    {
        Facts = facts;
        Supplies = Judging.Supplies.Of(facts, (int)library.Words.SameSupplyDays.Value);
        Drafts = [.. Supplies.Where(supply => supply.IsDraft)];
        Record = [.. Supplies.Where(supply => !supply.IsDraft)];
        draftedUses = (facts.Uses.IsDefault ? [] : facts.Uses).Where(use => use.IsDraft).ToLookup(use => use.Id, StringComparer.Ordinal);
    }

    public MedicineFacts Facts { get; }

    public DateOnly Today => Facts.Today;

    public ImmutableArray<Supply> Supplies { get; }

    /// <summary>The order being written.</summary>
    public ImmutableArray<Supply> Drafts { get; }

    /// <summary>What was ordered, handed out or told before.</summary>
    public ImmutableArray<Supply> Record { get; }

    /// <summary>With an order being written, only what touches it is worth a word.</summary>
    public bool InFocus(IEnumerable<Supply> supplies) => Drafts.IsEmpty || supplies.Any(supply => supply.IsDraft);

    /// <summary>Drafts, and what covers today for certain.</summary>
    public bool IsCurrent(Supply supply) => supply.IsDraft || supply.Certain.Contains(Today);

    /// <summary>What is taken now of some ingredients; an order being written takes the place of what the same source gave of its own.</summary>
    public ImmutableArray<Supply> Running(Func<Ingredient, bool> isMeant) =>
    [
        .. from supply in Supplies
           where isMeant(supply.Ingredient) && IsCurrent(supply)
           where supply.IsDraft || !Drafts.Any(draft => draft.Ingredient.Equals(supply.Ingredient) && draft.Source.Compare(supply.Source) != SameSource.Different)
           select supply,
    ];

    /// <summary>
    /// The lines of a drafted supply that are longer than so many days; none when the supply is no draft, or the days of
    /// one of its lines are not known for sure: one line cut without the other would change the dose half way.
    /// </summary>
    public ImmutableArray<ShorterSupply> Shortened(Supply supply, int toDays)
    {
        var lines = !supply.IsDraft || supply.AsNeeded || toDays < 1 ? [] : supply.UseIds
            .SelectMany(id => draftedUses[id].DistinctBy(use => (use.Days, use.DaysAreEstimated)))
            .ToImmutableArray();
        return lines.Length == supply.UseIds.Length && lines.All(use => use is { Days: not null, DaysAreEstimated: false })
            ? [.. lines.Where(use => use.Days > toDays).Select(use => new ShorterSupply(use.Id, use.Ingredient, use.Days!.Value, toDays))]
            : [];
    }

    /// <summary>Not certainly current, but it may be: days or date are not fully known.</summary>
    public bool MayBeCurrent(Supply supply, int lookBackDays) =>
        !IsCurrent(supply) && supply.PossibleFor(lookBackDays).Contains(Today);
}
