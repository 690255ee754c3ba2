using Sbirt.Content;
using Sbirt.Content.Cards;
using Sbirt.Content.ContentFiles;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Cards;

public sealed class CountingRulesTests
{
    private static readonly ContentFile File = ContentFile.Embedded("Cards").Single(file => file.Path == CountingRules.Path);

    [Fact]
    public void A_clinic_sets_its_own_limits_in_its_own_file()
    {
        var own = With("offersAtLeast: 50", "offersAtLeast: 200");

        ContentLibrary.Load([own]).Counting.Retirement.OffersAtLeast.ShouldBe(200);
    }

    [Theory]
    [InlineData("acceptanceBelowPercent: 10", "acceptanceBelowPercent: 101")]
    [InlineData("offersAtLeast: 50", "offersAtLeast: -1")]
    [InlineData("offersAtLeast: 50", "offersAtLeast: 2.5")]
    [InlineData("fewBelow: 10", "fewBelow: some")]
    [InlineData("  answersAtLeast: 10\n", "")]
    [InlineData("en: \"Safety first\"", "en: \"\"")]
    public void A_wrong_rule_is_refused_at_the_start_with_its_line(string good, string wrong) =>
        Should.Throw<ContentFaultException>(() => ContentLibrary.Load([With(good, wrong)]))
            .Faults.ShouldContain(fault => fault.File == CountingRules.Path && fault.Line > 1);

    [Fact]
    public void A_rule_without_a_source_is_refused() =>
        Should.Throw<ContentFaultException>(() => ContentLibrary.Load([new ContentFile(CountingRules.Path, "version: 1.0.0\neffective: 2026-11-21\nfewBelow: 10\n")]))
            .Faults.ShouldContain(fault => fault.File == CountingRules.Path && fault.What.Contains("sources", StringComparison.Ordinal));

    private static ContentFile With(string good, string wrong)
    {
        File.Text.ShouldContain(good);
        return File with { Text = File.Text.Replace(good, wrong, StringComparison.Ordinal) };
    }
}
