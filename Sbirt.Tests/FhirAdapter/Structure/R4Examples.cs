using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Structure;

/// <summary>HL7's own R4 examples, one resource each.</summary>
internal sealed record R4Example(string Name, byte[] Utf8);

internal static class R4Examples
{
    public static IReadOnlyList<R4Example> Load()
    {
        var file = SharedCases.Find("r4-examples.ndjson.gz");
        Assert.SkipUnless(file is not null, "HL7's examples (shared/cases/r4-examples.ndjson.gz) are not here.");
        using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var examples = new List<R4Example>();
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var id = root.TryGetProperty("id", out var given) ? given.GetString() : $"line-{examples.Count + 1}";
            examples.Add(new R4Example($"{root.GetProperty("resourceType")}/{id}", Encoding.UTF8.GetBytes(line)));
        }

        return examples;
    }
}
