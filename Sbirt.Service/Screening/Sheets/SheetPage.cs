using System.Globalization;
using System.Text;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.Content.Referrals;
using Sbirt.FhirAdapter.Writing;

namespace Sbirt.Service.Screening.Sheets;

/// <summary>One assessed sheet as a page of plain text, for a clinician at a terminal.</summary>
internal sealed class SheetPage
{
    private const int Width = 78;

    private readonly StringBuilder page = new();
    private readonly AssessmentParts parts;
    private readonly Language language;

    private SheetPage(AssessmentParts parts)
    {
        this.parts = parts;
        language = parts.Language;
    }

    public static string Of(SheetPlace place, AssessmentParts parts)
    {
        var sheet = new SheetPage(parts);
        sheet.Write(place);
        return sheet.page.ToString();
    }

    private void Write(SheetPlace place)
    {
        Line(new string('=', Width));
        Line($"{parts.Scored.Instrument.Title.In(language)}  [{place}]");
        Line(new string('=', Width));
        Line($"{Say("点数", "Score")}: {Score()}");
        foreach (var finding in parts.Findings)
        {
            Meaning(finding, "");
        }

        foreach (var finding in parts.Beside)
        {
            Meaning(finding, Say("参考 ", "beside: "));
        }

        List(Say("答えについて", "About the answers"), parts.Response.Issues.Concat(parts.Scored.Issues).Select(issue => issue.Reason.Text.In(language)));
        Talk();
        List(Say("つなぎ先", "Where to hand over"), parts.Suggestions.Select(Place));
        Line("");
    }

    private string Score()
    {
        var main = parts.Scored.Main;
        return main.Value is { } value
            ? $"{Figure.Text(value)} / {Figure.Text(main.Scale.Max)}"
            : Say(
                $"未完了({Figure.Text(main.Lower)}〜{Figure.Text(main.Upper)} のあいだ)",
                $"incomplete (between {Figure.Text(main.Lower)} and {Figure.Text(main.Upper)})");
    }

    private void Meaning(Finding finding, string prefix)
    {
        var set = finding.Set is { } cutOffs
            ? $" [{cutOffs.PackId} {finding.Band?.Span}, {cutOffs.Effective.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}]"
            : "";
        Line($"- {prefix}{finding.Title.In(language)}{set}");
        Line($"  {finding.Action.In(language)}");
        foreach (var assumption in finding.Assumptions)
        {
            Line($"  * {assumption.In(language)}");
        }
    }

    private void Talk()
    {
        if (parts.Plan is not { } plan)
        {
            return;
        }

        List($"{Say("2分の声かけ", "Two minutes")}: {plan.Title}", plan.Steps.Select(step => step.Say));
        List(Say("選べること", "Things to choose from"), plan.Menu);
        Line("");
        Line($"## {Say("記録", "Note for the record")}");
        Line(plan.Note);
        Page(Say("お渡しする紙", "The patient's page"), plan.HandoutMarkdown);
        Page(Say("ご家族にお渡しする紙", "The page for a relative"), plan.FamilyMarkdown);
        List(Say("次に会う日", "Look again on"), plan.FollowUpDates.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    private string Place(Suggestion suggestion) =>
        suggestion.Place.Name.In(language)
        + string.Concat(suggestion.Reasons.Select(reason => Environment.NewLine + "    " + reason.In(language)))
        + string.Concat(suggestion.Warnings.Select(warning => Environment.NewLine + "    * " + warning.In(language)));

    private void Page(string title, string markdown)
    {
        Line("");
        Line($"## {title}");
        foreach (var line in markdown.TrimEnd().Split('\n'))
        {
            Line(line.Length == 0 ? "" : "  " + line);
        }
    }

    private void List(string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
        {
            return;
        }

        Line("");
        Line($"## {title}");
        foreach (var line in all)
        {
            Line("- " + line);
        }
    }

    private string Say(string ja, string en) => language == Language.En ? en : ja;

    private void Line(string text) => page.Append(text).Append('\n');
}
