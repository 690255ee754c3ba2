using System.Globalization;
using Sbirt.Content.Claims;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Medicines;
using Shouldly;

namespace Sbirt.Tests.Content.Claims;

/// <summary>Builds claims, medicines and persons; each test names only what matters.</summary>
internal static class Histories
{
    public const int Month = 202610;

    /// <summary>Etizolam 0.5 mg and 1 mg, zolpidem 5 mg: tablets of the medicine table.</summary>
    public const string Etizolam05 = "620148502";

    public const string Etizolam05OtherBrand = "620148601";

    public const string Etizolam1 = "611170514";

    public const string Zolpidem5 = "610443047";

    private const int Amount = 100_000;

    public static readonly MedicineLibrary Table = MedicineLibrary.LoadShipped();

    public static readonly SignalLibrary Library = SignalLibrary.LoadShipped();

    private static readonly MedicineStrengths Strengths = MedicineStrengths.Of(Table);

    private static long line;

    public static SignalPreset Osaka => Library.Find("kyokai-osaka-20")!;

    public static ShortCode Code(string text) => ShortCode.Of(text)!.Value;

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static ClaimPlace Place() => new(0, ++line);

    public static PersonHistory Person(IEnumerable<ClaimFact>? claims = null, IEnumerable<DispensingFact>? given = null, IEnumerable<DiseaseFact>? diseases = null) =>
        new("0f", ClaimSex.Female, 1970, [.. claims ?? []], [.. given ?? []], [.. diseases ?? []]);

    public static ClaimFact Claim(int month = Month, string at = "2710000001", ClaimKind kind = ClaimKind.Medical, ClaimSigns signs = ClaimSigns.None, bool inpatient = false, int days = 1) =>
        new(kind, inpatient, month, Code(at), ShortCode.None, days, 500, signs, Place());

    /// <summary>So many claims, each of its own institution.</summary>
    public static IEnumerable<ClaimFact> Several(int count, int month = Month, ClaimKind kind = ClaimKind.Medical, ClaimSigns signs = ClaimSigns.None, bool inpatient = false) =>
        Enumerable.Range(1, count).Select(number => Claim(month, $"27{(int)kind}{number:D7}", kind, signs, inpatient)).ToList();

    public static DispensingFact Give(
        string ingredient,
        string on,
        int days = 30,
        string? from = "A",
        decimal units = 1,
        string code = "999999999",
        IntakeForm form = IntakeForm.Daily,
        int prescription = 0,
        bool dayKnown = true) =>
        Give(ingredient, Day(on), days, from, units, code, form, prescription, dayKnown);

    public static DispensingFact Give(
        string ingredient,
        DateOnly on,
        int days = 30,
        string? from = "A",
        decimal units = 1,
        string code = "999999999",
        IntakeForm form = IntakeForm.Daily,
        int prescription = 0,
        bool dayKnown = true) =>
        new(
            on,
            dayKnown,
            Code(code),
            ingredient.Length == 0 ? -1 : Table.Ingredients.IndexOf(Table.Find(ingredient) ?? throw new InvalidOperationException(ingredient)),
            form,
            (long)(units * Amount),
            days,
            prescription,
            from is null ? ShortCode.None : Code(from),
            Code("P1"),
            Place());

    public static DiseaseFact Disease(string code, string at, int month = Month, bool suspected = false, bool inpatient = false) =>
        new(month, Code(at), Code(code), suspected, inpatient, Place());

    public static IReadOnlyList<ClaimFinding> Scan(this SignalPreset preset, PersonHistory person, int from = Month, int to = Month) =>
        new SignalScan(preset, Table, Strengths).Findings(person, from, to);

    /// <summary>A condition as a store that knows no rules understands it.</summary>
    public static bool Holds(this CandidateCondition condition, PersonHistory person, int from, int to)
    {
        bool IsInWindow(int month) => !condition.InWindow || (month >= from && month <= to);

        var looked = condition.Facts == CandidateFacts.Diseases
            ? person.Diseases.Where(fact => IsInWindow(fact.Month)).Select(fact => (fact.Institution, fact.Month)).ToList()
            : person.Dispensings.Where(fact => condition.Looked.Contains((fact.Ingredient, fact.Form)) && fact.Supply >= condition.MinSupply)
                .Select(fact => (fact.Source, Month: (fact.Date.Year * 100) + fact.Date.Month)).Where(fact => IsInWindow(fact.Month)).ToList();
        return looked.Count >= condition.Least
            && looked.Select(fact => fact.Item1).Distinct().Count() >= condition.Institutions
            && (condition.MonthsApart == 0 || MonthNumber(looked.Max(fact => fact.Month)) - MonthNumber(looked.Min(fact => fact.Month)) >= condition.MonthsApart);

        static int MonthNumber(int month) => (month / 100 * 12) + (month % 100);
    }

    /// <summary>The one finding of a signal in the month; null: none.</summary>
    public static ClaimFinding? Finding(this SignalPreset preset, string signal, PersonHistory person, int month = Month) =>
        preset.Scan(person, month, month).SingleOrDefault(finding => finding.Signal == signal);

    /// <summary>A preset of one signal, as a payer may write it.</summary>
    public static SignalPreset Own(string signal)
    {
        var faults = new List<ContentFault>();
        var preset = SignalLibrary.Read(new ContentFile("own.yaml", OwnText(signal)), faults);
        faults.ShouldBeEmpty();
        return preset!;
    }

    public static string OwnText(string signal) => $$"""
        id: own
        version: "1"
        title: { ja: 自分の目安, en: Our own }
        note: { ja: 例です。, en: An example. }
        sources:
          ours: { cite: "健保の取り決め", effective: 2026-04-01, certainty: open }
        signsLookBackMonths: { value: 12, source: ours }
        signals:
        {{signal}}
        """;

    /// <summary>Everything a finding says, to compare two scans by.</summary>
    public static string Text(this IEnumerable<ClaimFinding> findings) => string.Join('\n', findings.Select(finding => string.Create(
        CultureInfo.InvariantCulture,
        $"{finding.Person} {finding.Month} {finding.Signal} {finding.Status} {finding.Value}/{finding.Threshold} {finding.Arithmetic!.Ja} {finding.Arithmetic.En} {string.Join(';', finding.Evidence)} {string.Join(';', finding.Excluded)} {finding.IsExcluded} {finding.RestsOnEstimate}")));
}
