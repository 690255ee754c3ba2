using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.Content.Findings;
using Sbirt.FhirAdapter.Json;
using Sbirt.FhirAdapter.Structure.Table;
using Sbirt.FhirAdapter.Structure.Walk;

namespace Sbirt.FhirAdapter.Structure;

/// <summary>
/// Says whether a body is FHIR R4 4.0.1 as its base definitions have it, no profile asked for: elements, how often,
/// primitive forms, choices, required codes, references, contained resources. It reads the bytes once after the
/// scan for well-formed JSON, builds no tree, and reports every fault up to <see cref="MaxFaults"/>.
/// </summary>
public static class StructureValidator
{
    /// <summary>After so many faults the rest of the body is not read, and a last fault says so.</summary>
    public const int MaxFaults = 1000;

    private static readonly JsonLimits GrammarAndDepth = new(
        BodyBytes: int.MaxValue, Tokens: int.MaxValue, Entries: int.MaxValue, StringBytes: int.MaxValue);

    /// <summary>Every fault in the order of the text; empty when the body is valid.</summary>
    public static ImmutableArray<StructureFault> Validate(ReadOnlySpan<byte> utf8) => Walk(utf8, null);

    /// <summary>Every fault, and beside them every modifier extension.</summary>
    public static StructureReport Inspect(ReadOnlySpan<byte> utf8)
    {
        var modifiers = new List<FoundModifier>();
        var faults = Walk(utf8, modifiers);
        var cursor = new PlaceCursor(utf8);
        var placed = ImmutableArray.CreateBuilder<ModifierExtensionFound>(modifiers.Count);
        foreach (var found in modifiers)
        {
            var at = cursor.MoveTo(found.Offset);
            placed.Add(new ModifierExtensionFound(found.Url, found.FhirPath, at.Line, at.Column));
        }

        return new StructureReport(faults, placed.MoveToImmutable());
    }

    private static ImmutableArray<StructureFault> Walk(ReadOnlySpan<byte> utf8, List<FoundModifier>? modifiers)
    {
        // The walk reads every token anyway, so a scan of its own is made only when there is cause for one.
        if (!JsonScan.IsPlainUtf8(utf8) || MayHoldLoneSurrogate(utf8))
        {
            if (FirstFaultOfJson(utf8) is { } fault)
            {
                return [fault];
            }
        }

        var faults = new FaultCollector(new PlacePath(GrammarAndDepth.Depth + 1), MaxFaults);
        var walk = new StructureWalk(utf8, StructureTable.R4, faults, modifiers);
        try
        {
            walk.Start();
        }
        catch (JsonException)
        {
            return [FirstFaultOfJson(utf8)!];
        }
        finally
        {
            walk.Dispose();
        }

        return KnownErrata.Without(faults.Placed(utf8), utf8);
    }

    private static bool MayHoldLoneSurrogate(ReadOnlySpan<byte> utf8) =>
        utf8.IndexOf("\\ud"u8) >= 0 || utf8.IndexOf("\\uD"u8) >= 0;

    private static StructureFault? FirstFaultOfJson(ReadOnlySpan<byte> utf8)
    {
        if (JsonScan.FirstFault(utf8, GrammarAndDepth) is not { } fault)
        {
            return null;
        }

        var at = fault.At ?? new TextPlace(1, 1);
        return new StructureFault(fault.Code, PlacePath.UnknownRoot, at.Line, at.Column, fault.Text);
    }
}
