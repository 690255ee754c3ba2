using Sbirt.Content.Findings;
using Sbirt.FhirAdapter.Json;

namespace Sbirt.FhirAdapter.Structure;

/// <summary>
/// Reads a resource of a file that has to be R4: limits, structure, document. The structure check finds names that
/// stand twice, so the document is built without looking for them again: files hold a million resources.
/// </summary>
public static class ResourceReading
{
    /// <summary>The document, or every fault of its structure with line and column.</summary>
    public static Reading<FhirDocument> Read(ReadOnlyMemory<byte> utf8, JsonLimits limits)
    {
        if (JsonScan.FirstFault(utf8.Span, limits) is { } fault)
        {
            return Reading<FhirDocument>.Refuse(fault);
        }

        var faults = StructureValidator.Validate(utf8.Span);
        return faults.IsEmpty
            ? new Reading<FhirDocument>.Ok(FhirJson.ParseChecked(utf8, limits.Depth))
            : new Reading<FhirDocument>.Refused([.. faults.Select(fault => fault.ToReason())]);
    }
}
