using System.Text;
using System.Text.Json.Nodes;
using Sbirt.FhirAdapter.Json;
using Sbirt.FhirAdapter.Structure;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Structure;

public sealed class R4ExampleTests
{
    public static TheoryData<string> Ways => [.. BrokenExample.Ways];

    [Fact]
    public void Every_official_example_is_valid()
    {
        var examples = R4Examples.Load();
        var refused = examples.SelectMany(example => StructureValidator.Validate(example.Utf8)
            .Select(fault => $"{example.Name}: {fault.Code} {fault.FhirPath} column {fault.Column}"));

        examples.Count.ShouldBe(567);
        refused.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_official_example_broken_in_one_place_is_caught_there(string way)
    {
        var random = new Random(20191101);
        var broken = 0;
        var missed = new List<string>();
        foreach (var example in R4Examples.Load())
        {
            if (BrokenExample.Of(example, way, random) is { } one)
            {
                broken++;
                if (!IsCaught(one))
                {
                    missed.Add($"{example.Name}: {one.Code} {one.FhirPath}");
                }
            }
        }

        missed.ShouldBeEmpty();
        broken.ShouldBeGreaterThan(way == "wrong choice type" ? 250 : 400);
    }

    // The four lines of r4.errata hold for HL7's resource only: under another id the same content is refused.
    [Theory]
    [InlineData("DeviceMetric/example", "reference-wrong-type")]
    [InlineData("MedicationRequest/medrx0301", "reference-wrong-type")]
    [InlineData("ImplementationGuide/fhir", "element-missing")]
    [InlineData("Questionnaire/qs1", "element-missing")]
    public void What_HL7_published_against_its_own_rules_is_accepted_from_HL7_only(string name, string code)
    {
        var example = R4Examples.Load().First(one => one.Name == name);
        StructureValidator.Validate(example.Utf8).ShouldBeEmpty();
        var renamed = JsonNode.Parse(example.Utf8)!.AsObject();
        renamed["id"] = "another";
        StructureValidator.Validate(Encoding.UTF8.GetBytes(renamed.ToJsonString()))
            .ShouldContain(fault => fault.Code == code);
    }

    private static bool IsCaught(BrokenExample broken)
    {
        var utf8 = Encoding.UTF8.GetBytes(broken.Text);
        var fault = StructureValidator.Validate(utf8)
            .FirstOrDefault(f => f.Code == broken.Code && f.FhirPath == broken.FhirPath);
        if (fault is null)
        {
            return false;
        }

        // Faults of a name stand at the name, faults of a value at the value.
        var isAtValue = broken.Code is not ("unknown-element" or "choice-wrong-type");
        var at = SourcePosition.Find(utf8, broken.FhirPath)!.Value;
        return !isAtValue || (fault.Line == at.Line && fault.Column == at.Column);
    }
}
