using Sbirt.Content.Cards;
using Sbirt.Content.Languages;
using Sbirt.Service.Charts;
using Sbirt.Service.Pages;
using static Sbirt.Service.Reports.ReportWords;

namespace Sbirt.Service.Reports;

/// <summary>The parts of the report: a picture, and the table that holds the same numbers.</summary>
internal sealed class ReportTables(PromptReport report, CountingRules rules, ReportNames names)
{
    private readonly Language language = names.Language;

    public Html Kinds() => Section("kinds", ByKind, new Html()
        .Add($"{Figure(BarChart.Draw(ByKind.In(language), PlotNote.In(language), [.. report.Kinds.Select(kind => new ChartRow(names.Kind(kind.Kind), Parts(kind.Count)))]), true)}")
        .Add($"{Table(ByKind, [Kind, .. CountHeads, Verdict], report.Kinds.Select(kind => Row(NameOf(kind), kind.Count, names.Verdict(kind.Verdict))))}"));

    public Html Services() => Section("services", ByService, Table(
        ByService, [ServiceName, .. CountHeads], report.Services.Select(service => Row(new Html().Add($"{names.Service(service.Service)}"), service.Count))));

    public Html Months() => Section("months", ByMonth, new Html()
        .Add($"{Figure(ColumnChart.Draw(ByMonth.In(language), PlotNote.In(language), [.. report.Months.Select(month => new ChartRow(month.Month.ToString(), Parts(month.Count)))]), true)}")
        .Add($"{Table(ByMonth, [Month, .. CountHeads], report.Months.Select(month => Row(new Html().Add($"{month.Month}"), month.Count)))}"));

    public Html Reasons() => report.All.Reasons.IsEmpty ? new Html() : Section("reasons", ByReason, new Html()
        .Add($"{Figure(BarChart.Draw(ByReason.In(language), PlotNote.In(language), [.. report.All.Reasons.Select(reason => new ChartRow(names.Reason(reason.Code), new ChartPart("reason", reason.Count)))]), false)}")
        .Add($"{Table(ByReason, [Reason, Count], report.All.Reasons.Select(reason => new Html().Add($"<tr><th scope=\"row\">{names.Reason(reason.Code)}</th><td class=\"n\">{reason.Count}</td></tr>\n")))}"));

    public Html Times()
    {
        var timed = report.Kinds.Where(kind => kind.Count.TimeToAct is not null).Select(kind => (Name: names.Kind(kind.Kind), Time: kind.Count.TimeToAct!)).ToList();
        return timed.Count == 0 ? new Html() : Section("times", ReportWords.Times, new Html()
            .Add($"{Figure(RangeChart.Draw(ReportWords.Times.In(language), PlotNote.In(language), [.. timed.Select(kind => new ChartRange(kind.Name, kind.Time.LowerQuartile, kind.Time.Median, kind.Time.UpperQuartile))], names.Time), false)}")
            .Add($"<p class=\"soft\">{TimesNote.In(language)}</p>\n")
            .Add($"{Table(ReportWords.Times, [Kind, Answers, LowerQuarter, Middle, UpperQuarter], timed.Select(kind => TimeRow(kind.Name, kind.Time)))}"));
    }

    /// <summary>The kind's name; of several services also which one it belongs to.</summary>
    private Html NameOf(KindCount kind)
    {
        var name = new Html().Add($"{names.Kind(kind.Kind)}");
        return report.Services.Length == 1 ? name : name.Add($"<br><span class=\"soft\">{names.Service(kind.Service)}</span>");
    }

    private static Localized[] CountHeads => [Offered, Accepted, Acceptance, Overridden, NothingSaid, Median];

    private static ChartPart[] Parts(PromptCount count) =>
        [new("accepted", count.Accepted), new("overridden", count.Overridden), new("silent", count.NothingSaid)];

    private Html TimeRow(string name, TimeToAct time) => new Html().Add(
        $"<tr><th scope=\"row\">{name}</th><td class=\"n\">{time.Count}{Few(time.Count)}</td><td class=\"n\">{names.Time(time.LowerQuartile)}</td><td class=\"n\">{names.Time(time.Median)}</td><td class=\"n\">{names.Time(time.UpperQuartile)}</td></tr>\n");

    private Html Row(Html name, PromptCount count, string? verdict = null)
    {
        var row = new Html()
            .Add($"<tr><th scope=\"row\">{name}</th><td class=\"n\">{count.Offered}{Few(count.Offered)}</td><td class=\"n\">{count.Accepted}</td>")
            .Add($"<td class=\"n\">{(count.AcceptancePercent is { } percent ? $"{Content.Languages.Figure.Text(percent)} %" : "–")}</td>")
            .Add($"<td class=\"n\">{count.Overridden}</td><td class=\"n\">{count.NothingSaid}</td>")
            .Add($"<td class=\"n\">{(count.TimeToAct is { } time ? names.Time(time.Median) : "–")}</td>");
        return (verdict is null ? row : row.Add($"<td>{verdict}</td>")).AddPlain("</tr>\n");
    }

    /// <summary>Marks a small number; none at all needs no mark.</summary>
    private Html Few(int count) =>
        rules.IsFew(count) ? new Html().Add($" <span class=\"few\">{PageWords.Few.In(language)}</span>") : new Html();

    private Html Table(Localized caption, Localized[] heads, IEnumerable<Html> rows)
    {
        var table = new Html().Add($"<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{TableOf(caption).In(language)}\"><table><thead><tr>");
        for (var number = 0; number < heads.Length; number++)
        {
            var isWord = number == 0 || heads[number] == Verdict;
            table.Add($"<th scope=\"col\" class=\"{(isWord ? "w" : "n")}\">{heads[number].In(language)}</th>");
        }

        return table.AddPlain("</tr></thead><tbody>\n").AddEach(rows, row => $"{row}").AddPlain("</tbody></table></div>\n");
    }

    private Html Figure(Html plot, bool legend)
    {
        var figure = new Html().Add($"<figure>{plot}<figcaption>");
        if (legend)
        {
            figure.Add($"""
                <ul class="legend"><li>{ChartFrame.Swatch("accepted")}{Accepted.In(language)}</li><li>{ChartFrame.Swatch("overridden")}{Overridden.In(language)}</li><li>{ChartFrame.Swatch("silent")}{NothingSaid.In(language)}</li></ul>
                """);
        }

        return figure.AddPlain("</figcaption></figure>\n");
    }

    private Html Section(string id, Localized title, Html inside) => new Html().Add(
        $"<section aria-labelledby=\"{id}\"><h2 id=\"{id}\">{title.In(language)}</h2>\n{inside}</section>\n");
}
