using Sbirt.Content.Languages;
using Sbirt.Service.Charts;

namespace Sbirt.Service.Pages;

/// <summary>Sections, tables and pictures of a report, in one language, with ids that both languages of a file can have.</summary>
internal sealed class PageParts(Language language)
{
    private readonly HashSet<string> captions = [];

    public string Say(Localized text) => text.In(language);

    public Html Section(string id, Localized title, Html inside)
    {
        var own = $"{LanguageTag.Of(language)}-{id}";
        return new Html().Add($"<section aria-labelledby=\"{own}\"><h2 id=\"{own}\">{Say(title)}</h2>\n{inside}</section>\n");
    }

    /// <summary>The figures one looks at first.</summary>
    public Html Numbers(IEnumerable<(Localized What, string Number)> numbers) => new Html().AddPlain("<dl class=\"numbers\">")
        .AddEach(numbers, each => $"<div><dt>{Say(each.What)}</dt><dd>{each.Number}</dd></div>").AddPlain("</dl>\n");

    /// <summary>A picture with what its colours mean.</summary>
    public Html Figure(Html chart, params IEnumerable<(string Class, Localized Means)> legend)
    {
        var means = legend.ToList();
        var figure = new Html().Add($"<figure>{chart}");
        if (means.Count > 0)
        {
            figure.AddPlain("<figcaption><ul class=\"legend\">")
                .AddEach(means, each => $"<li>{ChartFrame.Swatch(each.Class)}{Say(each.Means)}</li>").AddPlain("</ul></figcaption>");
        }

        return figure.AddPlain("</figure>\n");
    }

    /// <summary>The picture and the table beside it.</summary>
    public static Html Pair(Html figure, Html table) => new Html().Add($"<div class=\"pair\">{figure}<div>{table}</div></div>\n");

    public Html Table(string caption, IReadOnlyList<Head> heads, IEnumerable<string[]> rows, string[]? foot = null)
    {
        // Two tables of one name would be one to a screen reader.
        var name = captions.Add(caption) ? caption : $"{caption} ({captions.Count})";
        captions.Add(name);
        var table = new Html().Add($"<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{name}\"><table><caption>{caption}</caption><thead><tr>")
            .AddEach(heads, head => $"<th scope=\"col\" class=\"{(head.IsNumber ? "n" : "w")}\">{head.Text}</th>").AddPlain("</tr></thead><tbody>\n")
            .AddEach(rows, row => $"{Row(heads, row)}").AddPlain("</tbody>");
        if (foot is not null)
        {
            table.Add($"<tfoot>{Row(heads, foot)}</tfoot>");
        }

        return table.AddPlain("</table></div>\n");
    }

    private static Html Row(IReadOnlyList<Head> heads, string[] row)
    {
        var line = new Html().Add($"<tr><th scope=\"row\">{row[0]}</th>");
        for (var column = 1; column < row.Length; column++)
        {
            line.Add(heads[column].IsNumber ? $"<td class=\"n\">{Cell(row[column])}</td>" : (FormattableString)$"<td>{row[column]}</td>");
        }

        return line.AddPlain("</tr>\n");
    }

    /// <summary>What stands on a second line explains the first, and is smaller.</summary>
    private static Html Cell(string text) => text.Split('\n') is [var first, var second]
        ? new Html().Add($"{first}<br><small>{second}</small>")
        : new Html().Add($"{text}");
}

/// <param name="IsNumber">Its column is set to the right.</param>
internal sealed record Head(string Text, bool IsNumber = true);
