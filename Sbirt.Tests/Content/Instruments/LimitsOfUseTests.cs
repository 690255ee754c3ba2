using Sbirt.Content;
using Sbirt.Content.Instruments;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Builders.SheetBuilder;

namespace Sbirt.Tests.Content.Instruments;

public sealed class LimitsOfUseTests
{
    private const string Body = """
        items:
          - { linkId: probe-1, text: { ja: 一, en: One }, answers: yesno }
        scales:
          - { id: total, main: true, title: { ja: 合計, en: Total }, items: [ probe-1 ] }

        """;

    [Theory]
    [InlineData(11, "age-outside-limits")]
    [InlineData(12, null)]
    [InlineData(21, null)]
    [InlineData(22, "age-outside-limits")]
    [InlineData(null, "age-not-told")]
    public void Age_is_held_against_the_limits_of_the_instrument(int? age, string? issue) =>
        Limited("minAge: 12, maxAge: 21, selfCompletion: true").Score(ASheet("probe").With("probe-1", 1), new Person(AgeYears: age))
            .Issues.Select(each => each.Reason.Code).ShouldBe(issue is null ? [] : [issue]);

    [Theory]
    [InlineData(true, "not-for-self-completion")]
    [InlineData(false, null)]
    public void A_sheet_filled_in_alone_is_noted_where_a_clinician_should_ask(bool self, string? issue) =>
        Limited("selfCompletion: false").Score(ASheet("probe").With("probe-1", 1).FilledInBy(self))
            .Issues.Select(each => each.Reason.Code).ShouldBe(issue is null ? [] : [issue]);

    private static Instrument Limited(string use) =>
        InstrumentLibrary.Load([Yaml.File(Body, mend: head => head.Replace("selfCompletion: true", use, StringComparison.Ordinal))]).Instruments.Single();
}
