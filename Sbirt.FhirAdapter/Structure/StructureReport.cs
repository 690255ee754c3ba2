using System.Collections.Immutable;

namespace Sbirt.FhirAdapter.Structure;

/// <summary>What a walk over a body found: faults, and modifier extensions, which are allowed but change meaning.</summary>
public sealed record StructureReport(
    ImmutableArray<StructureFault> Faults, ImmutableArray<ModifierExtensionFound> ModifierExtensions);
