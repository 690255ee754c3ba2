using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Sbirt.Service.Claims.Files;

namespace Sbirt.Service.Claims.Masters;

/// <summary>Reads the master files that 支払基金 publishes each month: CSV in CP932 with quotes.</summary>
/// <param name="kind">What the second column of every row says (Y 医薬品, B 傷病名).</param>
/// <param name="layouts">How many columns a row may have.</param>
/// <param name="codeDigits">How long the code in the third column is.</param>
internal sealed class MasterFile(string path, string kind, FrozenSet<int> layouts, int codeDigits)
{
    public const int CodeColumn = 2;
    private const int KindColumn = 1;

    private static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    /// <summary>Gives every row with its code; a file that is anything else is refused whole, by line.</summary>
    /// <exception cref="ClaimFileException">The file cannot be read or is no such master.</exception>
    public void Read(Action<int, string[]> take)
    {
        var rows = 0;
        try
        {
            using var reader = new StreamReader(path, Cp932);
            using var csv = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { Mode = CsvMode.RFC4180, BadDataFound = null });
            while (csv.Read())
            {
                var row = csv.Record!;
                take(CodeOf(row, csv.RawRow), row);
                rows++;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ClaimFileException("not-readable", $"The master {path} cannot be read. Check its permissions and whether it is still there.");
        }
        catch (CsvHelperException fault)
        {
            throw Fault(fault.Context?.Parser?.RawRow ?? rows + 1, "it is no CSV that can be read");
        }

        if (rows == 0)
        {
            throw new ClaimFileException("no-master", $"The master {path} is empty. Give the CSV as 支払基金 publishes it.");
        }
    }

    private int CodeOf(string[] row, int line)
    {
        if (!layouts.Contains(row.Length))
        {
            throw Fault(line, $"it has {row.Length} columns, and a master of kind \"{kind}\" has {string.Join(" or ", layouts.Order())}");
        }

        if (row[KindColumn] != kind)
        {
            throw Fault(line, $"its second column is not \"{kind}\"");
        }

        return row[CodeColumn].Length == codeDigits && int.TryParse(row[CodeColumn], NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? code
            : throw Fault(line, $"its third column is no code of {codeDigits} digits");
    }

    private ClaimFileException Fault(int line, string said) =>
        new("no-master", $"The master {path} is not used: line {line}: {said}. Give the CSV as 支払基金 publishes it, or leave the option out.");
}
