using System.Globalization;
using Sbirt.Content.Cards;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Cards;

/// <summary>H6: whatever the length and the script, a summary is one line that fits and is cut between characters.</summary>
public sealed class CardTextTests
{
    private const string Family = "👩‍👩‍👧‍👦";

    public static TheoryData<string> Clusters => [Family, "が", "e\u0301\u0323", "🇯🇵", "👍🏽", "葛󠄀", "한", "𠮷", "あ"];

    [Theory]
    [InlineData(139, 139)]
    [InlineData(140, 139)]
    [InlineData(5000, 139)]
    public void H6_under_140_characters_stay_and_longer_text_is_cut(int characters, int kept)
    {
        var text = CardText.Fit(new string('飲', characters));

        text.Length.ShouldBe(kept);
        text.EndsWith('…').ShouldBe(characters > 139);
    }

    [Theory]
    [MemberData(nameof(Clusters))]
    public void H6_a_character_as_people_see_it_is_kept_whole_or_left_out(string cluster)
    {
        for (var before = 0; before < 30; before++)
        {
            var text = CardText.Fit(new string('a', before) + string.Concat(Enumerable.Repeat(cluster, 150)));

            text.Length.ShouldBeLessThan(140);
            text.Length.ShouldBeGreaterThan(139 - 1 - cluster.Length);
            text[before..^1].Replace(cluster, "", StringComparison.Ordinal).ShouldBeEmpty();
        }
    }

    [Fact]
    public void H6_marks_without_end_on_one_letter_leave_nothing_broken()
    {
        var text = CardText.Fit("a" + new string('\u0301', 5000));

        text.Length.ShouldBeLessThan(140);
        new StringInfo(text).LengthInTextElements.ShouldBe(1);
    }

    [Theory]
    [InlineData('\u202E')]
    [InlineData('\u202A')]
    [InlineData('\u2066')]
    [InlineData('\u2069')]
    [InlineData('\u200F')]
    [InlineData('\u061C')]
    [InlineData('\uFEFF')]
    [InlineData('\u00AD')]
    [InlineData('\u200B')]
    public void H6_marks_that_turn_or_hide_text_are_left_out(char mark) =>
        CardText.Fit($"AUDIT {mark}14").ShouldBe("AUDIT 14");

    [Theory]
    [InlineData('\n')]
    [InlineData('\r')]
    [InlineData('\0')]
    [InlineData('\u001B')]
    [InlineData('\u0085')]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    public void H6_a_summary_is_one_line(char control) => CardText.Fit($"AUDIT{control}14").ShouldBe("AUDIT 14");

    [Fact]
    public void H6_half_of_a_character_becomes_the_sign_for_it() => CardText.Fit("a\uD83Db").ShouldBe("a\uFFFDb");
}
