using System.Globalization;
using Sbirt.Content.Evaluation;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.Service.Charts;
using Sbirt.Service.Pages;
using static Sbirt.Service.Evaluation.EvaluationWords;

namespace Sbirt.Service.Evaluation;

/// <summary>The report on letters in one language, from the answer to how it was reckoned.</summary>
internal sealed class EvaluationPage(EvaluationReport report, Language language)
{
    /// <summary>What the Osaka report measured, and so what is drawn of each group.</summary>
    private static readonly Measure[] Drawn = [Measure.DispensedQuantity, Measure.Institutions, Measure.Claims, Measure.PsychotropicDays];

    private readonly PageParts parts = new(language);
    private readonly int least = (int)report.Rules.LeastGroup.Value;

    public static byte[] Write(EvaluationReport report) => PageFile.Of(Title, language =>
    {
        var page = new EvaluationPage(report, language);
        return (page.Head(), page.Main());
    });

    private Html Head() => new Html().Add($"""
        <h1>{Say(Title)}</h1>
        <p>{Say(Times(report.Before, report.After))}</p>
        <p class="soft">{Say(report.Preset.Title)}</p>

        """);

    private Html Main()
    {
        var main = new Html().Add($"<p class=\"lead\">{Say(Lead)}</p>\n");
        if (!report.IsWhole)
        {
            main.Add($"<p class=\"note\">{Say(NotWhole)}</p>\n");
        }

        return report.Comparison is { } comparison
            ? main.Add($"{ShortAnswer(comparison)}{Effects(comparison)}{Return(comparison)}{Parts("sex", BySex, comparison)}{Parts("age", ByAge, comparison)}{Who(comparison)}{How()}")
            : main.Add($"<p class=\"note\">{Say(TooSmall(least))}</p>\n{Who(null)}{How()}");
    }

    private Html ShortAnswer(GroupsCompared comparison) => parts.Section("short", EvaluationWords.ShortAnswer, parts.Numbers(
            [(WrittenTo, Count(comparison.Written)), (Others(report.IsWaitingList), Count(comparison.Compared))])
        .AddPlain("<ul>\n")
        .AddEach(comparison.Lines.Where(line => Drawn.Contains(line.Measure)), line => $"<li>{Say(Finding(line))}{(IsClear(line) && report.Placebo?.Comparison?.Lines[(int)line.Measure] is { } placebo && IsClear(placebo) ? (language == Language.En ? " " : "") + Say(AlsoWithout) : "")}</li>\n")
        .Add($"</ul>\n<p class=\"note\">{Say(SmallCells)}</p>\n"));

    private Html Effects(GroupsCompared comparison)
    {
        var placebo = report.Placebo?.Comparison;
        var chart = IntervalChart.Draw(Say(EvaluationWords.Effects), Say(PlotNote), [.. comparison.Lines.Where(line => line.EffectPercent is not null).Select(line => new ChartInterval(
            Say(MeasureWords.Of(line.Measure).Title),
            [.. Estimates("blue", line), .. placebo is null ? [] : Estimates("pale", placebo.Lines[(int)line.Measure])]))], " %");
        var notes = new Html().Add($"<p>{Say(EffectsNote(report.Rules.ConfidencePercent.Value))}</p>\n<p>{Say(NegativeNote)}</p>\n{(placebo is null ? new Html() : new Html().Add($"<p>{Say(GreyNote)}</p>\n"))}");
        var figure = parts.Figure(chart, [("blue", RealTime), .. placebo is null ? Array.Empty<(string, Localized)>() : [("pale", PlaceboTime)]]);
        return parts.Section("effects", EvaluationWords.Effects, PageParts.Pair(figure, notes).Add($"{EffectTable(Say(EvaluationWords.Effects), comparison.Lines, placebo?.Lines)}"));
    }

    private Html EffectTable(string caption, IReadOnlyList<ComparisonLine> lines, IReadOnlyList<ComparisonLine>? placebo = null) => parts.Table(
        caption,
        [new(Say(PerMonth), false), new(Say(Difference)), .. placebo is null ? Array.Empty<Head>() : [new(Say(PlaceboDifference))]],
        lines.Select((line, row) => (string[])[Named(line.Measure), Effect(line), .. placebo is null ? Array.Empty<string>() : [Effect(placebo[row])]]));

    /// <summary>The difference, and its interval on a second line.</summary>
    private string Effect(ComparisonLine line) => $"{Signed(line.Effect, line.Measure)}\n{Say(Between(line))}";

    private Html Return(GroupsCompared comparison)
    {
        var placebo = report.Placebo?.Comparison;
        var inside = new Html().Add($"<p>{Say(ReturnText)}</p>\n");
        inside.Add(report.Placebo is null ? (FormattableString)$"<p class=\"note\">{Say(NoPlacebo(report.PlaceboSpans))}</p>\n"
            : placebo is null ? (FormattableString)$"<p class=\"note\">{Say(PlaceboTooSmall(least))}</p>\n"
            : (FormattableString)$"<p>{Say(ReturnShown(report.PlaceboSpans))}</p>\n");
        inside.AddPlain("<div class=\"pair\">\n");
        foreach (var measure in Drawn)
        {
            List<ChartPanel> panels = [Panel(RealTime, comparison.Lines[(int)measure])];
            if (placebo is not null)
            {
                panels.Add(Panel(PlaceboTime, placebo.Lines[(int)measure]));
            }

            var title = Named(measure);
            inside.Add($"<div><h3>{title}</h3>{parts.Figure(SlopeChart.Draw(title, Say(PlotNote), Say(Before), Say(After), panels, mean => Plain((decimal)mean, measure)), [("blue", WrittenTo), ("pale", Others(report.IsWaitingList))])}</div>\n");
        }

        inside.Add($"</div>\n{MeanTable(RealTime, comparison.Lines)}");
        if (placebo is not null)
        {
            inside.Add($"{MeanTable(PlaceboTime, placebo.Lines)}");
        }

        return parts.Section("return", EvaluationWords.Return, inside);
    }

