using System.Diagnostics;
using Sbirt.Content.Findings;
using Sbirt.FhirAdapter.Json;
using Sbirt.FhirAdapter.Structure;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Structure;

public sealed class StructureFuzzTests
{
    private const int LargestExample = 20_000;

    [Fact]
    public void J17_twenty_thousand_mutated_examples_neither_throw_nor_take_100_ms() => Fuzz(20_000, 17);

    [Fact]
    [Trait("Category", "Nightly")]
    public void J17_a_million_mutated_examples_neither_throw_nor_take_100_ms() => Fuzz(1_000_000, 1717);

    private static void Fuzz(int count, int seed)
    {
        var random = new Random(seed);
        var examples = R4Examples.Load().Where(example => example.Utf8.Length < LargestExample).ToArray();
        foreach (var example in examples)
        {
            StructureValidator.Validate(example.Utf8);
        }

        for (var i = 0; i < count; i++)
        {
            var mutated = Mutated(examples[random.Next(examples.Length)].Utf8, random);
            // A machine that stalls is not the validator's fault: what is slow twice is slow.
            (Took(mutated) < 100 || Took(mutated) < 100).ShouldBeTrue($"input {i} of seed {seed} took 100 ms");
        }
    }

    private static double Took(byte[] input)
    {
        var watch = Stopwatch.StartNew();
        if (FhirJson.Read(input, JsonLimits.Bundles) is Reading<FhirDocument>.Ok read)
        {
            read.Value.Dispose();
        }

        StructureValidator.Inspect(input);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static byte[] Mutated(byte[] original, Random random)
    {
        var bytes = new List<byte>(original);
        for (var change = random.Next(4); change >= 0; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(40), bytes.Count - at - 1));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(400), bytes.Count - at)));
                    break;
                case 3:
                    bytes.InsertRange(at, Insertions[random.Next(Insertions.Length)]);
                    break;
                case 4:
                    Exchange(bytes, random);
                    break;
                default:
                    bytes[at] = (byte)"{}[]\",:\\_0"[random.Next(10)];
                    break;
            }
        }

        return [.. bytes];
    }

    // Two stretches of the same length change places, so that values land under other names.
    private static void Exchange(List<byte> bytes, Random random)
    {
        var length = random.Next(1, 30);
        var (from, to) = (random.Next(bytes.Count), random.Next(bytes.Count));
        for (var i = 0; i < length && from + i < bytes.Count && to + i < bytes.Count; i++)
        {
            (bytes[from + i], bytes[to + i]) = (bytes[to + i], bytes[from + i]);
        }
    }

    private static readonly byte[][] Insertions =
    [
        [.. "null"u8], [.. "{}"u8], [.. "[]"u8], [.. "[null]"u8], [.. "\"\":1,"u8], [.. "\"_id\":{},"u8],
        [.. "\\ud800"u8], [.. "\\u0000"u8], [.. "\"resourceType\":\"Bundle\","u8], [.. "\"contained\":[{}],"u8],
        [.. "\"reference\":\"#\","u8], [.. "1e999"u8], [0xFF], [0xEF, 0xBB, 0xBF], [.. "酒"u8], [0],
    ];
}
