using Sbirt.FhirAdapter.Structure;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Structure;

public sealed class R4ExampleTests
{
    [Fact]
    public void Every_official_example_is_valid()
    {
        var examples = R4Examples.Load();
        var refused = examples.SelectMany(example => StructureValidator.Validate(example.Utf8)
            .Select(fault => $"{example.Name}: {fault.Code} {fault.FhirPath} column {fault.Column}"));

        examples.Count.ShouldBe(567);
        refused.ShouldBeEmpty();
    }
}
