using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Sbirt.Content.Languages;
using Sbirt.Content.Referrals;

namespace Sbirt.Service.Referrals;

/// <summary>Writes a directory as the CSV that <see cref="CsvDirectory"/> reads, headings in one language.</summary>
internal static class CsvDirectoryText
{
    public static string Write(ReferralLibrary library, PlaceDirectory directory, Language language)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }))
        {
            var columns = Enum.GetValues<PlaceColumn>();
            foreach (var column in columns)
            {
                csv.WriteField(library.Words.NameOf(column).In(language));
            }

            csv.NextRecord();
            foreach (var cells in directory.Places.Select(PlaceCells.Of))
            {
                foreach (var column in columns)
                {
                    csv.WriteField(cells.GetValueOrDefault(column, string.Empty));
                }

                csv.NextRecord();
            }
        }

        return text.ToString();
    }
}
