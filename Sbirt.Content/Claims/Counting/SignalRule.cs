using Sbirt.Content.Languages;
using Sbirt.Content.Medicines.Judging;

namespace Sbirt.Content.Claims.Counting;

/// <summary>Counts one signal of a preset.</summary>
internal abstract class SignalRule(SignalDefinition definition)
{
    public SignalDefinition Definition { get; } = definition;

    public LeavingOut LeavingOut { get; } = new(definition.Exclusions.LeaveOut);

    /// <summary>Months before that of the finding in which a left-out fact is shown with it.</summary>
    public virtual int MonthsShown => Definition.WindowMonths + Definition.ConsecutiveMonths - 1;

    /// <summary>The least value that says anything.</summary>
    protected int Least { get; } = definition.ApproachFrom is { } from && from < definition.Threshold ? from : definition.Threshold;

    /// <summary>
    /// A cheap condition without which no month can have a finding. It is asked of every person, so it allocates nothing
    /// and takes the facts in whatever order they stand.
    /// </summary>
    /// <param name="from">First month, as a number.</param>
    /// <param name="to">Last month, as a number.</param>
    public abstract bool MayHold(in PersonSpans person, int from, int to);

    /// <summary>What is counted, month by month from the first; null where nothing is said.</summary>
    public abstract SignalCount?[] Count(PersonFacts facts, int from, int to);

    /// <summary>True: the signal would count this claim if it were not left out.</summary>
    public virtual bool Looks(in ClaimFact claim) => false;

    /// <inheritdoc cref="Looks(in ClaimFact)"/>
    public virtual bool Looks(in DispensingFact dispensing) => false;

    /// <inheritdoc cref="Looks(in ClaimFact)"/>
    public virtual bool Looks(in DiseaseFact disease) => false;

    /// <summary>Reached, approaching, or null.</summary>
    protected SignalStatus? StatusOf(int value) =>
        value >= Definition.Threshold ? SignalStatus.Reached : value >= Least ? SignalStatus.Approaching : null;

    protected decimal LimitOf(SignalStatus status) => status == SignalStatus.Reached ? Definition.Threshold : Definition.ApproachFrom!.Value;

    /// <summary>The words of the count with these values besides its value and threshold.</summary>
    protected Localized Words(decimal value, decimal threshold, params ReadOnlySpan<(string Name, Localized Text)> values) => Values.Fill(
        Definition.Words.Counted,
        Values.Of([("value", Values.Number(value)), ("threshold", Values.Number(threshold)), .. values]));
}

/// <summary>What one signal counted in one month.</summary>
/// <param name="Threshold">From which value on the status holds.</param>
/// <param name="NotTold">Facts that are missing: with any, the count is shown and nobody is written to.</param>
internal sealed record SignalCount(
    SignalStatus Status,
    decimal Value,
    decimal Threshold,
    List<ClaimEvidence> Evidence,
    Localized Arithmetic,
    ClaimExclusion? NotTold = null,
    bool RestsOnEstimate = false);
