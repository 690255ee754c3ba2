using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sbirt.FhirAdapter.Structure.Walk;

namespace Sbirt.FhirAdapter.Structure.Table;

/// <summary>
/// A handful of HL7's own published R4 resources break R4. What HL7 published is accepted as it is; each case is a
/// line in <c>r4.errata</c> with its reason.
/// </summary>
internal static partial class KnownErrata
{
    private static readonly Lazy<FrozenSet<string>> Lines = new(() => EmbeddedTable.Text("r4.errata")
        .Split('\n')
        .Where(line => line.Length > 0 && line[0] != '#')
        .ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The faults that are not HL7's own.</summary>
    public static ImmutableArray<StructureFault> Without(
        ImmutableArray<StructureFault> faults, ReadOnlySpan<byte> utf8)
    {
        if (faults.IsEmpty || IdOf(utf8) is not { } id)
        {
            return faults;
        }

        return faults.RemoveAll(fault =>
        {
            var path = Index().Replace(fault.FhirPath, string.Empty);
            return Lines.Value.Contains(string.Join('\t', path.Split('.')[0], id, fault.Code, path));
        });
    }

    private static string? IdOf(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        return Ahead.Text(reader, "id"u8);
    }

    [GeneratedRegex(@"\[\d+\]", RegexOptions.CultureInvariant)]
    private static partial Regex Index();
}
