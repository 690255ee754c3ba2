using System.Text.Json;
using Sbirt.Content.Claims;
using Sbirt.FhirAdapter.Directory;
using Sbirt.FhirAdapter.Reading;

namespace Sbirt.FhirAdapter.Claims;

/// <summary>Reads Coverage: under which number a person is insured, and by whom.</summary>
internal static class CoverageReading
{
    public static ClaimLine Of(ClaimResource resource)
    {
        if (resource.Status is "entered-in-error" or "draft")
        {
            return new LeftOutLine();
        }

        if (ClaimResource.PatientOf(resource.Root.Member("beneficiary")) is not { } patient)
        {
            return Refuse(ClaimLineReasons.PatientMissing);
        }

        return (InsuredNumbers.OfMemberId(resource.Root.Items("identifier")) ?? OfExtensions(resource)) is { } insured
            ? new CoverageLine(patient, insured, resource.Status == "active", MedicineDates.SpanOf(resource.Root.Member("period").Text("start"))?.Earliest)
            : Refuse(ClaimLineReasons.InsuredUnreadable);
    }

    private static InsuredNumber? OfExtensions(ClaimResource resource)
    {
        var root = (JsonElement?)resource.Root;
        var number = InsuredNumbers.Plain(root.Extension(ClaimUris.Number).Text("valueString"));
        if (number.Length == 0)
        {
            return null;
        }

        var (insurer, reference) = InsurerOf(resource);
        return insurer is null && reference.IsNone ? null : new InsuredNumber(
            insurer ?? "",
            reference,
            InsuredNumbers.Plain(root.Extension(ClaimUris.Symbol).Text("valueString")),
            number,
            InsuredNumbers.Plain(root.Extension(ClaimUris.Branch).Text("valueString") ?? root.Text("dependent")));
    }

    // The payor's number stands with the reference, inside the resource, or in an Organization of the export.
    private static (string? Insurer, ShortCode Reference) InsurerOf(ClaimResource resource)
    {
        foreach (var payor in resource.Root.Items("payor"))
        {
            if (ClaimUris.IsInsurer(payor.Member("identifier").Text("system")) && InsuredNumbers.Insurer(payor.Member("identifier").Text("value")) is { } told)
            {
                return (told, ShortCode.None);
            }

            if (OrganizationReading.InsurerOf(resource.Contained(payor)) is { } contained)
            {
                return (contained, ShortCode.None);
            }

            if (ClaimResource.KeyOf(payor) is { } key && key.StartsWith("Organization/", StringComparison.Ordinal))
            {
                return (null, ClaimResource.CodeOf(key));
            }
        }

        return (null, ShortCode.None);
    }

    private static UnreadLine Refuse(string reason) => new(reason, TakesClaim: false);
}
