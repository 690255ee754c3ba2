using System.Collections.Frozen;
using System.Collections.Immutable;
using Sbirt.Content.Claims;
using Sbirt.Content.Evaluation;

namespace Sbirt.Service.Evaluation;

/// <summary>
/// Gathers the persons of an evaluation in two rounds over all histories: first those who were written to, who wait, or
/// who would have been found in the placebo month; then those who are like them and were not. Of all others nothing is kept.
/// </summary>
internal sealed class LetterEvaluation(EvaluationOptions options, SignalScan signals, PersonMeasuring measuring, EvaluationRules rules)
{
    private readonly FrozenDictionary<string, ListedPerson> letters = PersonList.Read(options.Letters);
    private readonly FrozenDictionary<string, ListedPerson> waiting = options.Waiting is { } path ? PersonList.Read(path) : FrozenDictionary<string, ListedPerson>.Empty;
    private readonly FrozenSet<string> leaveOut = options.LeaveOut is { } path ? PersonList.Persons(path) : [];
    private readonly ClaimSigns wholeSigns = signals.Preset.Signals.SelectMany(signal => signal.Exclusions.Whole)
        .Aggregate(ClaimSigns.None, (all, id) => all | SignalExclusions.Known[id]);

    private readonly List<MeasuredPerson> written = [];
    private readonly List<MeasuredPerson> waited = [];
    private readonly List<MeasuredPerson> found = [];
    private readonly HashSet<string> otherTime = new(StringComparer.Ordinal);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> foundByName = new(StringComparer.Ordinal);
    private readonly HashSet<int> months = [];

    /// <exception cref="EvaluationFaultException">The lists and the claims do not go together.</exception>
    public EvaluationReport Run(Func<IEnumerable<PersonHistory>> persons, bool isWhole)
    {
        if (letters.Keys.FirstOrDefault(waiting.ContainsKey) is { } both)
        {
            throw new EvaluationFaultException($"{options.Waiting}:{waiting[both].Line}: this person stands in {options.Letters}:{letters[both].Line}, too. Whoever was written to does not wait.");
        }

        var placebo = Placebo();
        foreach (var person in persons())
        {
            First(person, placebo);
        }

        Check();
        var hasPlacebo = placebo.Before.Each().Concat(placebo.After.Each()).All(months.Contains);
        var (candidates, placeboCandidates) = (new List<MeasuredPerson>(), new List<MeasuredPerson>());
        var (near, placeboNear) = (new Alike(written, rules), new Alike(found, rules));
        foreach (var person in persons())
        {
            if (options.Waiting is null && !leaveOut.Contains(person.Person) && !letters.ContainsKey(person.Person))
            {
                candidates.AddRange(Candidates(person, near, options.Before, options.After));
            }

            if (options.Waiting is null && hasPlacebo && !foundByName.Contains(person.Person))
            {
                placeboCandidates.AddRange(Candidates(person, placeboNear, placebo.Before, placebo.After));
            }
        }

        var measured = new EvaluationGroups(Seen(written), options.Waiting is null ? Matching.Of(Seen(written), candidates, rules) : Seen(waited));
        return new EvaluationReport(
            options.Before,
            options.After,
            signals.Preset,
            rules,
            options.Waiting is not null,
            Flow(letters, written),
            options.Waiting is null ? Evaluating.Flow(measured.Comparison.Count(each => each.IsMeasured), (FlowEnd.NotSeenAfter, measured.Comparison.Count(each => !each.IsMeasured))) : Flow(waiting, waited),
            Evaluating.Compare(measured, rules),
            placebo,
            hasPlacebo ? new Placebo(Evaluating.Compare(options.Waiting is null ? new EvaluationGroups(Seen(found), Matching.Of(Seen(found), placeboCandidates, rules)) : ByLot(Seen(found)), rules)) : null,
            [.. letters.Where(each => !seen.Contains(each.Key)).Select(each => each.Value.Line).Order()],
            isWhole);
    }

    /// <summary>As many months earlier as it takes that the months after end before the first letter.</summary>
    private PlaceboSpans Placebo()
    {
        var first = letters.Values.Min(each => each.Written);
        var earlier = MonthSpan.Between((first.Year * 100) + first.Month, options.After.To) + 1;
        var month = letters.Values.GroupBy(each => each.Month).OrderByDescending(same => same.Count()).ThenBy(same => same.Key).First().Key;
        return new PlaceboSpans(MonthSpan.Earlier(month, Math.Max(earlier, 1)), options.Before.Earlier(Math.Max(earlier, 1)), options.After.Earlier(Math.Max(earlier, 1)));
    }

    private void First(PersonHistory person, PlaceboSpans placebo)
    {
        months.UnionWith(person.Claims.Select(claim => claim.Month));
        if ((letters.GetValueOrDefault(person.Person) ?? waiting.GetValueOrDefault(person.Person)) is { } listed)
        {
            seen.Add(person.Person);
            var isWritten = letters.ContainsKey(person.Person);
            if (isWritten && !IsBetween(listed))
            {
                otherTime.Add(person.Person);
            }
            else
            {
                (isWritten ? written : waited).Add(Measured(person, listed.Month, options.Before, options.After));
            }
        }

        var findings = signals.Findings(person, placebo.Month, placebo.Month);
        if (!findings.IsEmpty)
        {
            foundByName.Add(person.Person);
        }

        if (findings.Any(finding => !finding.IsExcluded))
        {
            found.Add(Measured(person, placebo.Month, placebo.Before, placebo.After));
        }
    }

