using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Sbirt.Service.Claims.Files;

namespace Sbirt.Service.Claims.Masters;

/// <summary>Reads the master files that 支払基金 publishes each month: CSV in CP932 with quotes.</summary>
internal static class MasterFile
{
    private static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    /// <summary>The rows whose second column is this kind (Y 医薬品, B 傷病名).</summary>
    /// <param name="columns">How many columns a row must have.</param>
    /// <exception cref="ClaimFileException">The file cannot be read or is no such master.</exception>
    public static List<string[]> Rows(string path, string kind, int columns)
    {
        var rows = new List<string[]>();
        try
        {
            using var reader = new StreamReader(path, Cp932);
            using var csv = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null });
            while (csv.Read())
            {
                if (csv.Record is { } row && row.Length >= columns && row[1] == kind)
                {
                    rows.Add(row);
                }
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw ClaimFileException.NotReadable();
        }

        return rows.Count > 0
            ? rows
            : throw new ClaimFileException("no-master", $"The file is no master of kind \"{kind}\": no row has {columns} columns and \"{kind}\" in the second. Give the CSV as 支払基金 publishes it.");
    }
}
