using Sbirt.Content.Languages;

namespace Sbirt.Content.Claims.Counting;

/// <summary>
/// Counts something for each month and each subject (an institution, a disease name, a medicine). With months in a row,
/// the same subject must meet the threshold in each of them.
/// </summary>
internal abstract class MonthlyRule<TSubject>(SignalDefinition definition) : SignalRule(definition)
    where TSubject : notnull
{
    public sealed override SignalCount?[] Count(PersonFacts facts, int from, int to)
    {
        var first = from - Definition.ConsecutiveMonths + 1;
        var tallies = Tally(facts, first, to);
        var counts = new SignalCount?[to - from + 1];
        for (var month = from; month <= to; month++)
        {
            counts[month - from] = Best(tallies, month - first);
        }

        return counts;
    }

    /// <summary>What is counted of each subject in each month from the first.</summary>
    protected abstract Dictionary<TSubject, SubjectTally>[] Tally(PersonFacts facts, int first, int last);

    protected abstract Localized Words(TSubject subject, SubjectTally tally, decimal limit);

    /// <summary>Which of two subjects with the same count is said.</summary>
    protected abstract int Compare(TSubject one, TSubject other);

    private SignalCount? Best(Dictionary<TSubject, SubjectTally>[] tallies, int index)
    {
        (SignalStatus Status, TSubject Subject, SubjectTally Tally)? best = null;
        foreach (var (subject, tally) in tallies[index])
        {
            if (StatusOf(tallies, index, subject, tally.Value) is { } status
                && (best is not { } so || Order((status, subject, tally), so) > 0))
            {
                best = (status, subject, tally);
            }
        }

        if (best is not { } said)
        {
            return null;
        }

        var limit = LimitOf(said.Status);
        var months = said.Status == SignalStatus.Reached ? Definition.ConsecutiveMonths : 1;
        var evidence = Enumerable.Range(index - months + 1, months).SelectMany(each => tallies[each][said.Subject].Evidence());
        return new SignalCount(said.Status, said.Tally.Value, limit, EvidenceOf.InOrder(evidence), Words(said.Subject, said.Tally, limit), RestsOnEstimate: said.Tally.RestsOnEstimate);
    }

    private SignalStatus? StatusOf(Dictionary<TSubject, SubjectTally>[] tallies, int index, TSubject subject, int value)
    {
        if (StatusOf(value) is not SignalStatus.Reached)
        {
            return StatusOf(value);
        }

        for (var each = index - Definition.ConsecutiveMonths + 1; each < index; each++)
        {
            if (!tallies[each].TryGetValue(subject, out var before) || before.Value < Definition.Threshold)
            {
                return Definition.ApproachFrom is null ? null : SignalStatus.Approaching;
            }
        }

        return SignalStatus.Reached;
    }

    private int Order((SignalStatus Status, TSubject Subject, SubjectTally Tally) one, (SignalStatus Status, TSubject Subject, SubjectTally Tally) other) =>
        one.Status != other.Status ? one.Status.CompareTo(other.Status)
        : one.Tally.Value != other.Tally.Value ? one.Tally.Value.CompareTo(other.Tally.Value)
        : Compare(other.Subject, one.Subject);
}

/// <summary>The count of one subject in one month.</summary>
/// <param name="Evidence">Made only for a month that is said.</param>
/// <param name="Institutions">How many gave what was counted.</param>
/// <param name="Days">Days of overlap behind it, where such are counted.</param>
internal sealed record SubjectTally(int Value, Func<IEnumerable<ClaimEvidence>> Evidence, int Institutions = 0, int Days = 0, bool RestsOnEstimate = false);