    private bool IsBetween(ListedPerson listed)
    {
        var month = (listed.Written.Year * 100) + listed.Written.Month;
        return month > options.Before.To && month < options.After.From && listed.Month < options.After.From;
    }

    private void Check()
    {
        if (options.Before.Each().Concat(options.After.Each()).Where(month => !months.Contains(month)).Select(MonthSpan.Text).ToList() is { Count: > 0 } missing)
        {
            throw new EvaluationFaultException($"There are no claims of {string.Join(", ", missing)} in what was given. Give the files of every month of --before and --after, or name other months.");
        }

        if (!letters.Keys.Any(seen.Contains))
        {
            throw new EvaluationFaultException($"None of the {letters.Count} persons of {options.Letters} has claims in what was given. Give the claims of the same insurer, and with --data the folder whose key the scan used.");
        }

        if (written.Count == 0)
        {
            throw new EvaluationFaultException($"No letter of {options.Letters} was written between {options.Before} and {options.After}. Let --before end before the letters, and --after begin after them.");
        }
    }

    /// <summary>The person in each month in which somebody written to is like this one so far as can be seen at a glance.</summary>
    private IEnumerable<MeasuredPerson> Candidates(PersonHistory person, Alike alike, MonthSpan before, MonthSpan after)
    {
        foreach (var month in alike.Months)
        {
            if (alike.MayBe(person, month, measuring.ClaimsIn(person, month)) && !HasWholeSign(person, month) && Measured(person, month, before, after) is { IsSeenBefore: true } measured)
            {
                yield return measured;
            }
        }
    }

    /// <summary>Who has a reason that keeps everybody like them from a letter is like nobody who got one.</summary>
    private bool HasWholeSign(PersonHistory person, int month)
    {
        var from = MonthSpan.Earlier(month, (int)signals.Preset.SignsLookBack.Value - 1);
        return person.Claims.Any(claim => (claim.Signs & wholeSigns) != 0 && claim.Month >= from && claim.Month <= month);
    }

    private MeasuredPerson Measured(PersonHistory person, int month, MonthSpan before, MonthSpan after)
    {
        var values = measuring.Of(person, before, after);
        return new MeasuredPerson(
            person.Person,
            person.Sex,
            MeasuredPerson.BandOf(person.BirthYear, month),
            month,
            measuring.ClaimsIn(person, month),
            measuring.PsychotropicDaysIn(person, month),
            measuring.ClaimsIn(person, before),
            values[0],
            values[1],
            person.Claims.Any(claim => before.Contains(claim.Month)),
            person.Claims.Any(claim => after.Contains(claim.Month)));
    }

    private ImmutableArray<FlowLine> Flow(FrozenDictionary<string, ListedPerson> list, List<MeasuredPerson> persons) => Evaluating.Flow(
        persons.Count(each => each.IsMeasured),
        (FlowEnd.NotSeenAfter, persons.Count(each => each is { IsSeenBefore: true, IsSeenAfter: false })),
        (FlowEnd.NotSeenBefore, persons.Count(each => !each.IsSeenBefore)),
        (FlowEnd.OtherTime, list.Keys.Count(otherTime.Contains)),
        (FlowEnd.Unknown, list.Keys.Count(person => !seen.Contains(person))));

    /// <summary>As letters and waiting list were drawn: by lot, for which a pseudonym, a keyed hash, is as good as any.</summary>
    private static EvaluationGroups ByLot(ImmutableArray<MeasuredPerson> persons)
    {
        var halves = persons.ToLookup(person => person.Person[^1] % 2 == 0);
        return new EvaluationGroups([.. halves[true]], [.. halves[false]]);
    }

    // In one order, so that sums come out the same to the last bit.
    private static ImmutableArray<MeasuredPerson> Seen(List<MeasuredPerson> persons) =>
        [.. persons.Where(each => each.IsSeenBefore).OrderBy(each => each.Person, StringComparer.Ordinal)];

    /// <summary>What can be asked of a person before anything is measured.</summary>
    private sealed class Alike(List<MeasuredPerson> persons, EvaluationRules rules)
    {
        private readonly Dictionary<(ClaimSex, int, int), (int Least, int Most)> claims = persons.GroupBy(each => (each.Sex, each.Band, each.Month))
            .ToDictionary(same => same.Key, same => (same.Min(each => each.ClaimsInMonth) - (int)rules.ClaimsInMonth.Value, same.Max(each => each.ClaimsInMonth) + (int)rules.ClaimsInMonth.Value));

        public ImmutableArray<int> Months { get; } = [.. persons.Select(each => each.Month).Distinct().Order()];

        public bool MayBe(PersonHistory person, int month, int count) =>
            claims.TryGetValue((person.Sex, MeasuredPerson.BandOf(person.BirthYear, month), month), out var range) && count >= range.Least && count <= range.Most;
    }
}
