using System.Globalization;
using Sbirt.Content.Claims;
using Sbirt.Content.Languages;
using Sbirt.Service.Charts;
using Sbirt.Service.Claims.Output;
using Sbirt.Service.Claims.Scanning;
using Sbirt.Service.Pages;
using static Sbirt.Service.Claims.Report.ScanReportWords;

namespace Sbirt.Service.Claims.Report;

/// <summary>What was found as pictures, the table with the same numbers beside each.</summary>
internal sealed class FindingPictures(ScanResult result, ScanCounts counts, Language language)
{
    private static readonly (FindingOutcome Outcome, string Class)[] Colours =
    [
        (FindingOutcome.Reached, "blue"), (FindingOutcome.Approaching, "amber"), (FindingOutcome.Excluded, "pale"), (FindingOutcome.Withdrawn, "violet"),
    ];

    private static readonly FindingOutcome[] WrittenTo = [FindingOutcome.Reached, FindingOutcome.Approaching];

    public static string Shown(long? count) => count is { } told ? ChartFrame.Number(told) : ChartRow.KeptBack;

    public Html Found(PageParts parts)
    {
        var rows = result.Preset.Signals.Select(signal => (signal.Words.Title, Counts: ScanCounts.Outcomes.Select(outcome => counts.Persons(signal.Id, outcome)).ToList())).ToList();
        var chart = BarChart.Draw(Say(ScanReportWords.Found), Say(PlotNote), [.. rows.Select(row => new ChartRow(Say(row.Title), [.. Colours.Select(each => new ChartPart(each.Class, row.Counts[(int)each.Outcome]))]))]);
        return parts.Section("found", ScanReportWords.Found, PageParts.Pair(
            parts.Figure(chart, Colours.Select(each => (each.Class, Of(each.Outcome)))),
            parts.Table(Say(ScanReportWords.Found), [new(Say(Signal), false), .. ScanCounts.Outcomes.Select(outcome => new Head(Say(Of(outcome))))], rows.Select(row => (string[])[Say(row.Title), .. row.Counts.Select(Shown)]))));
    }

    public Html BySexAndAge(PageParts parts)
    {
        var inside = new Html();
        var few = new List<string>();
        foreach (var (signal, outcome) in from signal in result.Preset.Signals from outcome in WrittenTo where result.Tally.Persons(signal.Id, outcome) > 0 select (signal, outcome))
        {
            var title = $"{Say(signal.Words.Title)}: {Say(Of(outcome))}";
            if (counts.BySexAndBand(signal.Id, outcome) is { } shown)
            {
                inside.Add($"<h3>{title}</h3>\n{Pyramid(parts, title, shown)}");
            }
            else
            {
                few.Add(title);
            }
        }

        inside.Add($"{Few(few)}");
        return parts.Section("sex-age", ScanReportWords.BySexAndAge, inside);
    }

    public Html ByMonth(PageParts parts)
    {
        if (counts.Months == 1)
        {
            return new Html();
        }

        var inside = new Html().Add($"<p class=\"soft\">{Say(ByMonthNote)}</p>\n");
        var names = Enumerable.Range(0, counts.Months).Select(month => FindingWriter.MonthText(MonthOf(month))).ToList();
        var few = new List<string>();
        foreach (var signal in result.Preset.Signals.Where(signal => WrittenTo.Any(outcome => result.Tally.Persons(signal.Id, outcome) > 0)))
        {
            var title = Say(signal.Words.Title);
            var tables = WrittenTo.Select(outcome => (Outcome: outcome, Shown: counts.ByMonth(signal.Id, outcome))).Where(each => each.Shown is not null).ToList();
            if (tables.Count == 0)
            {
                few.Add(title);
                continue;
            }

            inside.Add($"<h3>{title}</h3>\n{PageParts.Pair(
                parts.Figure(
                    ColumnChart.Draw($"{Say(ScanReportWords.ByMonth)}: {title}", Say(PlotNote), [.. names.Select((name, month) => new ChartRow(name, [.. tables.Select(each => new ChartPart(Colours[(int)each.Outcome].Class, each.Shown![month]))]))]),
                    tables.Select(each => (Colours[(int)each.Outcome].Class, Of(each.Outcome)))),
                parts.Table($"{Say(ScanReportWords.ByMonth)}: {title}", [new(Say(Month), false), .. tables.Select(each => new Head(Say(Of(each.Outcome))))], names.Select((name, month) => (string[])[name, .. tables.Select(each => Shown(each.Shown![month]))])))}");
        }

