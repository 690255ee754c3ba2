using Shouldly;
using Xunit;
using static Sbirt.Tests.Builders.SheetBuilder;

namespace Sbirt.Tests.Content.Instruments;

/// <summary>An item the instrument lets stay open counts 0 unanswered, and counts when it is answered.</summary>
public sealed class ZeroWhenTests
{
    private const string Body = """
        items:
          - { linkId: probe-1, text: { ja: 一, en: One }, answers: points }
          - { linkId: probe-2, text: { ja: 二, en: Two }, answers: points, zeroWhen: { all: [ { item: probe-1, equals: 0 } ] } }
        scales:
          - { id: total, main: true, title: { ja: 合計, en: Total }, items: [ probe-1, probe-2 ], range: { min: 0, max: 6 } }

        """;

    [Theory]
    [InlineData(0, null, 0, 0, 0)]
    [InlineData(0, 3, 3, 3, 3)]
    [InlineData(1, null, null, 1, 4)]
    [InlineData(1, 3, 4, 4, 4)]
    [InlineData(null, null, null, 0, 6)]
    [InlineData(null, 3, null, 3, 6)]
    public void It_counts_0_only_where_the_condition_is_known_to_hold(int? first, int? second, int? value, int lower, int upper)
    {
        var score = Yaml.Instrument(Body).Score(ASheet("probe").WithScores("probe", first, second)).Main;

        (score.Value, score.Lower, score.Upper).ShouldBe((value, lower, upper));
    }

    [Fact]
    public void What_is_let_open_is_not_missing_and_an_answer_to_it_is_not_hidden()
    {
        var instrument = Yaml.Instrument(Body);

        instrument.Score(ASheet("probe").WithScores("probe", 0)).Missing.ShouldBeEmpty();
        instrument.Score(ASheet("probe").WithScores("probe", 1)).Missing.ShouldBe(["probe-2"]);
        instrument.Score(ASheet("probe").WithScores("probe", 0, 3)).Hidden.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("item: probe-1, equals: 0", "item: probe-9, equals: 0", "not an item before it")]
    [InlineData("item: probe-1, equals: 0", "item: probe-1, equals: 2", "can never hold")]
    [InlineData("zeroWhen: {", "required: false, zeroWhen: {", "both `zeroWhen` and `required: false`")]
    [InlineData("scales:", "  - { linkId: probe-3, text: { ja: 三, en: Three }, answers: points, enabledWhen: { all: [ { item: probe-2, atLeast: 1 } ] } }\nscales:", "may count 0 without an answer")]
    public void A_faulty_condition_stops_the_start(string from, string to, string what) =>
        Yaml.Faults(Yaml.File(Body.Replace(from, to, StringComparison.Ordinal)))
            .ShouldContain(fault => fault.What.Contains(what, StringComparison.Ordinal) && fault.Line > Yaml.HeadLines);
}
