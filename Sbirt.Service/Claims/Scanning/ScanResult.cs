using System.Collections.Immutable;
using Sbirt.Content.Claims;

namespace Sbirt.Service.Claims.Scanning;

/// <summary>What a scan found, but for the findings themselves, which are written as they come.</summary>
/// <param name="Unopened">Files that could not even be opened.</param>
internal sealed record ScanResult(
    ScanOptions Options,
    SignalPreset Preset,
    TextTable Texts,
    ImmutableArray<PartResult> Parts,
    long Persons,
    long Duplicates,
    ScanTally Tally,
    int Unopened)
{
    /// <summary>True: every line of every file of claims was read, and totals agree.</summary>
    public bool IsWhole =>
        RefusedFiles == 0 && Parts.All(part => part.Refused.All(line => line.Line == 0)) && Read.All(text => text.Unreconciled.IsEmpty);

    /// <summary>Files that should be of claims and could not be used.</summary>
    public long RefusedFiles => Unopened + Read.Count(text => text.Fault is not null && !Texts.IsBeside(text));

    public IEnumerable<TextResult> Read => Parts.SelectMany(part => part.Texts);
}

/// <summary>Counts over all persons.</summary>
internal sealed class ScanTally(ImmutableArray<string> signals)
{
    private const int AgeBands = 10;
    private const int YearsOfBand = 10;
    private const int Sexes = 3;

    private readonly Dictionary<string, long[]> found = signals.ToDictionary(signal => signal, _ => new long[3], StringComparer.Ordinal);
    private readonly Dictionary<string, long[]> bySexAndAge = signals.ToDictionary(signal => signal, _ => new long[Sexes * Bands], StringComparer.Ordinal);
    private readonly long[] byKind = new long[5];

    /// <summary>Claims of the months that were asked for, by kind, each counted once.</summary>
    public long InWindow { get; private set; }

    /// <summary>Claims of other months.</summary>
    public long OutsideWindow { get; private set; }

    public ImmutableArray<string> Signals { get; } = signals;

    public long ClaimsOf(ClaimKind kind) => byKind[(int)kind];

    /// <summary>Persons' months, by how far the signal went; those an exclusion takes out are counted apart.</summary>
    public (long Reached, long Approaching, long Excluded) Of(string signal) => (found[signal][0], found[signal][1], found[signal][2]);

    /// <summary>Reached, by sex and by ten years of age; the last band is unknown age.</summary>
    public long Reached(string signal, ClaimSex sex, int band) => bySexAndAge[signal][((int)sex * Bands) + band];

    public static int Bands => AgeBands + 1;

    public void Add(ReadOnlySpan<ClaimFact> claims, int fromMonth, int toMonth)
    {
        foreach (ref readonly var claim in claims)
        {
            if (claim.Month >= fromMonth && claim.Month <= toMonth)
            {
                InWindow++;
                byKind[(int)claim.Kind]++;
            }
            else
            {
                OutsideWindow++;
            }
        }
    }

    public void Add(PersonHistory person, ClaimFinding finding)
    {
        var counts = found[finding.Signal];
        counts[finding.IsExcluded ? 2 : finding.Status == SignalStatus.Reached ? 0 : 1]++;
        if (finding is { IsExcluded: false, Status: SignalStatus.Reached })
        {
            var age = person.BirthYear == 0 ? -1 : (finding.Month / 100) - person.BirthYear;
            var band = age < 0 ? AgeBands : Math.Min(age / YearsOfBand, AgeBands - 1);
            bySexAndAge[finding.Signal][((int)person.Sex * Bands) + band]++;
        }
    }
}
