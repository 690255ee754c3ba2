using System.Globalization;
using Sbirt.Content.Languages;
using Sbirt.Content.Referrals;
using Spectre.Console;

namespace Sbirt.Service.Referrals;

/// <summary>Prints problems and changes of a directory as tables a person can work through.</summary>
internal sealed class DirectoryPrinting
{
    private const int WidthWithoutTerminal = 160;

    private readonly IAnsiConsole console;
    private readonly ReferralLibrary library;
    private readonly Language language;

    public DirectoryPrinting(TextWriter output, ReferralLibrary library, Language language)
    {
        this.library = library;
        this.language = language;
        console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = Math.Max(console.Profile.Width, WidthWithoutTerminal);
    }

    public void Print(DirectoryCheck check, int rows)
    {
        if (!check.Problems.IsEmpty)
        {
            var table = Table("行", "Row", "列", "Column", "", "", "気づいたこと", "What", "直し方", "How to mend it");
            foreach (var problem in check.Problems)
            {
                table.AddRow(
                    new Text(RowOf(problem)),
                    new Text(ColumnOf(problem)),
                    new Text(Say(problem.Weight == ProblemWeight.Error ? new("要修正", "error") : new("注意", "warning"))),
                    new Text(Say(problem.What)),
                    new Text(Say(problem.Fix)));
            }

            console.Write(table);
        }

        var errors = check.Problems.Count(problem => problem.Weight == ProblemWeight.Error);
        var warnings = check.Problems.Length - errors;
        Line(
            $"{rows} か所、要修正 {errors} 件、注意 {warnings} 件。",
            $"{rows} places, {errors} errors, {warnings} warnings.");
    }

    public void Print(DirectoryImportResult result)
    {
        if (result.Path is null)
        {
            Line("何も取り込みませんでした。要修正の行を直すと取り込めます。", "Nothing was imported. Mend the rows with errors and import again.");
            return;
        }

        if (result.Changes.IsEmpty)
        {
            Line("前回と同じ内容です。", "Nothing has changed since the last import.");
        }
        else
        {
            var table = Table("識別子", "Id", "名称", "Name", "変更", "Change", "変わった列", "Columns");
            foreach (var change in result.Changes)
            {
                table.AddRow(
                    new Text(change.Id),
                    new Text(change.Name),
                    new Text(Say(NameOf(change.Kind))),
                    new Text(string.Join(", ", change.Columns.Select(column => Say(library.Words.NameOf(column))))));
            }

            console.Write(table);
        }

        var counts = result.Changes.CountBy(change => change.Kind).ToDictionary();
        var (added, changed, removed) = (
            counts.GetValueOrDefault(DirectoryChangeKind.Added),
            counts.GetValueOrDefault(DirectoryChangeKind.Changed),
            counts.GetValueOrDefault(DirectoryChangeKind.Removed));
        Line($"追加 {added}、変更 {changed}、削除 {removed}。", $"{added} added, {changed} changed, {removed} removed.");
        Line($"書き込み先: {result.Path}", $"Written to {result.Path}");
    }

    private Table Table(params string[] headings)
    {
        var table = new Table().Border(TableBorder.Ascii2);
        for (var at = 0; at < headings.Length; at += 2)
        {
            table.AddColumn(new TableColumn(new Text(Say(new Localized(headings[at], headings[at + 1])))));
        }

        return table;
    }

    private string RowOf(DirectoryProblem problem)
    {
        var row = problem.Row == 0 ? Say(new("全体", "file")) : problem.Row.ToString(CultureInfo.InvariantCulture);
        return problem.Line is { } line && line != problem.Row
            ? Say(new($"{row}({line}行目)", $"{row} (line {line})"))
            : row;
    }

    private string ColumnOf(DirectoryProblem problem)
    {
        if (problem.Column is { } column)
        {
            return Say(library.Words.NameOf(column));
        }

        return problem.Cell is { } cell ? Say(new($"{cell}列目", $"cell {cell}")) : string.Empty;
    }

    private void Line(string ja, string en)
    {
        console.Write(new Text(Say(new Localized(ja, en))));
        console.WriteLine();
    }

    private string Say(Localized text) => text.In(language);

    private static Localized NameOf(DirectoryChangeKind kind) => kind switch
    {
        DirectoryChangeKind.Added => new("追加", "added"),
        DirectoryChangeKind.Changed => new("変更", "changed"),
        _ => new("削除", "removed"),
    };
}