        inside.Add($"{Few(few)}");
        return parts.Section("months", ScanReportWords.ByMonth, inside);
    }

    public Html Distribution(PageParts parts)
    {
        var bands = counts.Bands();
        var title = Say(ScanReportWords.Distribution);
        var inside = new Html().Add($"<p>{Say(DistributionNote(FindingWriter.MonthText(result.Options.Month)))}</p>\n");
        if (bands.Persons is not { } shown)
        {
            return parts.Section("distribution", ScanReportWords.Distribution, inside.Add($"<p class=\"soft\">{Say(TooFew)}</p>\n"));
        }

        var rows = bands.Bands.Select((band, row) => (Label: LabelOf(band), band.Outcome, Count: shown[row])).ToList();
        return parts.Section("distribution", ScanReportWords.Distribution, inside.Add($"{PageParts.Pair(
            parts.Figure(
                ColumnChart.Draw(title, Say(PlotNote), [.. rows.Select(row => new ChartRow(row.Label, new ChartPart(row.Outcome is { } outcome ? Colours[(int)outcome].Class : "pale", row.Count)))]),
                rows.Where(row => row.Outcome is not null).Select(row => (Colours[(int)row.Outcome!.Value].Class, Of(row.Outcome!.Value)))),
            parts.Table(title, [new(Say(ScanReportWords.Claims), false), new(Say(ScanReportWords.Persons))], rows.Select(row => new[] { row.Outcome is { } outcome ? $"{row.Label} ({Say(Of(outcome))})" : row.Label, Shown(row.Count) }), [Say(AllAges), Shown(shown.Total)]))}"));
    }

    /// <summary>What is not broken down, and why.</summary>
    private Html Few(List<string> titles) => titles.Count == 0 ? new Html() : new Html().Add($"<p class=\"soft\">{Say(TooFew)}</p>\n<ul class=\"sources\">")
        .AddEach(titles, title => $"<li>{title}</li>").AddPlain("</ul>\n");

    private Html Pyramid(PageParts parts, string title, Content.SmallCells.ShownTable shown)
    {
        var sexes = Enumerable.Range(0, ScanCounts.Sexes.Length).Where(sex => ScanCounts.Sexes[sex] != ClaimSex.Unknown || shown[ScanTally.Bands, sex] != 0).ToList();
        var bands = Enumerable.Range(0, ScanTally.Bands).Where(band => band < ScanTally.Bands - 1 || shown[band, shown.Columns] != 0).ToList();
        var chart = PyramidChart.Draw(title, Say(PlotNote), (Say(Of(ClaimSex.Male)), "blue"), (Say(Of(ClaimSex.Female)), "amber"), [.. bands.Select(band => (LabelOf(band), shown[band, 0], shown[band, 1]))]);
        var table = parts.Table(
            title,
            [new(Say(Age), false), .. sexes.Select(sex => new Head(Say(Of(ScanCounts.Sexes[sex])))), new(Say(AllAges))],
            bands.Select(band => Row(LabelOf(band), band)),
            Row(Say(AllAges), ScanTally.Bands));
        return PageParts.Pair(parts.Figure(chart), table);

        string[] Row(string label, int band) => [label, .. sexes.Select(sex => Shown(shown[band, sex])), Shown(shown[band, shown.Columns])];
    }

    private string LabelOf(int band) => band == ScanTally.Bands - 1 ? Say(UnknownAge) : string.Create(CultureInfo.InvariantCulture, $"{band * 10}{(band == ScanTally.Bands - 2 ? "+" : $"–{(band * 10) + 9}")}");

    private static string LabelOf(ClaimBand band) => string.Create(CultureInfo.InvariantCulture, $"{band.From}{(band.To == band.From ? "" : band.To is { } to ? $"–{to}" : "+")}");

    private int MonthOf(int month) => new DateOnly(result.Options.FirstMonth / 100, result.Options.FirstMonth % 100, 1).AddMonths(month) is var day ? (day.Year * 100) + day.Month : 0;

    private string Say(Localized text) => text.In(language);
}
