using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.Content.Findings;
using Sbirt.FhirAdapter.Directory;
using Sbirt.FhirAdapter.Json;

namespace Sbirt.FhirAdapter.Claims;

/// <summary>The manifest of a bulk export (FHIR Bulk Data Access 2.0, "Complete Status"): which files it is made of.</summary>
/// <param name="Output">Files of resources.</param>
/// <param name="HasErrors">The export itself tells of resources it could not give.</param>
/// <param name="HasDeletions">It tells of resources that have been removed since the last.</param>
public sealed record ExportManifest(ImmutableArray<ExportFile> Output, bool HasErrors, bool HasDeletions)
{
    /// <summary>No manifest is longer.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Null: it is none.</summary>
    public static ExportManifest? Of(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Span.IndexOf("\"output\""u8) < 0 || utf8.Length > MostBytes || FhirJson.Read(utf8, JsonLimits.Bundles) is not Reading<FhirDocument>.Ok { Value: var document })
        {
            return null;
        }

        using (document)
        {
            var root = document.Root;
            return root.Member("output") is not { ValueKind: JsonValueKind.Array } || document.ResourceType is not null
                ? null
                : new ExportManifest(
                    [.. root.Items("output").Select(FileOf).OfType<ExportFile>()],
                    root.Items("error").Any(),
                    root.Items("deleted").Any());
        }
    }

    private static ExportFile? FileOf(JsonElement output)
    {
        var path = output.Text("url")?.Split('?', '#')[0];
        var name = path is null ? "" : Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
        return name is "" or "." or ".." || name.AsSpan().IndexOfAny('/', '\\', '\0') >= 0 ? null : new ExportFile(name, output.Text("type"));
    }
}

/// <param name="Name">The last part of its address: what it is called where it was saved.</param>
/// <param name="Type">The type all its lines are of, or null.</param>
public sealed record ExportFile(string Name, string? Type);
