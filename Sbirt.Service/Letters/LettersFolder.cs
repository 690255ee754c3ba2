using System.Globalization;
using System.Text;
using Sbirt.Content.Languages;
using Sbirt.Content.Letters;
using Sbirt.Service.Claims.Output;

namespace Sbirt.Service.Letters;

/// <summary>
/// The result as it grows: <c>letters/</c>, <c>copies/</c>, the lists, and <c>private/</c>, the only place in which a
/// letter's number and its reply number lead to a person. Its owner alone can read it.
/// </summary>
internal sealed class LettersFolder
{
    private static readonly string[] Heading = ["person", "month", "written", "language"];

    private readonly string path;
    private readonly StringBuilder letters = new(CsvText.Line(Heading));
    private readonly StringBuilder waiting = new(CsvText.Line(Heading));
    private readonly StringBuilder replies = new(CsvText.Line("letter", "reply", "person"));
    private readonly List<string> pages = [];

    public LettersFolder(string path)
    {
        this.path = path;
        foreach (var folder in (string[])["", "letters", "private"])
        {
            Make(Path.Combine(path, folder));
        }
    }

    /// <summary>Documents to be printed.</summary>
    public IReadOnlyList<string> Pages => pages;

    public void AddLetter(Candidate candidate, Letter letter, LetterSheet sheet)
    {
        Add(Path.Combine(path, "letters", letter.Number + ".html"), sheet);
        letters.Append(Row(candidate, letter.Written));
        replies.Append(CsvText.Line(letter.Number, letter.ReplyToken, candidate.Person));
    }

    public void AddWaiting(Candidate candidate, DateOnly day) => waiting.Append(Row(candidate, day));

    /// <summary>False: it is there already, by an earlier consent to the same institution.</summary>
    public bool TryAddCopy(Letter letter, string institution, LetterSheet sheet)
    {
        Make(Path.Combine(path, "copies"));
        var file = Path.Combine(path, "copies", $"{letter.Number}-{institution}.html");
        if (File.Exists(file))
        {
            return false;
        }

        Add(file, sheet);
        return true;
    }

    public void Write(IEnumerable<NotWritten> notWritten, LetterSettings settings, LetterPages set)
    {
        var not = new StringBuilder(CsvText.Line("person", "month", "reason", "detail"));
        foreach (var each in notWritten.OrderBy(each => each.Person, StringComparer.Ordinal))
        {
            not.Append(CsvText.Line(each.Person, FindingWriter.MonthText(each.Month), each.Reason, each.Detail));
        }

        Write("letters.csv", letters.ToString());
        Write("waiting.csv", waiting.ToString());
        Write("not-written.csv", not.ToString());
        Write(Path.Combine("private", "replies.csv"), replies.ToString());
        foreach (var language in Enum.GetValues<Language>())
        {
            Write($"reply-form.{LanguageTag.Of(language)}.html", set.ReplyForm(settings, language));
        }
    }

    /// <summary>Moves everything to where it belongs.</summary>
    public void Close(string to)
    {
        if (Directory.Exists(to))
        {
            Directory.Delete(to);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(to))!);
        Directory.Move(path, to);
    }

    /// <summary>Removes what was not moved.</summary>
    public void Remove()
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private void Add(string file, LetterSheet sheet)
    {
        SafeFile.Write(file, Encoding.UTF8.GetBytes(sheet.Html));
        pages.Add(file);
    }

    private static string Row(Candidate candidate, DateOnly day) => CsvText.Line(
        candidate.Person, FindingWriter.MonthText(candidate.Month), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), LanguageTag.Of(candidate.Language));

    private void Write(string name, string text) => SafeFile.Write(Path.Combine(path, name), Encoding.UTF8.GetBytes(text));

    private static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
