using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.Content.Claims;
using Sbirt.Content.Medicines;
using Sbirt.FhirAdapter.Directory;
using Sbirt.FhirAdapter.Reading;

namespace Sbirt.FhirAdapter.Claims;

/// <summary>Reads MedicationDispense, and MedicationRequest for what a dispense does not tell.</summary>
internal sealed class DispenseReading(MedicineLibrary library, ClaimMedicines medicines)
{
    private const decimal UnitsInAmount = 100_000;
    private const decimal MostAmount = 100_000_000_000;

    public ClaimLine Dispense(ClaimResource resource)
    {
        if (Refused(resource) is { } refused)
        {
            return refused;
        }

        var root = resource.Root;
        if (IsInpatient(root))
        {
            return new LeftOutLine();
        }

        if (ClaimResource.PatientOf(root.Member("subject")) is not { } patient)
        {
            return Refuse(ClaimLineReasons.PatientMissing);
        }

        if (MedicineDates.StartOf(root, resource.Type) is not { } day || day.Earliest.Year < 1868)
        {
            return Refuse(ClaimLineReasons.DateUnreadable);
        }

        if (resource.Key is not { } key)
        {
            return Refuse(ClaimLineReasons.IdMissing);
        }

        if (MedicineOf(resource) is not { } medicine)
        {
            return Refuse(ClaimLineReasons.MedicineUnknown);
        }

        var isDayKnown = day.IsExact;
        if (!isDayKnown && (day.Earliest.Year != day.Latest.Year || day.Earliest.Month != day.Latest.Month))
        {
            return Refuse(ClaimLineReasons.DateUnreadable);
        }

        return new DispenseLine(
            key,
            patient,
            medicine.Code,
            medicine.Ingredient,
            day.Earliest,
            isDayKnown,
            PharmacyOf(resource),
            root.Items("authorizingPrescription").Select(one => ClaimResource.KeyOf(one)).FirstOrDefault(one => one is not null),
            SupplyOf(resource, medicine.Known),
            resource.Updated);
    }

    public ClaimLine Order(ClaimResource resource)
    {
        if (Refused(resource) is { } refused)
        {
            return refused;
        }

        if (ClaimResource.PatientOf(resource.Root.Member("subject")) is not { } patient)
        {
            return Refuse(ClaimLineReasons.PatientMissing);
        }

        return resource.Key is not { } key
            ? Refuse(ClaimLineReasons.IdMissing)
            : new OrderLine(
                key,
                patient,
                resource.Place(resource.Root.Member("requester"), mayBePerson: false),
                ClaimResource.Identifier(resource.Root.Member("groupIdentifier")),
                SupplyOf(resource, MedicineOf(resource)?.Known),
                resource.Updated);
    }

    private static ClaimLine? Refused(ClaimResource resource) =>
        MedicineState.Of(new MedicineResource(resource.Type, resource.Type, null, resource.Root, IsDraft: false)) switch
        {
            MedicineStanding.LeftOut => new LeftOutLine(),
            MedicineStanding.NotTold => Refuse(ClaimLineReasons.StatusUnknown),
            _ => null,
        };

    // What is given in hospital is no supply to take home.
    private static bool IsInpatient(JsonElement dispense) =>
        dispense.Member("category").Items("coding").Any(coding =>
            coding.Text("code") == "inpatient" && coding.Text("system")?.EndsWith("medicationdispense-category", StringComparison.Ordinal) == true);

    private (ShortCode Code, int Ingredient, MedicineMatch.Known? Known)? MedicineOf(ClaimResource resource)
    {
        if (resource.Root.Member("medicationCodeableConcept") is { } concept)
        {
            return medicines.Of(concept);
        }

        var contained = resource.Contained(resource.Root.Member("medicationReference"));
        return contained.Member("code") is { } code ? medicines.Of(code) : null;
    }

    private static ShortCode PharmacyOf(ClaimResource resource)
    {
        foreach (var performer in resource.Root.Items("performer"))
        {
            if (resource.Place(performer.Member("actor"), mayBePerson: false) is { IsNone: false } place)
            {
                return place;
            }
        }

        return resource.Place(resource.Root.Member("location"), mayBePerson: true);
    }

    private MedicineSupply SupplyOf(ClaimResource resource, MedicineMatch.Known? known)
    {
        ImmutableArray<JsonElement> dosages = [.. resource.Root.Items("dosageInstruction")];
        var asNeeded = dosages.Any(dosage => dosage.Member("asNeededBoolean") is { ValueKind: JsonValueKind.True } || dosage.Member("asNeededCodeableConcept") is not null);
        var (days, _) = new MedicineDays(library, (_, _) => { }).Of(resource.Root, resource.Type, dosages, asNeeded);
        var daily = asNeeded || known is null ? null : new MedicineDose(library, known, (_, _) => { }).Daily(dosages);
        var amount = daily is { } told ? known!.UnitsIn(told.Most) * UnitsInAmount : null;
        return new MedicineSupply(
            asNeeded ? IntakeForm.AsNeeded : days is null ? IntakeForm.Unknown : IntakeForm.Daily,
            days ?? 0,
            amount is > 0 and <= MostAmount ? (long)amount : 0);
    }

    private static UnreadLine Refuse(string reason) => new(reason, TakesClaim: false);
}
