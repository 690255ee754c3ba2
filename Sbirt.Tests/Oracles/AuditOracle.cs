using Sbirt.Content;

namespace Sbirt.Tests.Oracles;

/// <summary>
/// AUDIT and AUDIT-C from the WHO manual (Babor et al. 2001), Kurihama's AUDIT-C page and US Core's notes,
/// written without looking at the data files.
/// </summary>
internal static class AuditOracle
{
    private static readonly int[] Frequency = [0, 1, 2, 3, 4];
    private static readonly int[] Ever = [0, 2, 4];

    /// <summary>0-40; null when an item that the skip rule leaves standing has no answer.</summary>
    public static int? Total(OracleSheet sheet)
    {
        var first = sheet.Points(1, Frequency);
        var last = OracleTotal.Of([sheet.Points(9, Ever), sheet.Points(10, Ever)]);
        if (first is null)
        {
            return null;
        }

        if (first == 0)
        {
            return last;
        }

        var amount = OracleTotal.Of([sheet.Points(2, Frequency), sheet.Points(3, Frequency)]);
        var harm = amount == 0
            ? 0
            : OracleTotal.Of(Enumerable.Range(4, 5).Select(item => sheet.Points(item, Frequency)));
        return OracleTotal.Of([first, amount, harm, last]);
    }

    /// <summary>Items 4-6, 0-12; 4 or more may point to dependence.</summary>
    public static int? Dependence(OracleSheet sheet)
    {
        if (sheet.At(1) == 0 || (sheet.At(2) == 0 && sheet.At(3) == 0))
        {
            return 0;
        }

        return OracleTotal.Of([sheet.Points(4, Frequency), sheet.Points(5, Frequency), sheet.Points(6, Frequency)]);
    }

    /// <summary>
    /// AUDIT-C as a form of its own, 0-12: the published score table counts all three answers; items 2 and 3
    /// left open after "never" count 0, as in the AUDIT.
    /// </summary>
    public static int? AuditC(OracleSheet sheet)
    {
        int? open = sheet.At(1) == 0 ? 0 : null;
        return OracleTotal.Of([sheet.Points(1, Frequency), sheet.Points(2, Frequency) ?? open, sheet.Points(3, Frequency) ?? open]);
    }

    /// <summary>Items 1-3 inside the AUDIT, 0-12; there nothing more of them is asked after "never".</summary>
    public static int? Consumption(OracleSheet sheet) =>
        sheet.At(1) == 0
            ? 0
            : OracleTotal.Of([sheet.Points(1, Frequency), sheet.Points(2, Frequency), sheet.Points(3, Frequency)]);

    public static string BandJapan(int total) => total switch
    {
        <= 7 => "no-intervention",
        <= 14 => "brief-intervention",
        _ => "specialist",
    };

    public static string BandWho(int total) => total switch
    {
        <= 7 => "zone-1",
        <= 15 => "zone-2",
        <= 19 => "zone-3",
        _ => "zone-4",
    };

    public static string BandHappy(int total) => total switch
    {
        <= 9 => "low-risk",
        <= 19 => "high-risk",
        _ => "dependence-suspected",
    };

    /// <summary>The Oregon-style form; the women's limits when the sex is not told.</summary>
    public static string BandUsBySex(int total, Sex? sex)
    {
        var man = sex == Sex.Male;
        if (total >= 20)
        {
            return "zone-4";
        }

        if (total >= (man ? 15 : 13))
        {
            return "zone-3";
        }

        return total >= (man ? 5 : 4) ? "zone-2" : "zone-1";
    }

    /// <summary>Kurihama: men 6, women 4; 4 when the sex is not told.</summary>
    public static bool ConsumptionIsPositiveInJapan(int score, Sex? sex) => score >= (sex == Sex.Male ? 6 : 4);

    /// <summary>US: men to 65 years 4; women and men over 65 3, and so when sex or age is not told.</summary>
    public static bool ConsumptionIsPositiveInUs(int score, Sex? sex, int? ageYears) =>
        score >= (sex == Sex.Male && ageYears is <= 65 ? 4 : 3);
}
