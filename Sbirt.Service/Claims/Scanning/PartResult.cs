using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Ndjson;
using Sbirt.Service.Claims.Uke;

namespace Sbirt.Service.Claims.Scanning;

/// <summary>What was read of a text.</summary>
internal sealed record TextResult(
    int Number, string Form, long Lines, long Bytes, string Sha256, long Claims, long RefusedClaims, ImmutableArray<Unreconciled> Unreconciled, string? Fault)
{
    /// <summary>Of a bulk export, what became of its resources.</summary>
    public ResourceCounts Resources { get; init; }
}

/// <summary>What is written beside the facts of a part when all of it was read: from then on it is not read again.</summary>
internal sealed record PartResult(int Number, int Runs, ImmutableArray<TextResult> Texts, ImmutableArray<RefusedLine> Refused, ArithmeticCheck Arithmetic)
{
    /// <summary>Rows of medicines given during stays in hospital.</summary>
    public long GivenInHospital { get; init; }

    /// <summary>Files of resources whose patients are to be identified.</summary>
    public int ResourceRuns { get; init; }

    public static string FileName(int part) => $"part-{part:D6}.json";

    public static string RunName(int part, int run) => $"part-{part:D6}-{run:D4}.facts";

    public static string ResourceRunName(int part, int run) => $"part-{part:D6}-{run:D4}.resources";

    public static PartResult? Find(string workFolder, int part)
    {
        var path = Path.Combine(workFolder, FileName(part));
        return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), PartJson.Default.PartResult) : null;
    }

    /// <summary>Written beside and moved when the facts are safe on the disk: whoever finds it finds it and them whole.</summary>
    public void Save(string workFolder)
    {
        foreach (var name in Enumerable.Range(0, Runs).Select(run => RunName(Number, run)).Concat(Enumerable.Range(0, ResourceRuns).Select(run => ResourceRunName(Number, run))))
        {
            using var facts = File.OpenHandle(Path.Combine(workFolder, name), FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(facts);
        }

        var path = Path.Combine(workFolder, FileName(Number));
        File.WriteAllBytes(path + ".draft", JsonSerializer.SerializeToUtf8Bytes(this, PartJson.Default.PartResult));
        File.Move(path + ".draft", path, overwrite: true);
    }
}

[JsonSerializable(typeof(PartResult))]
internal sealed partial class PartJson : JsonSerializerContext;
