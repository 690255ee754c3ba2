using System.Globalization;
using System.Text;
using System.Text.Json;
using Sbirt.Content.Findings;
using Sbirt.FhirAdapter.Json;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Json;

/// <summary>A name twice in one object is refused wherever it stands; the framework's own strict parser is the measure.</summary>
public sealed class RepeatedNameTests
{
    private const int Documents = 4_000;

    [Fact]
    public void J3_made_up_documents_are_refused_exactly_when_a_name_stands_twice_in_one_object()
    {
        var random = new Random(20261121);
        var refused = 0;
        for (var n = 0; n < Documents; n++)
        {
            var text = Encoding.UTF8.GetBytes(Object(random, depth: 0));
            var isRefused = FhirJson.Read(text, JsonLimits.Bundles) is Reading<FhirDocument>.Refused;
            isRefused.ShouldBe(!IsWithoutRepetition(text), Encoding.UTF8.GetString(text));
            refused += isRefused ? 1 : 0;
        }

        refused.ShouldBeInRange(Documents / 10, Documents * 9 / 10);
    }

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(600)]
    public void J3_an_object_of_many_names_is_looked_through_to_its_end(int names)
    {
        var members = Enumerable.Range(0, names).Select(n => string.Create(CultureInfo.InvariantCulture, $"\"n{n}\":{n}")).ToList();
        Read($"{{{string.Join(',', members)}}}").ShouldBeOfType<Reading<FhirDocument>.Ok>();
        Read($"{{{string.Join(',', members.Append("\"n0\":0"))}}}").ShouldBeOfType<Reading<FhirDocument>.Refused>();
    }

    private static Reading<FhirDocument> Read(string text) => FhirJson.Read(Encoding.UTF8.GetBytes(text), JsonLimits.Bundles);

    private static bool IsWithoutRepetition(byte[] text)
    {
        try
        {
            JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false }).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Object(Random random, int depth) =>
        $"{{{string.Join(',', Enumerable.Range(0, random.Next(6)).Select(_ => $"\"{Name(random)}\":{Value(random, depth)}"))}}}";

    private static string Value(Random random, int depth) => depth > 5 ? "0" : random.Next(4) switch
    {
        0 => Object(random, depth + 1),
        1 => $"[{Object(random, depth + 1)},{Object(random, depth + 1)}]",
        2 => $"\"{Name(random)}\"",
        _ => "1",
    };

    // Alike at both ends, or the same written with an escape, so that a mark alone would mislead.
    private static string Name(Random random) => random.Next(8) switch
    {
        0 => "id",
        1 => "\\u0069d",
        2 => "飲酒",
        3 => string.Create(CultureInfo.InvariantCulture, $"extension{random.Next(20)}extension"),
        _ => new string((char)('a' + random.Next(26)), 1 + random.Next(10)),
    };
}
