using Sbirt.Content.Codes;

namespace Sbirt.FhirAdapter.Writing;

/// <summary>
/// Writes what an assessment came to as a <c>collection</c> Bundle: scores, risk, issues, the talk, and where
/// to hand over. Nothing of it was sent or ordered: plans are proposals, communications are in preparation.
/// Same parts, same bytes.
/// </summary>
public static class AssessmentBundle
{
    /// <summary>The Bundle of one answer sheet.</summary>
    public static byte[] Write(AssessmentParts parts) => Write([parts]);

    /// <summary>The Bundle of all sheets of one response, in their order; at least one.</summary>
    public static byte[] Write(IReadOnlyList<AssessmentParts> sheets) => FhirWriting.Object(json =>
    {
        json.WriteString("resourceType", "Bundle");
        json.WriteStartObject("meta");
        json.WriteStartArray("tag");
        json.Coding(new Code(CodeSystems.Base + "/CodeSystem/sbirt-content-version", sheets[0].ContentVersion));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteString("type", "collection");
        json.WriteStartArray("entry");
        foreach (var parts in sheets)
        {
            Entries(new AssessmentWriting(json, parts));
        }

        json.WriteEndArray();
    });

    private static void Entries(AssessmentWriting writing)
    {
        ObservationWriter.Write(writing);
        RiskAssessmentWriter.Write(writing);
        DetectedIssueWriter.Write(writing);
        TalkWriter.Write(writing);
        HandOverWriter.Write(writing);
    }
}
