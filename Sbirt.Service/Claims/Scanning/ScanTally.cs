using System.Collections.Immutable;
using Sbirt.Content.Claims;

namespace Sbirt.Service.Claims.Scanning;

/// <summary>What became of a signal in a person's month.</summary>
internal enum FindingOutcome
{
    Reached,
    Approaching,

    /// <summary>An exclusion takes it out of the letters.</summary>
    Excluded,

    /// <summary>Somebody looked at it and took it back.</summary>
    Withdrawn,
}

/// <summary>
/// Counts over all persons. Findings are counted by months, as <c>findings.ndjson</c> has them; what the report shows is
/// counted by persons, each once for a signal, by the first of the outcomes it had in any month.
/// </summary>
internal sealed class ScanTally
{
    /// <summary>0 to 9 years, … 90 and more, and unknown.</summary>
    public const int Bands = 11;

    private const int YearsOfBand = 10;
    private const int Sexes = 3;
    private const int Outcomes = 4;
    private const int MostClaims = 200;

    private readonly int firstMonth;
    private readonly int lastMonth;
    private readonly CountedClaims counted;
    private readonly Dictionary<string, SignalTally> found;
    private readonly long[] byKind = new long[5];
    private readonly long[] byClaims = new long[MostClaims + 1];

    public ScanTally(SignalPreset preset, int firstMonth, int lastMonth)
    {
        (this.firstMonth, this.lastMonth) = (firstMonth, lastMonth);
        counted = new CountedClaims(preset);
        Signals = [.. preset.Signals.Select(signal => signal.Id)];
        found = preset.Signals.ToDictionary(signal => signal.Id, signal => new SignalTally(signal, MonthsBetween(firstMonth, lastMonth)), StringComparer.Ordinal);
    }

    /// <summary>Claims of the months that were asked for, by kind, each counted once.</summary>
    public long InWindow { get; private set; }

    /// <summary>Claims of other months.</summary>
    public long OutsideWindow { get; private set; }

    public ImmutableArray<string> Signals { get; }

    /// <summary>Persons by how many claims they had in the last month; without those of <see cref="FindingOutcome"/> in it.</summary>
    public long ByClaims(int least, int? most) => byClaims[least..((most ?? MostClaims) + 1)].Sum();

    public long ClaimsOf(ClaimKind kind) => byKind[(int)kind];

    /// <summary>Persons' months by what became of the signal.</summary>
    public long Months(string signal, FindingOutcome outcome) => Enumerable.Range(0, MonthsBetween(firstMonth, lastMonth)).Sum(month => Of(signal, outcome, month));

    /// <summary>Persons of one month, from 0.</summary>
    public long Of(string signal, FindingOutcome outcome, int month) => found[signal].ByMonth[month][(int)outcome];

    /// <summary>Persons, by sex and by ten years of age; the last band is unknown age.</summary>
    public long Persons(string signal, FindingOutcome outcome, ClaimSex sex, int band) => found[signal].Persons[(int)outcome][((int)sex * Bands) + band];

    public long Persons(string signal, FindingOutcome outcome) =>
        Enumerable.Range(0, Sexes).Sum(sex => Enumerable.Range(0, Bands).Sum(band => Persons(signal, outcome, (ClaimSex)sex, band)));

    /// <summary>Persons who are excluded, by the first reason.</summary>
    public IReadOnlyDictionary<string, long> Reasons(string signal) => found[signal].Reasons;

    /// <summary>Counts the claims of one person, of whom nothing may be found.</summary>
    public void Add(ReadOnlySpan<ClaimFact> claims)
    {
        foreach (ref readonly var claim in claims)
        {
            if (claim.Month >= firstMonth && claim.Month <= lastMonth)
            {
                InWindow++;
                byKind[(int)claim.Kind]++;
            }
            else
            {
                OutsideWindow++;
            }
        }

        byClaims[Math.Min(counted.In(claims, lastMonth), MostClaims)]++;
    }

    /// <summary>Counts what was found of one person, whose claims are counted already; what somebody took back is counted as such.</summary>
    public void Add(PersonHistory person, IReadOnlyCollection<ClaimFinding> findings, Func<ClaimFinding, bool>? isWithdrawn = null)
    {
        foreach (var of in findings.GroupBy(finding => finding.Signal))
        {
            var outcomes = of.Select(finding => (Finding: finding, Outcome: OutcomeOf(finding, isWithdrawn))).ToList();
            found[of.Key].Add(person, outcomes, MonthsBetween, firstMonth, BandOf(person));
            if (of.Key == counted.Signal?.Id && outcomes.Exists(each => each.Finding.Month == lastMonth))
            {
                byClaims[Math.Min(counted.In(person.Claims.AsSpan(), lastMonth), MostClaims)]--;
            }
        }
    }

    private static FindingOutcome OutcomeOf(ClaimFinding finding, Func<ClaimFinding, bool>? isWithdrawn) =>
        isWithdrawn?.Invoke(finding) == true ? FindingOutcome.Withdrawn
        : finding.IsExcluded ? FindingOutcome.Excluded
        : finding.Status == SignalStatus.Reached ? FindingOutcome.Reached
        : FindingOutcome.Approaching;

    private static int MonthsBetween(int first, int last) => ((last / 100) - (first / 100)) * 12 + (last % 100) - (first % 100) + 1;

    private int BandOf(PersonHistory person)
    {
        var age = (lastMonth / 100) - person.BirthYear;
        return person.BirthYear == 0 || age < 0 ? Bands - 1 : Math.Min(age / YearsOfBand, Bands - 2);
    }

    private sealed class SignalTally(SignalDefinition signal, int months)
    {
        public long[][] ByMonth { get; } = [.. Enumerable.Range(0, months).Select(_ => new long[Outcomes])];

        public long[][] Persons { get; } = [.. Enumerable.Range(0, Outcomes).Select(_ => new long[Sexes * Bands])];

        public Dictionary<string, long> Reasons { get; } = new(StringComparer.Ordinal);

        public void Add(PersonHistory person, List<(ClaimFinding Finding, FindingOutcome Outcome)> outcomes, Func<int, int, int> monthsBetween, int firstMonth, int band)
        {
            foreach (var (finding, outcome) in outcomes)
            {
                ByMonth[monthsBetween(firstMonth, finding.Month) - 1][(int)outcome]++;
            }

            var (first, most) = outcomes.MinBy(each => each.Outcome);
            Persons[(int)most][((int)person.Sex * Bands) + band]++;
            if (most == FindingOutcome.Excluded)
            {
                var reason = ReasonOf(first);
                Reasons[reason] = Reasons.GetValueOrDefault(reason) + 1;
            }
        }

        /// <summary>What keeps the whole person from a letter comes before what only lowered the count.</summary>
        private string ReasonOf(ClaimFinding finding) =>
            (finding.Excluded.FirstOrDefault(each => signal.Exclusions.Whole.Contains(each.Reason))
                ?? finding.Excluded.FirstOrDefault(each => each.Reason == SignalExclusions.DoseNotTold)
                ?? finding.Excluded.FirstOrDefault())?.Reason ?? "";
    }
}
