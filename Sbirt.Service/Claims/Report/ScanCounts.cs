using System.Collections.Immutable;
using Sbirt.Content.Claims;
using Sbirt.Content.SmallCells;
using Sbirt.Service.Claims.Scanning;

namespace Sbirt.Service.Claims.Report;

/// <summary>
/// The counts of a scan that may be shown to people who may not know who is counted. Every table that shares a sum with
/// another keeps it shown or kept back as the other does, so that nothing follows from two tables that does not follow
/// from one.
/// </summary>
internal sealed class ScanCounts(SignalPreset preset, ScanTally tally, int months)
{
    private static readonly ImmutableArray<int> Edges = [1, 2, 3, 4, 6, 10, 15, 20];

    public static ImmutableArray<ClaimSex> Sexes { get; } = [ClaimSex.Male, ClaimSex.Female, ClaimSex.Unknown];

    public static ImmutableArray<FindingOutcome> Outcomes { get; } = [.. Enum.GetValues<FindingOutcome>()];

    public int Months => months;

    /// <summary>Persons; null: kept back.</summary>
    public long? Persons(string signal, FindingOutcome outcome) => SmallCellRule.Show(tally.Persons(signal, outcome));

    /// <summary>
    /// Persons of each month; null: too few to be shown by month. Nobody may add up persons over months, but the sum of
    /// all months is taken for known, which tells more than persons do.
    /// </summary>
    public ShownTable? ByMonth(string signal, FindingOutcome outcome)
    {
        var counts = CountTable.List([.. Enumerable.Range(0, months).Select(month => tally.Of(signal, outcome, month))]);
        return IsEnough(tally.Persons(signal, outcome)) ? SmallCellRule.Show(counts, KnowsTotal(counts)) : null;
    }

    /// <summary>Bands by sex (of unknown sex only when there are any); null: too few to be shown in parts.</summary>
    public ShownTable? BySexAndBand(string signal, FindingOutcome outcome)
    {
        var counts = new CountTable(ScanTally.Bands, Sexes.Length, (band, sex) => tally.Persons(signal, outcome, Sexes[sex], band));
        return IsEnough(counts.Total) ? SmallCellRule.Show(counts, KnowsTotal(counts)) : null;
    }

    /// <summary>Excluded persons by the first reason; null: too few.</summary>
    public (ImmutableArray<string> Reasons, ShownTable Counts)? Reasons(string signal)
    {
        var reasons = tally.Reasons(signal).OrderByDescending(each => each.Value).ThenBy(each => each.Key, StringComparer.Ordinal).ToList();
        return IsEnough(reasons.Sum(each => each.Value)) && CountTable.List([.. reasons.Select(each => each.Value)]) is var counts
            && SmallCellRule.Show(counts, KnowsTotal(counts)) is { } shown
                ? ([.. reasons.Select(each => each.Key)], shown)
                : null;
    }

    /// <summary>
    /// Persons by how many claims the last month has. The bands of the signal are those of its findings, and so shown or
    /// kept back as there.
    /// </summary>
    public ClaimBands Bands()
    {
        var signal = preset.Signals.FirstOrDefault(each => each.Kind == SignalKind.ClaimsPerMonth);
        var least = signal is null ? int.MaxValue : Math.Min(signal.ApproachFrom ?? signal.Threshold, signal.Threshold);
        var edges = Edges.Where(edge => edge < least).ToList();
        var bands = edges.Select((edge, at) => new ClaimBand(edge, at + 1 < edges.Count ? edges[at + 1] - 1 : signal is null ? null : least - 1, null)).ToList();
        var counts = bands.ConvertAll(band => tally.ByClaims(band.From, band.To));
        var rules = bands.ConvertAll(_ => CellRule.Free);
        foreach (var (outcome, from, to) in signal is null ? [] : new[]
        {
            (FindingOutcome.Approaching, signal.ApproachFrom ?? signal.Threshold, (int?)(signal.Threshold - 1)), (FindingOutcome.Reached, signal.Threshold, null),
        })
        {
            var count = tally.Of(signal!.Id, outcome, months - 1);
            bands.Add(new ClaimBand(from, to, outcome));
            counts.Add(count);
            rules.Add(IsShownElsewhere(signal.Id, outcome) ? CellRule.Known : CellRule.Hidden);
        }

        var table = CountTable.List(counts);
        return new ClaimBands([.. bands], SmallCellRule.Show(table, (row, _) => row < rules.Count ? rules[row] : CellRule.Free));
    }

    private bool IsShownElsewhere(string signal, FindingOutcome outcome) =>
        months == 1 ? Persons(signal, outcome) is not null : tally.Of(signal, outcome, months - 1) == 0 || ByMonth(signal, outcome)?[months - 1] is not null;

    private static bool IsEnough(long persons) => persons >= SmallCellRule.Least;

    private static Func<int, int, CellRule> KnowsTotal(CountTable counts) =>
        (row, column) => row == counts.Rows && column == counts.Columns - (counts.Columns == 1 ? 1 : 0) ? CellRule.Known : CellRule.Free;
}

/// <param name="Outcome">What the signal says of it; null: nothing.</param>
internal sealed record ClaimBand(int From, int? To, FindingOutcome? Outcome);

/// <param name="Persons">Null: too few to be shown in parts.</param>
internal sealed record ClaimBands(ImmutableArray<ClaimBand> Bands, ShownTable? Persons);
