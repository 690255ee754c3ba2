using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Sbirt.Content.Claims;
using Sbirt.FhirAdapter.Directory;
using Sbirt.FhirAdapter.Reading;

namespace Sbirt.FhirAdapter.Claims;

/// <summary>Reads Claim and ExplanationOfBenefit.</summary>
internal sealed class BilledReading(ClaimMedicines medicines)
{
    private const int MostItems = 2_000;

    public ClaimLine Of(ClaimResource resource)
    {
        var root = resource.Root;
        switch (root.Text("status"))
        {
            case "active":
                break;
            case "cancelled" or "draft" or "entered-in-error":
                return new LeftOutLine();
            default:
                return Refuse(ClaimLineReasons.StatusUnknown);
        }

        // Asking beforehand what will be paid is no claim, and one that could not be processed goes back to who sent it.
        if (root.Text("use") is not (null or "claim") || root.Text("outcome") == "error")
        {
            return new LeftOutLine();
        }

        return resource.Key is not { } key ? Refuse(ClaimLineReasons.IdMissing)
            : ClaimResource.PatientOf(root.Member("patient")) is not { } patient ? Refuse(ClaimLineReasons.PatientMissing)
            : MonthOf(root) is not { } month ? Refuse(ClaimLineReasons.MonthUnreadable)
            : InstitutionOf(resource) is not { IsNone: false } institution ? Refuse(ClaimLineReasons.InstitutionMissing)
            : !IsKindTold(root, institution, out var kind) ? Refuse(ClaimLineReasons.KindUnknown)
            : Billed(resource, key, patient, month, institution, kind);
    }

    private BilledLine Billed(ClaimResource resource, string key, string patient, int month, ShortCode institution, ClaimKind? kind)
    {
        var root = resource.Root;
        ImmutableArray<JsonElement> items = [.. root.Items("item").Take(MostItems)];
        return new BilledLine(
            key,
            [.. Replaced(root)],
            patient,
            kind,
            IsInpatient(root),
            month,
            YearMonth(root.Text("created")) ?? 0,
            items.Select(item => DayOf(item)).OfType<DateOnly>().Distinct().Count(),
            institution,
            ClaimResource.KeyOf(root.Member("prescription")),
            resource.Updated,
            [.. root.Items("diagnosis").Select(DiseaseOf).OfType<BilledDisease>()],
            [.. items.Select(item => MedicineOf(root, item, month)).OfType<BilledMedicine>()]);
    }

    /// <summary>The Claim that an ExplanationOfBenefit answers, and earlier states that are named.</summary>
    private static IEnumerable<string> Replaced(JsonElement root)
    {
        var prior = root.Items("related")
            .Where(related => related.Member("relationship").Items("coding").Any(coding => coding.Text("code") == "prior"))
            .Select(related => ClaimResource.KeyOf(related.Member("claim")));
        return prior.Append(ClaimResource.KeyOf(root.Member("claim"))).OfType<string>();
    }

    private static int? MonthOf(JsonElement root) =>
        YearMonth(root.Member("billablePeriod").Text("start"))
        ?? root.Items("item").Select(item => YearMonth(item.Text("servicedDate")) ?? YearMonth(item.Member("servicedPeriod").Text("start"))).Where(month => month is not null).Min();

    private static int? YearMonth(string? date) =>
        date is { Length: >= 7 } && DateOnly.TryParseExact(date.AsSpan(0, 7), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is >= 1868 and <= 2200
            ? (month.Year * 100) + month.Month
            : null;

    private static DateOnly? DayOf(JsonElement item) =>
        MedicineDates.SpanOf(item.Text("servicedDate") ?? item.Member("servicedPeriod").Text("start")) is { IsExact: true } day ? day.Earliest : null;

    private static ShortCode InstitutionOf(ClaimResource resource)
    {
        var provider = resource.Root.Member("provider");
        return resource.Place(provider, mayBePerson: false) is { IsNone: false } institution ? institution
            : resource.Place(resource.Root.Member("facility"), mayBePerson: true) is { IsNone: false } facility ? facility
            : resource.Place(provider, mayBePerson: true);
    }

    // An institution of ten digits tells its kind by the third (点数表); where it is known by another name only, its type does.
    private static bool IsKindTold(JsonElement root, ShortCode institution, out ClaimKind? kind)
    {
        kind = root.Member("type").Items("coding").Where(coding => coding.Text("system") == ClaimUris.ClaimType).Select(coding => coding.Text("code")).FirstOrDefault() switch
        {
            "institutional" or "professional" => ClaimKind.Medical,
            "oral" => ClaimKind.Dental,
            "pharmacy" => ClaimKind.Dispensing,
            _ => KindOf(institution.ToString()),
        };
        return kind is not null;
    }

    private static ClaimKind? KindOf(string institution) => institution.Length == 10 && institution.All(char.IsAsciiDigit)
        ? institution[2] switch { '1' => ClaimKind.Medical, '3' => ClaimKind.Dental, '4' => ClaimKind.Dispensing, _ => null }
        : null;

    private static bool IsInpatient(JsonElement root) =>
        root.Member("subType").Items("coding").Any(coding => coding.Text("code") == "inpatient");

    private static BilledDisease? DiseaseOf(JsonElement diagnosis)
    {
        const string Suspected = "8002";
        var codings = diagnosis.Member("diagnosisCodeableConcept").Items("coding").ToImmutableArray();
        var (claim, icd10) = (CodeOf(codings, ClaimUris.IsDisease), CodeOf(codings, system => system == ClaimUris.Icd10));
        return ShortCode.Of(claim.Length > 0 ? claim : icd10) is { IsNone: false } code
            ? new BilledDisease(
                code,
                int.TryParse(claim, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
                icd10,
                codings.Any(coding => ClaimUris.IsDiseaseModifier(coding.Text("system")) && coding.Text("code") == Suspected))
            : null;
    }

    private static string CodeOf(ImmutableArray<JsonElement> codings, Func<string?, bool> isSystem) =>
        codings.Where(coding => isSystem(coding.Text("system"))).Select(coding => InsuredNumbers.Plain(coding.Text("code"))).FirstOrDefault(code => code.Length > 0) ?? "";

    private BilledMedicine? MedicineOf(JsonElement root, JsonElement item, int month)
    {
        if (medicines.Of(item.Member("productOrService")) is not { } medicine)
        {
            return null;
        }

        var day = DayOf(item);
        return new BilledMedicine(medicine.Code, medicine.Ingredient, day ?? new DateOnly(month / 100, month % 100, 1), day is not null, DaysOf(root, item));
    }

    // CARIN for Blue Button: days of supply stand in supportingInfo, and items say which of it is theirs.
    private static int DaysOf(JsonElement root, JsonElement item)
    {
        const decimal MostDays = 3_660;
        var own = item.Items("informationSequence").Where(one => one.ValueKind == JsonValueKind.Number).Select(one => one.GetRawText()).ToHashSet(StringComparer.Ordinal);
        foreach (var told in root.Items("supportingInfo").Where(told => own.Count == 0 || own.Contains(((JsonElement?)told).Written("sequence") ?? "")))
        {
            if (told.Member("category").Items("coding").Any(coding => coding.Text("code") == "dayssupply")
                && MedicineQuantity.ValueOf(told.Member("valueQuantity")) is >= 1 and <= MostDays and var days)
            {
                return (int)days;
            }
        }

        return 0;
    }

    private static UnreadLine Refuse(string reason) => new(reason, TakesClaim: true);
}
