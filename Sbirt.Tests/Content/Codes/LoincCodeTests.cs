using Sbirt.Content.Codes;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Codes;

public sealed class LoincCodeTests
{
    [Theory]
    [InlineData("75624-7")]
    [InlineData("75626-2")]
    [InlineData("72109-2")]
    [InlineData("68518-0")]
    [InlineData("44260-8")]
    [InlineData("LA6270-8")]
    [InlineData("LA18926-8")]
    [InlineData("LA18932-6")]
    [InlineData("LA33-6")]
    [InlineData("LA9194-7")]
    public void A_code_of_loinc_passes(string code) => LoincCode.IsValid(code).ShouldBeTrue();

    [Theory]
    [InlineData("75624-8")]
    [InlineData("75642-7")]
    [InlineData("LA6270-3")]
    [InlineData("XX6270-8")]
    [InlineData("75624")]
    [InlineData("-7")]
    [InlineData("756 24-7")]
    [InlineData("")]
    public void A_mistyped_code_does_not(string code) => LoincCode.IsValid(code).ShouldBeFalse();
}
