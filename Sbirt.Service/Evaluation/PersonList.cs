using System.Collections.Frozen;
using System.Globalization;
using Sbirt.Content.Evaluation;

namespace Sbirt.Service.Evaluation;

/// <summary>A person of <c>letters.csv</c> or <c>waiting.csv</c>.</summary>
/// <param name="Month">Of the finding, yyyymm.</param>
/// <param name="Written">The day the letter was written, or would have been.</param>
internal sealed record ListedPerson(int Line, int Month, DateOnly Written);

/// <summary>Reads the lists that <c>letters</c> writes: <c>person,month,written,language</c>, and lists with a person column alone.</summary>
internal static class PersonList
{
    private const string Fix = "It is written by \"letters\" and begins with person,month,written,language.";

    /// <summary>By pseudonym; of several letters to one person the first counts.</summary>
    /// <exception cref="EvaluationFaultException">A line cannot be read.</exception>
    public static FrozenDictionary<string, ListedPerson> Read(string path)
    {
        var listed = new Dictionary<string, ListedPerson>(StringComparer.Ordinal);
        foreach (var (line, fields) in Rows(path, "person", "month", "written"))
        {
            if (MonthSpan.MonthOf(fields[1]) is not { } month || !DateOnly.TryParseExact(fields[2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var written))
            {
                throw new EvaluationFaultException($"{path}:{line}: month and written are such as 2026-09 and 2026-11-10. {Fix}");
            }

            if (!listed.TryGetValue(fields[0], out var other) || written < other.Written)
            {
                listed[fields[0]] = new ListedPerson(line, month, written);
            }
        }

        return listed.Count > 0 ? listed.ToFrozenDictionary(StringComparer.Ordinal) : throw new EvaluationFaultException($"{path} lists nobody. {Fix}");
    }

    /// <summary>The column <c>person</c> alone.</summary>
    public static FrozenSet<string> Persons(string path) => Rows(path, "person").Select(row => row.Fields[0]).ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<(int Line, string[] Fields)> Rows(string path, params string[] columns)
    {
        var lines = File.ReadAllLines(path);
        var head = lines.Length == 0 ? [] : Cells(lines[0]);
        var places = columns.Select(column => Array.IndexOf(head, column)).ToArray();
        if (Array.IndexOf(places, -1) is >= 0 and var missing)
        {
            throw new EvaluationFaultException($"{path}:1: there is no column \"{columns[missing]}\". {Fix}");
        }

        for (var line = 1; line < lines.Length; line++)
        {
            var cells = Cells(lines[line]);
            if (lines[line].Length == 0)
            {
                continue;
            }

            var fields = places.Select(place => cells.ElementAtOrDefault(place) ?? "").ToArray();
            yield return fields[0].Length > 0 ? (line + 1, fields) : throw new EvaluationFaultException($"{path}:{line + 1}: the line names no person. {Fix}");
        }
    }

    // Pseudonyms, months, days and language tags hold no comma and no quotation mark; a program in between may have put marks around them.
    private static string[] Cells(string line) => [.. line.Split(',').Select(cell => cell.Trim().Trim('"'))];
}
