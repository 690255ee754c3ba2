using System.Collections.Frozen;

namespace Sbirt.Service.Claims.Output;

/// <summary>What a refusal means and what to do about it.</summary>
internal static class RefusalWords
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["not-a-claim-file"] = "The file begins like no billing file (UKE) of institutions or insurers, and like no export of FHIR resources (NDJSON). Leave it out, or give the file as it was received.",
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
        ["month-unreadable"] = "The claim tells no month of care (yyyymm or gyymm; billablePeriod or servicedDate).",
        ["birth-date-unreadable"] = "The claim tells no birth date (yyyymmdd or gyymmdd).",
        ["claim-type-unreadable"] = "The claim tells no kind of four digits (レセプト種別).",
        ["insured-unreadable"] = "The claim or coverage names no insurer or no insured number.",
        ["nobody-pays"] = "The claim names neither an insurer (HO) nor a public payer (KO), so nobody knows whom it is about.",
        ["total-unreadable"] = "The control record (GO) tells no number of claims.",
        ["dispensing-date-unreadable"] = "The record (CZ, MedicationDispense) tells no day of dispensing, so its medicines are not counted.",
        ["supply-unreadable"] = "The record (CZ) tells no number of days or times, so its medicines are not counted.",
        ["medicine-code-unreadable"] = "The record (IY) tells no medicine code of nine digits.",
        ["amount-unreadable"] = "The record (IY) tells no amount that can be read, so this medicine is not counted.",
        ["not-ndjson"] = "The file is one FHIR resource, or a list, written over many lines. Give the export as NDJSON: one resource a line.",
        ["not-utf8"] = "The file is JSON in UTF-16. Give the export as it was received, in UTF-8.",
        ["line-broken"] = "The line is no JSON object that is whole, in UTF-8, and within the limits.",
        ["resource-type-missing"] = "The line tells no resourceType.",
        ["resource-type-unknown"] = "The line tells a resourceType that FHIR R4 does not know.",
        ["resource-type-unexpected"] = "The line is of another resourceType than the manifest of the export tells for this file.",
        ["modifier-extension"] = "The resource holds a modifierExtension or implicitRules, which may change what it means, so it is not used. Ask the sender for an export without.",
        ["resource-id-missing"] = "The resource has no id, so nobody can tell its states apart or refer to it.",
        ["status-unknown"] = "The resource tells no status, or one that nobody knows, so it may be cancelled.",
        ["patient-missing"] = "The resource does not refer to a Patient.",
        ["patient-ambiguous"] = "Two Patients of one id tell another birth date or sex, so nobody knows whose claim this is. Give one export at a time.",
        ["claim-kind-unknown"] = "The claim tells no type (institutional, professional, oral, pharmacy), and its institution does not either.",
        ["institution-missing"] = "The claim tells no institution (provider or facility).",
        ["medicine-unknown"] = "The medicine has no code that is known (YJ, HOT, claim or general name code) and no exact general name, or stands in another file, so it is not counted.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every reason a reader may give; a test holds the readers to it.</summary>
    public static IEnumerable<string> Reasons => Words.Keys;

    public static string Of(string reason) => Words[reason];
}
