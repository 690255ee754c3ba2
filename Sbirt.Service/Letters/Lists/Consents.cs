using System.Collections.Immutable;

namespace Sbirt.Service.Letters.Lists;

/// <summary>That a person agreed to a copy for a prescriber (個人情報保護法 27条1項): to whom, when, and where it can be looked up.</summary>
internal sealed record Consent(string Person, string Institution, DateOnly Date);

/// <summary>Recorded consents (<c>--consents</c>); without one there is no copy.</summary>
internal static class Consents
{
    private static readonly ImmutableArray<string> Headings = ["person", "institution", "date", "evidence"];

    /// <exception cref="LettersFaultException">A line is no consent.</exception>
    public static ILookup<string, Consent> Read(string path, DateOnly today)
    {
        var consents = new List<Consent>();
        foreach (var row in CsvTable.Read(path, Headings, Headings).Rows)
        {
            var consent = new Consent(row["person"], row["institution"], row.Day("date"));
            if (consent.Person.Length == 0 || consent.Institution.Length == 0 || row["evidence"].Length == 0)
            {
                throw row.Fault("a consent names person, institution, date and evidence (where it can be looked up). Without all of them there is none.");
            }

            if (consent.Date > today)
            {
                throw row.Fault("the day of the consent has not come yet.");
            }

            consents.Add(consent);
        }

        return consents.ToLookup(consent => consent.Person, StringComparer.Ordinal);
    }
}
