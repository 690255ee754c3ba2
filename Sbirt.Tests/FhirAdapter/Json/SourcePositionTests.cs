using System.Text;
using Sbirt.Content.Findings;
using Sbirt.FhirAdapter.Json;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Json;

public sealed class SourcePositionTests
{
    private const string Text = """
        {
          "resourceType": "Bundle",
          "entry": [
            { "resource": { "resourceType": "Patient" } },
            { "resource": {
                "resourceType": "Observation", "note": "飲酒", "status": "final",
                "valueQuantity": { "value": 5.00 }
            } }
          ]
        }
        """;

    [Theory]
    [InlineData("Bundle", 1, 1)]
    [InlineData("Bundle.entry[1]", 5, 5)]
    [InlineData("Bundle.entry[1].resource.status", 6, 64)]
    [InlineData("Bundle.entry[1].resource.value.value", 7, 37)]
    [InlineData("Bundle.entry[1].resource.value.ofType(Quantity).value", 7, 37)]
    [InlineData("entry[0].resource", 4, 19)]
    [InlineData("Bundle.entry", 4, 5)]
    public void The_place_of_a_value_is_found(string path, int line, int column) =>
        Find(path).ShouldBe(new TextPlace(line, column));

    [Theory]
    [InlineData("Bundle.entry[7].resource", 3, 12)]
    [InlineData("Bundle.entry[1].resource.code.coding", 5, 19)]
    [InlineData("Bundle.entry[1].where(a='b').resource", 5, 5)]
    [InlineData("Bundle.entry[1].resource.val", 5, 19)]
    [InlineData("", 1, 1)]
    public void What_is_absent_is_placed_at_the_nearest_ancestor(string path, int line, int column) =>
        Find(path).ShouldBe(new TextPlace(line, column));

    [Fact]
    public void Broken_json_has_no_place() => SourcePosition.Find("{\"a\":"u8, "Patient.a").ShouldBeNull();

    private static TextPlace? Find(string path) => SourcePosition.Find(Encoding.UTF8.GetBytes(Text), path);
}
