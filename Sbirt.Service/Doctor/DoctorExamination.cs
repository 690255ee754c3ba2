using System.Collections.Immutable;
using Sbirt.Content.Findings;
using Sbirt.FhirAdapter.Json;
using Sbirt.Service.Doctor.Rules;

namespace Sbirt.Service.Doctor;

/// <summary>
/// Holds one CDS Hooks document of anybody against the requirements of CDS Hooks 2.0 that a document alone can
/// show, and the FHIR resources inside it against R4. What only a running service can show is not judged here.
/// </summary>
/// <param name="Kind">What the document is; null when that could not be told.</param>
/// <param name="Findings">In the order of the text; empty when nothing is wrong.</param>
internal sealed record DoctorExamination(DocumentKind? Kind, ImmutableArray<DoctorFinding> Findings)
{
    /// <summary>Whether a SHALL is broken.</summary>
    public bool IsBroken => Findings.Any(finding => finding.IsBroken);

    /// <summary>Examines one document.</summary>
    /// <param name="json">The document's bytes, UTF-8.</param>
    /// <param name="kind">What it is; null: told by its members.</param>
    public static DoctorExamination Of(ReadOnlyMemory<byte> json, DocumentKind? kind)
    {
        switch (FhirJson.Read(json, JsonLimits.Bundles))
        {
            case Reading<FhirDocument>.Refused(var reasons):
                return new DoctorExamination(kind, [.. reasons.Select(DoctorNotes.Unreadable)]);
            case Reading<FhirDocument>.Ok(var document):
                document.Dispose();
                break;
        }

        var root = PlacedValue.Read(json.Span);
        var notes = new DoctorNotes(json);
        var told = kind ?? KindOf(root);
        Check(told, root, notes);
        return new DoctorExamination(told, notes.InOrder);
    }

    /// <summary>The kind the outermost members speak of.</summary>
    public static DocumentKind? KindOf(PlacedValue root) => root switch
    {
        _ when root["services"] is not null => DocumentKind.Discovery,
        _ when root["cards"] is not null || root["systemActions"] is not null => DocumentKind.Response,
        _ when root["feedback"] is not null => DocumentKind.Feedback,
        _ when root["hook"] is not null || root["hookInstance"] is not null || root["context"] is not null => DocumentKind.Request,
        _ => null,
    };

    private static void Check(DocumentKind? kind, PlacedValue root, DoctorNotes notes)
    {
        switch (kind)
        {
            case DocumentKind.Discovery:
                DiscoveryRules.Check(root, notes);
                break;
            case DocumentKind.Request:
                RequestRules.Check(root, notes);
                break;
            case DocumentKind.Response:
                ResponseRules.Check(root, notes);
                break;
            case DocumentKind.Feedback:
                FeedbackRules.Check(root, notes);
                break;
            default:
                notes.Add(
                    "document-kind",
                    root,
                    "CDS Hooks の文書として見分けられません(services、cards、feedback、hook のどれもない)。",
                    "This is no CDS Hooks document: it has none of services, cards, feedback and hook.");
                return;
        }

        GeneralRules.Check(root, notes);
    }
}
