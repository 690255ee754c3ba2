using Sbirt.Content.Findings;
using Sbirt.Content.Medicines;
using Sbirt.FhirAdapter.Json;
using Sbirt.FhirAdapter.Structure.Table;

namespace Sbirt.FhirAdapter.Claims;

/// <summary>
/// Reads lines of a bulk export (FHIR R4 NDJSON) for a scan of claims: Patient, Coverage, Organization, Claim,
/// ExplanationOfBenefit, MedicationDispense and MedicationRequest become plain facts, one line at a time. What changes the
/// meaning of a resource in a way not known here keeps it from being used.
/// </summary>
public sealed class ClaimLineReader(MedicineLibrary medicines)
{
    private readonly ClaimMedicines known = new(medicines);

    /// <summary>No resource of a claim is longer; published in <c>docs/limits.md</c>.</summary>
    public static int MostLineBytes => JsonLimits.Bundles.BodyBytes;

    /// <summary>What the line tells.</summary>
    /// <param name="expected">The type all lines of the file are of, as the export's manifest has it; null: not told.</param>
    public ClaimLine Read(ReadOnlyMemory<byte> line, string? expected)
    {
        var peek = LinePeek.At(line.Span, JsonLimits.Bundles.Depth);
        if (!peek.IsWhole)
        {
            return Refuse(ClaimLineReasons.Broken, expected);
        }

        if (StructureTable.R4.Resource(peek.Type)?.Name is not { } type)
        {
            return Refuse(peek.Type.IsEmpty ? ClaimLineReasons.TypeMissing : ClaimLineReasons.TypeUnknown, expected);
        }

        if (expected is not null && type != expected)
        {
            return Refuse(ClaimLineReasons.TypeUnexpected, type);
        }

        return !IsUsed(type) ? new OtherLine()
            : peek.IsModified ? Refuse(ClaimLineReasons.Modified, type)
            : FhirJson.Read(line, JsonLimits.Bundles) is Reading<FhirDocument>.Ok { Value: var document } ? Read(document, type)
            : Refuse(ClaimLineReasons.Broken, type);
    }

    private static bool IsUsed(string type) =>
        type is "Patient" or "Coverage" or "Organization" or "Claim" or "ExplanationOfBenefit" or "MedicationDispense" or "MedicationRequest";

    private static UnreadLine Refuse(string reason, string? type) => new(reason, type is "Claim" or "ExplanationOfBenefit");

    private ClaimLine Read(FhirDocument document, string type)
    {
        using (document)
        {
            var resource = new ClaimResource(document.Root, type);
            return type switch
            {
                "Patient" => PatientReading.Of(resource),
                "Coverage" => CoverageReading.Of(resource),
                "Organization" => OrganizationReading.Of(resource),
                "MedicationDispense" => new DispenseReading(medicines, known).Dispense(resource),
                "MedicationRequest" => new DispenseReading(medicines, known).Order(resource),
                _ => new BilledReading(known).Of(resource),
            };
        }
    }
}
