using System.Collections.Immutable;
using System.Text;

namespace Sbirt.Tests.Service.Claims.Synthesis;

/// <summary>A claim as the tests read it: slowly, from decoded text, and by nothing of the product's readers.</summary>
internal sealed record ReadClaim(
    string Person, string Kind, string Month, string Institution, string Prescriber, bool IsStay, int Days, int Points, ImmutableArray<string[]> Records)
{
    /// <summary>One claim of a person: what is billed again has the same.</summary>
    public string Key => string.Join('|', Person, Kind, Month, Institution, Prescriber, IsStay);
}

/// <summary>Medicine handed out, as the tests read it.</summary>
internal sealed record ReadSupply(string Person, DateOnly Date, string Ingredient, string Amount, int Days, string Source, string Prescription, bool IsAsNeeded);

/// <summary>Reads made-up files whole, for tests to hold against what was planted.</summary>
internal static class MadeUpClaims
{
    private const int PayerColumns = 3;
    private static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    public static string TextOf(byte[] bytes) => Cp932.GetString(bytes);

    public static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".UKE", StringComparison.Ordinal) || path.EndsWith("RECODEINFO_MED.CSV", StringComparison.Ordinal)
                || path.EndsWith("RECODEINFO_DPC.CSV", StringComparison.Ordinal) || path.EndsWith("RECODEINFO_DEN.CSV", StringComparison.Ordinal)
                || path.EndsWith("RECODEINFO_PHA.CSV", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary>The records of a file, without the payer's columns and the end mark.</summary>
    public static IEnumerable<string[]> RecordsOf(string path)
    {
        var columns = path.EndsWith(".CSV", StringComparison.Ordinal) ? PayerColumns : 0;
        return TextOf(File.ReadAllBytes(path)).TrimEnd('\u001A').Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(',')[columns..]);
    }

    public static List<ReadClaim> ClaimsIn(string folder) => [.. FilesIn(folder).SelectMany(ClaimsOf)];

    public static IEnumerable<ReadClaim> ClaimsOf(string path)
    {
        string[] head = [];
        List<string[]> claim = [];
        foreach (var record in RecordsOf(path))
        {
            if (record[0] is "RE" or "IR" or "YK" or "GO" or "MN" && claim.Count > 0)
            {
                yield return ClaimOf(head, claim);
                claim = [];
            }

            if (record[0] is "IR" or "YK")
            {
                head = record;
            }
            else if (record[0] == "RE" || claim.Count > 0)
            {
                claim.Add(record);
            }
        }

        if (claim.Count > 0)
        {
            yield return ClaimOf(head, claim);
        }
    }

    /// <summary>Each claim once, in whatever file it stands.</summary>
    public static IEnumerable<ReadClaim> Once(IEnumerable<ReadClaim> claims) => claims.GroupBy(claim => claim.Key).Select(same => same.First());

    public static string MonthOf(string written) => written.Length == 6 ? written : DayOf(written + "01")[..6];

    public static string DayOf(string written)
    {
        if (written.Length == 8)
        {
            return written;
        }

        var before = written[0] switch { '3' => 1925, '4' => 1988, '5' => 2018, _ => throw new InvalidDataException(written) };
        return $"{before + int.Parse(written[1..3], null)}{written[3..]}";
    }

    private static ReadClaim ClaimOf(string[] head, List<string[]> records)
    {
        var receipt = records[0];
        var isDispensing = head[0] == "YK";
        var insurer = records.Find(record => record[0] == "HO");
        var publicPayer = records.Find(record => record[0] == "KO");
        var payer = insurer ?? publicPayer!;
        var kana = receipt[isDispensing ? 41 : 36];
        var who = insurer is null ? $"{payer[1]}/{payer[2]}" : $"{payer[1]}/{payer[2]}/{payer[3]}".Normalize(NormalizationForm.FormKC);
        var isStay = !isDispensing && (receipt[2][3] - '0') % 2 == 1;
        return new ReadClaim(
            string.Join('/', who, DayOf(receipt[6]), receipt[5], kana),
            records.Exists(record => record[0] == "BU") ? "dpc" : head[0] + head[3],
            MonthOf(receipt[3]),
            head[2] + head[3] + head[4],
            isDispensing ? receipt[9] + receipt[10] + receipt[11] : "",
            isStay,
            int.Parse(payer[4], null),
            int.Parse(payer[5], null),
            [.. records]);
    }
}
