using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.Content.Findings;
using Sbirt.Content.Referrals;
using Sbirt.FhirAdapter.Json;

namespace Sbirt.FhirAdapter.Directory;

/// <summary>
/// A directory as a FHIR R4 Bundle: a HealthcareService per place with its Organization and Location; an Organization
/// that no HealthcareService belongs to is a place of its own.
/// </summary>
public static class PlaceBundle
{
    /// <summary>How large a directory may be.</summary>
    public static JsonLimits Limits { get; } =
        new(BodyBytes: 64 * 1024 * 1024, Tokens: 20_000_000, Entries: 300_000);

    /// <summary>The rows of a Bundle, and what could not be read of it; UTF-8 without a byte order mark.</summary>
    public static DirectoryReading Read(ReferralLibrary library, ReadOnlyMemory<byte> utf8)
    {
        var problems = new ProblemList(library);
        switch (FhirJson.Read(utf8, Limits))
        {
            case Reading<FhirDocument>.Refused refused:
                return new DirectoryReading([], [.. refused.Reasons.Select(reason => Refusal(library, reason))]);
            case Reading<FhirDocument>.Ok { Value: var document }:
                using (document)
                {
                    return ReadBundle(document, problems);
                }

            default:
                throw new InvalidOperationException("A reading is either right or refused.");
        }
    }

    /// <summary>The directory as a Bundle of type <c>collection</c>.</summary>
    public static byte[] Write(ReferralLibrary library, PlaceDirectory directory) => FhirJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "Bundle");
        json.WriteString("type", "collection");
        json.WriteStartArray("entry");
        foreach (var place in directory.Places)
        {
            WriteEntry(json, writer => PlaceWriting.WriteHealthcareService(writer, place, library));
            WriteEntry(json, writer => PlaceWriting.WriteOrganization(writer, place));
            if (PlaceWriting.HasLocation(place))
            {
                WriteEntry(json, writer => PlaceWriting.WriteLocation(writer, place));
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static DirectoryReading ReadBundle(FhirDocument document, ProblemList problems)
    {
        if (document.ResourceType != "Bundle")
        {
            problems.Add(ProblemCodes.BundleKind, line: 1);
            return new DirectoryReading([], problems.All);
        }

        var resources = new BundleResources(document.Root);
        var owned = resources.All
            .Where(one => one.Type == "HealthcareService")
            .Select(one => resources.Find(one.Resource.Member("providedBy")).Text("id"))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var entries = ImmutableArray.CreateBuilder<PlaceEntry>();
        foreach (var (row, type, resource) in resources.All)
        {
            switch (type)
            {
                case "HealthcareService":
                    entries.Add(new PlaceResource(row, resource, resources, problems).ToEntry());
                    break;
                case "Organization" when resource.Text("id") is not { } id || !owned.Contains(id):
                    entries.Add(new PlaceResource(row, resource, resources, problems).ToEntry());
                    break;
                case "Organization" or "Location":
                    break;
                default:
                    problems.Add(ProblemCodes.BundleOtherResource, row);
                    break;
            }
        }

        if (entries.Count == 0)
        {
            problems.Add(ProblemCodes.FileEmpty);
        }

        return new DirectoryReading(entries.ToImmutable(), problems.All);
    }

    private static void WriteEntry(Utf8JsonWriter json, Action<Utf8JsonWriter> write)
    {
        json.WriteStartObject();
        json.WritePropertyName("resource");
        write(json);
        json.WriteEndObject();
    }

    private static DirectoryProblem Refusal(ReferralLibrary library, Reason reason) => new(
        reason.Code,
        ProblemWeight.Error,
        Row: 0,
        reason.At?.Line,
        Column: null,
        reason.Text,
        library.Problems[ProblemCodes.FileMalformed].Fix);
}
