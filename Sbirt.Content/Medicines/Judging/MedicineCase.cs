using System.Collections.Immutable;

namespace Sbirt.Content.Medicines.Judging;

/// <summary>What a rule looks at: the facts, and the supplies made of them.</summary>
internal sealed class MedicineCase
{
    public MedicineCase(MedicineLibrary library, MedicineFacts facts)
    {
        Facts = facts;
        Supplies = Judging.Supplies.Of(facts, (int)library.Words.SameSupplyDays.Value);
        Drafts = [.. Supplies.Where(supply => supply.IsDraft)];
        Record = [.. Supplies.Where(supply => !supply.IsDraft)];
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

    /// <summary>Not certainly current, but it may be: days or date are not fully known.</summary>
    public bool MayBeCurrent(Supply supply, int lookBackDays) =>
        !IsCurrent(supply) && supply.PossibleFor(lookBackDays).Contains(Today);
}
