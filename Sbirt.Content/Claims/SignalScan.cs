using System.Collections.Immutable;
using Sbirt.Content.Claims.Counting;
using Sbirt.Content.Medicines;

namespace Sbirt.Content.Claims;

/// <summary>
/// Holds persons' histories against a preset. It has no state of its own: one serves all threads. What it finds depends
/// on the facts alone and not on their order.
/// </summary>
public sealed class SignalScan
{
    private readonly ImmutableArray<(SignalRule Rule, Excluding Excluding)> rules;

    /// <param name="strengths">Null: those of the medicine table.</param>
    public SignalScan(SignalPreset preset, MedicineLibrary medicines, MedicineStrengths? strengths = null)
    {
        ArgumentNullException.ThrowIfNull(preset);
        ArgumentNullException.ThrowIfNull(medicines);
        Preset = preset;
        var table = new MedicineTable(medicines, strengths ?? MedicineStrengths.Of(medicines));
        rules = [.. preset.Signals.Select(signal => SignalRules.Of(signal, table)).Select(rule => (rule, new Excluding(rule, (int)preset.SignsLookBack.Value)))];
        Conditions = [.. rules.Select(each => CandidateCondition.Of(each.Rule, medicines.Ingredients.Length)).OfType<CandidateCondition>()];
    }

    public SignalPreset Preset { get; }

    /// <summary>Of a person of whom none of them holds, nothing is found in medicines and diseases.</summary>
    public ImmutableArray<CandidateCondition> Conditions { get; }

    /// <summary>Findings of one person with a scan of its own; for many persons keep a <see cref="SignalScan"/>.</summary>
    public static ImmutableArray<ClaimFinding> Findings(SignalPreset preset, MedicineLibrary medicines, PersonHistory person, int fromMonth, int toMonth) =>
        new SignalScan(preset, medicines).Findings(person, fromMonth, toMonth);

    /// <summary>
    /// At most one finding for each month and signal, by month and then in the order of the preset. The history may hold
    /// earlier months (<see cref="SignalPreset.MonthsBefore"/>), which count where a signal looks back; facts of later
    /// months change nothing.
    /// </summary>
    /// <param name="fromMonth">First month of findings, yyyymm.</param>
    /// <param name="toMonth">Last month of findings, yyyymm, at most 240 months from the first.</param>
    public ImmutableArray<ClaimFinding> Findings(PersonHistory person, int fromMonth, int toMonth)
    {
        ArgumentNullException.ThrowIfNull(person);
        var (from, to) = (MonthOf(fromMonth), MonthOf(toMonth));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, to, nameof(fromMonth));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to - from + 1, MonthTallies.MostMonths, nameof(toMonth));

        var spans = PersonSpans.Of(person);
        PersonFacts? facts = null;
        List<(int Month, int Rule, ClaimFinding Finding)>? found = null;
        for (var i = 0; i < rules.Length; i++)
        {
            if (rules[i].Rule.MayHold(in spans, from, to))
            {
                facts ??= PersonFacts.Of(person);
                Add(found ??= [], i, person, facts, from, to);
            }
        }

        if (found is null or { Count: 0 })
        {
            return [];
        }

        found.Sort((one, other) => one.Month != other.Month ? one.Month.CompareTo(other.Month) : one.Rule.CompareTo(other.Rule));
        return [.. found.Select(each => each.Finding)];
    }

    /// <summary>
    /// False: no month of the range can have a finding. Asked of millions of persons of whom nearly none have anything, so it
    /// allocates nothing.
    /// </summary>
    public bool MayFind(in PersonSpans person, int fromMonth, int toMonth)
    {
        var (from, to) = (MonthOf(fromMonth), MonthOf(toMonth));
        foreach (var (rule, _) in rules)
        {
            if (rule.MayHold(in person, from, to))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(List<(int Month, int Rule, ClaimFinding Finding)> found, int index, PersonHistory person, PersonFacts facts, int from, int to)
    {
        var (rule, excluding) = rules[index];
        var kept = facts.Without(rule.LeavingOut);
        var counted = rule.Count(kept, from, to);
        var withAll = ReferenceEquals(kept, facts) ? counted : rule.Count(facts, from, to);
        for (var month = from; month <= to; month++)
        {
            if ((counted[month - from] ?? withAll[month - from]) is { } count)
            {
                found.Add((month, index, excluding.Finding(person, facts, month, count, wholly: counted[month - from] is null)));
            }
        }
    }

    private static int MonthOf(int yyyymm) =>
        Months.IsMonth(yyyymm) ? Months.NumberOf(yyyymm) : throw new ArgumentOutOfRangeException(nameof(yyyymm), yyyymm, "Write yyyymm.");
}
