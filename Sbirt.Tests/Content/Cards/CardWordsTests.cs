using AngleSharp.Html.Parser;
using Markdig;
using Sbirt.Content.Cards;
using Sbirt.Content.Handouts;
using Sbirt.Content.Languages;
using Sbirt.Content.Referrals;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Cards.Records;

namespace Sbirt.Tests.Content.Cards;

/// <summary>What the cards say, in both languages: short, Markdown of ours alone, in our voice.</summary>
public sealed class CardWordsTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("とても長い名前の検査", 60));

    private static readonly MarkdownPipeline Gfm = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseTaskLists().UseEmphasisExtras().Build();

    public static TheoryData<string, Language> EveryCard
    {
        get
        {
            var data = new TheoryData<string, Language>();
            foreach (var kind in ScreeningPrompts.Kinds)
            {
                data.Add(kind, Language.Ja);
                data.Add(kind, Language.En);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryCard))]
    public void Every_card_fits_says_its_values_and_can_be_accepted(string kind, Language language)
    {
        var card = CardOf(kind, language);

        card.Summary.Length.ShouldBeInRange(10, 139);
        card.Summary.ShouldNotContain("…");
        (card.Summary + card.Detail).ShouldNotMatch(@"\{[A-Za-z]+\}");
        card.Detail.ShouldNotBeNullOrWhiteSpace();
        card.Suggestions.ShouldNotBeEmpty();
        card.Suggestions.Count(suggestion => suggestion.IsRecommended).ShouldBe(1);
        card.Suggestions.Select(suggestion => suggestion.Id).ShouldBeUnique();
        card.Suggestions.ShouldAllBe(suggestion => suggestion.Label.Length > 0 && suggestion.Proposals.Length > 0);
        card.OverrideReasons.ShouldAllBe(reason => reason.Display.Ja.Length > 0 && reason.Display.En.Length > 0);
    }

    [Theory]
    [MemberData(nameof(EveryCard))]
    public void H6_every_summary_is_under_140_characters_whatever_the_values(string kind, Language language)
    {
        var facts = OfEachKind[ScreeningPrompts.Kinds.IndexOf(kind)];
        var wordy = facts with
        {
            Screenings = [.. facts.Screenings.Select(each => each with { Title = new Localized(Long, Long), Meaning = new Localized(Long, Long) })],
            Reasons = [.. facts.Reasons.Select(each => each with { Value = Long })],
        };

        var card = wordy.Card(language)!;

        card.Summary.Length.ShouldBeInRange(10, 139);
        card.Kind.ShouldBe(kind);
    }

    [Theory]
    [MemberData(nameof(EveryCard))]
    public void Every_text_of_a_card_speaks_as_we_do(string kind, Language language)
    {
        var card = CardOf(kind, language);
        string[] texts = [card.Summary, card.Detail, .. card.Suggestions.SelectMany(each => each.Proposals.Select(one => one.Description).Prepend(each.Label))];
        var file = new Sbirt.Content.ContentFiles.ContentFile(
            "Cards/made.yaml",
            string.Concat(texts.Select((text, number) => $"t{number}:\n  {(language == Language.Ja ? "ja" : "en")}: {System.Text.Json.JsonSerializer.Serialize(text)}\n")));

        WordingLint.LoadShipped().CheckFiles([file]).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(EveryCard))]
    public void X5_details_are_markdown_without_html_links_or_pictures(string kind, Language language)
    {
        var html = Markdown.ToHtml(CardOf(kind, language).Detail, Gfm);

        new HtmlParser().ParseDocument(html).QuerySelectorAll("a,img,script,iframe,table,h1,h2,pre").ShouldBeEmpty(html);
        Markdown.ToHtml(CardOf(kind, language).Detail, new MarkdownPipelineBuilder().DisableHtml().Build()).ShouldNotContain("&lt;");
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("![x](https://evil.example/beacon.png)")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("https://evil.example/ www.evil.example a@evil.example")]
    [InlineData("**big** `code` ~~gone~~ | a | b |")]
    [InlineData("first\n\n# second\n- third")]
    [InlineData("{talk} {title}")]
    public void X5_nothing_of_a_value_comes_alive_in_the_detail(string value)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var hostile = new Localized(value, value);
            var place = Sbirt.Tests.Content.Referrals.Places.APlace("a", "mhwc") with { Name = hostile };
            var screened = Screened(Sbirt.Content.Findings.Seriousness.High, 1, handOver: true) with
            {
                Title = hostile,
                Meaning = hostile,
                Places = _ => [new Suggestion(place, [], [], Library.Referrals.Types["mhwc"], KindOnly: false)],
            };

            var card = Empty.With(screened).Card(language)!;

            var document = new HtmlParser().ParseDocument(Markdown.ToHtml(card.Detail, Gfm));
            document.QuerySelectorAll("a,img,script,code,del,table,h1,h2").ShouldBeEmpty(card.Detail);
            document.Body!.TextContent.ShouldContain(value.Split('\n')[0].Split(' ')[0]);
            card.Summary.ShouldNotContain('\n');
            card.Suggestions.ShouldContain(suggestion => suggestion.Label.Contains(value.Split('\n')[0], StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_place_with_a_name_without_end_does_not_stop_the_card()
    {
        var place = Sbirt.Tests.Content.Referrals.Places.APlace("a", "mhwc") with { Name = new Localized(Long, Long) };
        var screened = Screened(Sbirt.Content.Findings.Seriousness.High, 1, handOver: true) with
        {
            Places = _ => [new Suggestion(place, [], [], Library.Referrals.Types["mhwc"], KindOnly: false)],
        };

        Empty.With(screened).Card(Language.Ja)!.Suggestions.ShouldAllBe(suggestion => suggestion.Label.Length < 140);
    }

    [Fact]
    public void Of_three_places_each_is_a_suggestion_and_one_is_recommended()
    {
        var card = CardOf("referral-missing", Language.En);

        card.Suggestions.Length.ShouldBe(4);
        card.Suggestions.Take(3).ShouldAllBe(suggestion => suggestion.Id.StartsWith("refer-", StringComparison.Ordinal));
        card.Suggestions[3].Id.ShouldBe("look-again");
        card.Suggestions.Select(suggestion => suggestion.IsRecommended).ShouldBe([true, false, false, false]);
        card.Suggestions[0].Proposals.Select(proposal => proposal.GetType().Name).ShouldBe([nameof(Proposal.Refer), nameof(Proposal.Accompany)]);
    }

    [Fact]
    public void Both_languages_offer_the_same()
    {
        foreach (var kind in ScreeningPrompts.Kinds)
        {
            var (ja, en) = (CardOf(kind, Language.Ja), CardOf(kind, Language.En));

            ja.Suggestions.Select(each => (each.Id, each.IsRecommended, string.Join(',', each.Proposals.Select(one => one.GetType().Name))))
                .ShouldBe(en.Suggestions.Select(each => (each.Id, each.IsRecommended, string.Join(',', each.Proposals.Select(one => one.GetType().Name)))));
            (ja.Level, ja.Indicator).ShouldBe((en.Level, en.Indicator));
        }
    }

    private static Card CardOf(string kind, Language language) => OfEachKind[ScreeningPrompts.Kinds.IndexOf(kind)].Card(language)!;
}
