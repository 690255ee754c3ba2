using System.Collections.Immutable;
using System.Globalization;
using Sbirt.Content.Languages;
using Sbirt.Content.Letters;

namespace Sbirt.Service.Letters.Names;

/// <summary>
/// The one file in which pseudonyms and names stand together. A scan writes it when asked, the payer adds addresses, letters
/// read it. It can be read by its owner only.
/// </summary>
internal static class NamesFile
{
    private static readonly ImmutableArray<string> Headings =
        ["person", "insurer", "symbol", "number", "branch", "birth", "sex", "name", "kana", "postal", "address1", "address2", "language"];

    /// <summary>Writes a new file; one that is there already may hold addresses and stays as it is.</summary>
    /// <exception cref="IOException">It is there, or cannot be written.</exception>
    public static void Write(string path, IEnumerable<KeyValuePair<string, PersonName>> names) => SafeFile.WriteNew(path, text =>
    {
        text.Write(CsvText.Line(Headings));
        foreach (var (person, name) in names.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            text.Write(CsvText.Line(
                person, name.Insurer, name.Symbol, name.Number, name.Branch, name.Birth.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), name.Sex, name.Name, name.Kana, "", "", "", ""));
        }
    });

    /// <summary>The persons of a file, by pseudonym.</summary>
    /// <exception cref="LettersFaultException">A line cannot be used.</exception>
    public static IReadOnlyDictionary<string, NamedPerson> Read(string path)
    {
        var persons = new Dictionary<string, NamedPerson>(StringComparer.Ordinal);
        foreach (var row in CsvTable.Read(path, ["person", "name"], Headings).Rows)
        {
            var person = row["person"];
            if (person.Length == 0 || !persons.TryAdd(person, Person(row)))
            {
                throw row.Fault("`person` is empty or stands in the list twice. Each person has one line, with the pseudonym that findings show.");
            }
        }

        return persons;
    }

    private static NamedPerson Person(CsvRow row) => new(
        new Addressee(row["name"], row["postal"].TrimStart('〒'), row["address1"], row["address2"]),
        new InsuredNumber(row["insurer"], row["symbol"], row["number"], row["branch"]),
        row["birth"].Length > 0 ? row.Day("birth") : null,
        row["language"] switch
        {
            "" => null,
            "ja" => Language.Ja,
            "en" => Language.En,
            _ => throw row.Fault("`language` is ja, en or empty."),
        });
}

/// <summary>A person of the names file.</summary>
/// <param name="Language">Null: not told.</param>
internal sealed record NamedPerson(Addressee Addressee, InsuredNumber Insured, DateOnly? Birth, Language? Language);
