using System.Collections.Frozen;

namespace Sbirt.Service.Claims.Output;

/// <summary>What a refusal means and what to do about it.</summary>
internal static class RefusalWords
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["not-a-claim-file"] = "The file begins like no billing file (UKE) of institutions or insurers. Leave it out, or give the file as it was received.",
        ["not-cp932"] = "The file was turned into UTF-8 or UTF-16 on the way. Give it as it was received, in Shift_JIS (CP932).",
        ["not-readable"] = "The file could not be read to its end. Check the disk and its permissions.",
        ["gzip-not-whole"] = "The gzip is cut short, damaged, or has something behind it, so none of it is used. Copy it again from where it came.",
        ["zip-not-whole"] = "The entry of the zip is damaged, so none of it is used. Copy the zip again from where it came.",
        ["unfolds-too-far"] = "The archive unfolds to far more than claims ever do, so none of it is used. Unpack it yourself and look what it holds.",
        ["line-too-long"] = "The line is longer than any record of a claim. Look at the file at this place.",
        ["forbidden-character"] = "The line holds a quotation mark, a zero byte or an end mark, which no record may hold.",
        ["too-many-columns"] = "The line has more columns than any record.",
        ["unknown-record"] = "The line begins with no known record id.",
        ["head-unreadable"] = "The head (IR, YK) tells no institution of ten digits, so the claims below it are not used.",
        ["claim-without-head"] = "The claim stands below no readable head (IR, YK), so nobody knows which institution billed it.",
        ["month-unreadable"] = "The claim tells no month of care (yyyymm or gyymm).",
        ["birth-date-unreadable"] = "The claim tells no birth date (yyyymmdd or gyymmdd).",
        ["claim-type-unreadable"] = "The claim tells no kind of four digits (レセプト種別).",
        ["insured-unreadable"] = "The claim names no insurer or no insured number.",
        ["nobody-pays"] = "The claim names neither an insurer (HO) nor a public payer (KO), so nobody knows whom it is about.",
        ["total-unreadable"] = "The control record (GO) tells no number of claims.",
        ["dispensing-date-unreadable"] = "The record (CZ) tells no day of dispensing, so its medicines are not counted.",
        ["supply-unreadable"] = "The record (CZ) tells no number of days or times, so its medicines are not counted.",
        ["medicine-code-unreadable"] = "The record (IY) tells no medicine code of nine digits.",
        ["amount-unreadable"] = "The record (IY) tells no amount that can be read, so this medicine is not counted.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every reason a reader may give; a test holds the readers to it.</summary>
    public static IEnumerable<string> Reasons => Words.Keys;

    public static string Of(string reason) => Words[reason];
}
