using System.Globalization;
using System.Text;
using Sbirt.Content.Instruments;
using Sbirt.Tests.Builders;
using Sbirt.Tests.Oracles;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Instruments;

/// <summary>Bounds are sound and tight: they equal those found by trying every way to complete the sheet.</summary>
public sealed class BoundsTests
{
    [Fact]
    public void Random_forms_with_random_gaps_have_the_bounds_that_brute_force_finds()
    {
        var random = new Random(20240401);
        for (var form = 0; form < 100; form++)
        {
            var body = RandomForm(random);
            var instrument = Yaml.Instrument(body);
            for (var sheet = 0; sheet < 10; sheet++)
            {
                Compare(instrument, RandomAnswers(instrument, random, 0.5), body);
            }
        }
    }

    [Fact]
    public void Audit_sheets_with_up_to_five_gaps_have_the_bounds_that_brute_force_finds()
    {
        var random = new Random(7);
        for (var sheet = 0; sheet < 80; sheet++)
        {
            Compare(Yaml.Audit, RandomAnswers(Yaml.Audit, random, 0.2), "AUDIT");
        }
    }

    [Fact]
    public void Every_scale_of_every_shipped_instrument_stays_within_its_own_range()
    {
        var random = new Random(11);
        foreach (var instrument in InstrumentLibrary.Load(Sbirt.Content.ContentFiles.ContentFile.Embedded("Instruments")).Instruments)
        {
            for (var sheet = 0; sheet < 200; sheet++)
            {
                var scored = instrument.Score(SheetOf(instrument, RandomAnswers(instrument, random, sheet % 5 / 5.0)));
                foreach (var score in scored.Scales)
                {
                    score.Lower.ShouldBeGreaterThanOrEqualTo(score.Scale.Min);
                    score.Upper.ShouldBeLessThanOrEqualTo(score.Scale.Max);
                    score.Lower.ShouldBeLessThanOrEqualTo(score.Upper);
                }
            }
        }
    }

    private static void Compare(Instrument instrument, Dictionary<string, decimal> answers, string body)
    {
        var scored = instrument.Score(SheetOf(instrument, answers));
        var told = $"{string.Join(", ", answers)} in{Environment.NewLine}{body}";
        foreach (var score in scored.Scales)
        {
            (score.Lower, score.Upper).ShouldBe(SlowScoring.Bounds(instrument, score.Scale, answers), $"{score.Scale.Id}: {told}");
            if (score.Value is { } value)
            {
                (value, value).ShouldBe((score.Lower, score.Upper), told);
            }
        }

        // What is listed as missing is certainly asked; what is certainly asked may be listed later, once more is known.
        scored.Missing.ShouldBeSubsetOf(SlowScoring.Missing(instrument, answers), told);
    }

    private static SheetBuilder SheetOf(Instrument instrument, Dictionary<string, decimal> answers)
    {
        var sheet = SheetBuilder.ASheet(instrument.Id);
        foreach (var (linkId, score) in answers)
        {
            var option = instrument.Find(linkId)!.Options.FirstOrDefault(option => option.ScoreFor(Sbirt.Content.Sex.Male) == score);
            _ = option is null
                ? sheet.With(linkId, score)
                : sheet.WithCode(linkId, Sbirt.Content.Codes.CodeSystems.Answers, option.Code);
        }

        return sheet;
    }

    private static Dictionary<string, decimal> RandomAnswers(Instrument instrument, Random random, double gaps)
    {
        var answers = new Dictionary<string, decimal>();
        foreach (var item in instrument.Items.Where(_ => random.NextDouble() >= gaps))
        {
            answers[item.LinkId] = item.Range is { } range
                ? random.Next((int)range.Min, (int)range.Max + 1)
                : item.Options[random.Next(item.Options.Length)].ScoreFor(Sbirt.Content.Sex.Male);
        }

        return answers;
    }

    private static string RandomForm(Random random)
    {
        var form = new StringBuilder("items:\n");
        var count = random.Next(2, 7);
        for (var i = 0; i < count; i++)
        {
            var isNumber = random.Next(5) == 0;
            form.Append(CultureInfo.InvariantCulture, $"  - linkId: probe-{i}\n    text: {{ ja: 問い, en: Question }}\n");
            form.Append(isNumber ? "    range: { min: 0, max: 4 }\n" : random.Next(2) == 0 ? "    answers: points\n" : "    answers: yesno\n");
            form.Append(random.Next(6) == 0 ? "    required: false\n" : "");
            if (i > 0 && random.Next(2) == 0)
            {
                form.Append(CultureInfo.InvariantCulture, $"    enabledWhen: {Condition(random, i)}\n");
            }
        }

        var all = string.Join(", ", Enumerable.Range(0, count).Select(i => $"probe-{i}"));
        var some = string.Join(", ", Enumerable.Range(0, count).Where(i => i % 2 == 0).Select(i => $"probe-{i}"));
        form.Append(CultureInfo.InvariantCulture, $$"""
            scales:
              - { id: total, main: true, title: { ja: 合計, en: Total }, items: [ {{all}} ] }
              - { id: part, title: { ja: 一部, en: Part }, items: [ {{some}} ] }
              - { id: grams, kind: product, factor: 1.25, decimals: 1, title: { ja: 量, en: Amount }, items: [ probe-0, probe-1 ] }
              - id: triage
                kind: levels
                title: { ja: 段階, en: Level }
                levels:
                  - { value: 2, title: { ja: 高, en: High }, when: {{Condition(random, count)}} }
                  - { value: 1, title: { ja: 低, en: Low }, when: {{Condition(random, count)}} }

            """);
        return form.ToString();
    }

    private static string Condition(Random random, int before)
    {
        var comparisons = Enumerable.Range(0, random.Next(1, 3))
            .Select(_ => $"{{ item: probe-{random.Next(before)}, {new[] { "atLeast: 1", "atMost: 0", "equals: 1", "not: 0" }[random.Next(4)]} }}");
        return $"{{ {(random.Next(2) == 0 ? "all" : "any")}: [ {string.Join(", ", comparisons)} ] }}";
    }
}
