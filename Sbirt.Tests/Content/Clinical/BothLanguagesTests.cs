using System.Text.RegularExpressions;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.Tests.FhirAdapter;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Clinical;

/// <summary>Instruments and packs say the same in Japanese and in English: the same texts, the same numbers.</summary>
public sealed partial class BothLanguagesTests
{
    [Fact]
    public void K8_every_instrument_and_pack_text_has_the_same_numbers_in_both_languages() =>
        Texts()
            .Where(each => !Numbers(each.Text.Ja, Japanese).SequenceEqual(Numbers(each.Text.En, English)))
            .Select(each => $"{each.Place}: {string.Join(' ', Numbers(each.Text.Ja, Japanese))} / {string.Join(' ', Numbers(each.Text.En, English))}: {each.Text.Ja} / {each.Text.En}")
            .ShouldBeEmpty();

    [Fact]
    public void K8_items_and_answers_have_a_text_in_a_language_exactly_where_the_licence_lets_it_ship()
    {
        foreach (var instrument in Shipped.Content.Instruments.Instruments)
        {
            foreach (var item in instrument.Items)
            {
                (item.Text.Ja is not null).ShouldBe(instrument.Licence.Ja != WordingStatus.NotShipped, item.LinkId);
                (item.Text.En is not null).ShouldBe(instrument.Licence.En != WordingStatus.NotShipped, item.LinkId);
                foreach (var option in item.Options.Where(option => option.Code is not ("yes" or "no")))
                {
                    (option.Text.Ja is not null).ShouldBe(instrument.Licence.Ja != WordingStatus.NotShipped, $"{item.LinkId} {option.Code}");
                    (option.Text.En is not null).ShouldBe(instrument.Licence.En != WordingStatus.NotShipped, $"{item.LinkId} {option.Code}");
                }
            }
        }
    }

    private static IEnumerable<(string Place, Localized Text)> Texts()
    {
        foreach (var instrument in Shipped.Content.Instruments.Instruments)
        {
            Localized?[] texts =
            [
                instrument.Purpose,
                instrument.Introduction,
                instrument.Use.Period,
                .. instrument.Uncertainties,
                .. instrument.Items.Select(item => item.Label),
                .. instrument.Scales.Select(scale => scale.Title),
                .. instrument.Scales.SelectMany(scale => scale.Levels).Select(level => level.Title),
                .. instrument.ForeignForms.SelectMany(form => form.Cautions).Select(caution => caution.Text),
            ];
            foreach (var text in texts.OfType<Localized>())
            {
                yield return (instrument.Id, text);
            }
        }

        foreach (var pack in Shipped.Content.Thresholds.Packs)
        {
            Localized?[] texts =
            [
                .. pack.Sets.Select(set => set.Note),
                .. pack.Sets.SelectMany(set => set.Bands).SelectMany(band => new[] { band.Label, band.Action }),
                .. pack.Modifiers.SelectMany(modifier => new[] { modifier.Title, modifier.Action, modifier.Note }),
            ];
            foreach (var text in texts.OfType<Localized>().Distinct())
            {
                yield return (pack.Id, text);
            }
        }
    }

    // "1" is left out: where Japanese says 1年 or 1回, English says "a" or "the".
    private static IEnumerable<string> Numbers(string text, IReadOnlyDictionary<string, string> words)
    {
        var spoken = words.Aggregate(text, (all, word) => Regex.Replace(all, word.Key, $" {word.Value} ", RegexOptions.IgnoreCase));
        return Number().Matches(spoken).Select(match => match.Value).Where(number => number != "1").Distinct().Order(StringComparer.Ordinal);
    }

    // Numbers that English writes as words.
    private static readonly Dictionary<string, string> English = new()
    {
        [@"\btwo\b"] = "2", [@"\bthree\b"] = "3", [@"\bfour\b"] = "4", [@"\bfive\b"] = "5",
        [@"\bsix\b"] = "6", [@"\bseven\b"] = "7", [@"\beight\b"] = "8", [@"\bnine\b"] = "9", [@"\bten\b"] = "10",
        [@"\beleven\b"] = "11", [@"\bsixth\b"] = "6",
    };

    private static readonly Dictionary<string, string> Japanese = [];

    [GeneratedRegex(@"[0-9]+(?:\.[0-9]+)?")]
    private static partial Regex Number();
}