    private static ChartSlope Slope(string style, decimal before, decimal after) => new(style, (double)before, (double)after);

    private ChartPanel Panel(Localized title, ComparisonLine line) =>
        new(Say(title), Slope("pale", line.ComparedBefore, line.ComparedAfter), Slope("blue", line.WrittenBefore, line.WrittenAfter));

    private Html MeanTable(Localized time, IReadOnlyList<ComparisonLine> lines) => parts.Table(
        $"{Say(Means)}: {Say(time)}",
        [new(Say(PerMonth), false), .. from who in new[] { WrittenTo, Others(report.IsWaitingList) } from when in new[] { Before, After } select new Head($"{Say(who)}: {Say(when)}")],
        lines.Select(line => new[] { Named(line.Measure), Plain(line.WrittenBefore, line.Measure), Plain(line.WrittenAfter, line.Measure), Plain(line.ComparedBefore, line.Measure), Plain(line.ComparedAfter, line.Measure) }));

    private Html Parts(string by, Localized title, GroupsCompared comparison)
    {
        var all = comparison.Parts.Where(part => part.By == by).ToList();
        var shown = all.Where(part => !part.Lines.IsEmpty).ToList();
        var inside = new Html().Add($"{(by == "sex" ? new Html().Add($"<p class=\"soft\">{Say(PartsNote)}</p>\n") : new Html())}");
        if (shown.Count > 0)
        {
            inside.AddPlain("<div class=\"pair\">\n");
            foreach (var measure in Drawn.Where(measure => shown.Exists(part => part.Lines[(int)measure].EffectPercent is not null)))
            {
                var chart = IntervalChart.Draw($"{Say(title)}: {Named(measure)}", Say(PlotNote), [.. shown.Where(part => part.Lines[(int)measure].EffectPercent is not null).Select(part => new ChartInterval(Say(OfPart(part)), [.. Estimates("blue", part.Lines[(int)measure])]))], " %");
                inside.Add($"<div><h3>{Named(measure)}</h3>{parts.Figure(chart)}</div>\n");
            }

            inside.AddPlain("</div>\n");
        }

        inside.Add($"{parts.Table(
            $"{Say(title)}: {Say(Persons)}",
            [new(Say(Part), false), new(Say(PersonsWritten)), new(Say(PersonsCompared))],
            all.Select(part => new[] { Say(OfPart(part)), Count(part.Written), Count(part.Compared) }))}");
        if (shown.Count > 0)
        {
            inside.Add($"{parts.Table(
                $"{Say(title)}: {Say(EvaluationWords.Effects)}",
                [new(Say(Part), false), .. MeasureWords.All.Select(words => new Head(Named(words.Measure)))],
                shown.Select(part => (string[])[Say(OfPart(part)), .. part.Lines.Select(Effect)]))}");
        }

        return parts.Section(by, title, inside);
    }

    private Html Who(GroupsCompared? comparison)
    {
        var inside = new Html().Add($"<p>{Say(WhoText(report.IsWaitingList))}</p>\n").Add($"{PageParts.Pair(Flow(WrittenTo, report.Written), Flow(Others(report.IsWaitingList), report.Compared))}<p>{Say(LeftText)}</p>\n");
        return parts.Section("who", EvaluationWords.Who, comparison is null ? inside : inside.Add($"{EffectTable(Say(WithEverybody), comparison.WithEverybody)}"));
    }

    private Html Flow(Localized title, IReadOnlyList<FlowLine> lines) => parts.Table(
        Say(title),
        [new(Say(Part), false), new(Say(Persons))],
        lines.Take(lines.Count - 1).Select(line => new[] { Say(Of(line.End)), Count(line.Persons) }),
        [Say(Of(FlowEnd.All)), Count(lines[^1].Persons)]);

    private Html How() => parts.Section("how", EvaluationWords.How, new Html().Add($"<p>{Say(HowText)}</p>\n<dl>\n")
        .AddEach(MeasureWords.All, words => $"<dt><strong>{Say(words.Title)}</strong></dt><dd>{Say(words.Explanation)}</dd>\n")
        .Add($"</dl>\n{parts.Table(
            Say(EvaluationWords.How),
            [new(Say(Number), false), new(Say(Value)), new(Say(EvaluationWords.Source), false)],
            report.Rules.All.Select(rule => new[] { Say(OfRule(rule.Name)), Content.Languages.Figure.Text(rule.Value), (rule.Source.Certainty == Certainty.Open ? $"[{Say(PageWords.Open)}] " : "") + rule.Source.Cite }))}"));

    private static IEnumerable<ChartEstimate> Estimates(string style, ComparisonLine line) => line is { EffectPercent: { } effect, LowPercent: { } low, HighPercent: { } high }
        ? [new ChartEstimate(style, (double)low, (double)effect, (double)high)]
        : [];

    private string Named(Measure measure) => $"{Say(MeasureWords.Of(measure).Title)} ({Say(MeasureWords.Of(measure).Unit)})";

    private static string Count(long? persons) => persons is { } told ? told.ToString("#,0", CultureInfo.InvariantCulture) : ChartRow.KeptBack;

    private string Say(Localized text) => parts.Say(text);
}
