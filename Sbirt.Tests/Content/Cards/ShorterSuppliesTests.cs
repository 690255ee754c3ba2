using Sbirt.Content.Cards;
using Sbirt.Content.Handouts;
using Sbirt.Content.Languages;
using Sbirt.Content.Medicines;
using Sbirt.Tests.Content.Medicines;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Medicines.Taken;

namespace Sbirt.Tests.Content.Cards;

/// <summary>A shorter supply beside the other offers of the card about medicines.</summary>
public sealed class ShorterSuppliesTests
{
    [Theory]
    [InlineData(Language.Ja, "エチゾラムを30日分にする(入力は60日分)", "1日の量は入力のまま変わりません")]
    [InlineData(Language.En, "Write Etizolam for 30 days (now 60)", "The amount a day stays as written")]
    public void It_says_what_changes_and_what_does_not(Language language, string label, string description)
    {
        var suggestion = Card(language, _ => true, Draft("etizolam", 60, id: "MedicationRequest/d1")).Suggestions[^1];

        (suggestion.Id, suggestion.Label, suggestion.IsRecommended).ShouldBe(("shorter-supply-etizolam-30", label, false));
        var proposal = suggestion.Proposals.ShouldHaveSingleItem().ShouldBeOfType<Proposal.ShortenSupply>();
        (proposal.OrderKey, proposal.FromDays, proposal.ToDays).ShouldBe(("MedicationRequest/d1", 60, 30));
        proposal.Description.ShouldContain(description);
    }

    [Fact]
    public void Where_the_order_cannot_be_written_exactly_only_the_task_is_offered() =>
        Card(Language.Ja, _ => false, Draft("etizolam", 60)).Suggestions.Select(each => each.Id).ShouldBe(["shorter-supply"]);

    [Fact]
    public void All_lines_of_a_medicine_become_shorter_or_none()
    {
        MedicineUse[] lines = [Draft("etizolam", 60, id: "a"), Draft("etizolam", 60, id: "b"), Draft("zolpidem", 60, id: "c")];

        Card(Language.Ja, _ => true, lines).Suggestions.Select(each => (each.Id, each.Proposals.Length))
            .ShouldBe([("shorter-supply", 1), ("shorter-supply-etizolam-30", 2), ("shorter-supply-zolpidem-30", 1)]);
        Card(Language.Ja, line => line.UseId != "b", lines).Suggestions.Select(each => each.Id).ShouldBe(["shorter-supply", "shorter-supply-zolpidem-30"]);
    }

    [Theory]
    [InlineData(20, 30)]
    [InlineData(5, 15)]
    public void Of_two_reasons_the_fewer_days_are_offered_once(int daysAgo, int days)
    {
        var drafted = 30 - daysAgo + days + (days == 30 ? 10 : 0);
        Card(Language.Ja, _ => true, Use("zolpidem", daysAgo, 30, daily: 10), Draft("zolpidem", drafted, daily: 10, id: "d"))
            .Suggestions.SelectMany(each => each.Proposals).OfType<Proposal.ShortenSupply>().ShouldHaveSingleItem().ToDays.ShouldBe(days);
    }

    [Fact]
    public void Its_words_are_offers()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var texts = Card(language, _ => true, Draft("etizolam", 60)).Suggestions
                .SelectMany(each => each.Proposals.Select(one => one.Description).Prepend(each.Label)).ToList();
            var yaml = string.Concat(texts.Select((text, number) => $"t{number}:\n  {(language == Language.Ja ? "ja" : "en")}: {System.Text.Json.JsonSerializer.Serialize(text)}\n"));

            WordingLint.LoadShipped().CheckFiles([new Sbirt.Content.ContentFiles.ContentFile("Cards/made.yaml", yaml)]).ShouldBeEmpty();
        }
    }

    private static Card Card(Language language, Func<ShorterSupply, bool> canShorten, params MedicineUse[] uses) =>
        MedicineCards.Compose(Records.Library.MedicinePrompts, Judge(uses), [], language, Taken.Today, canShorten)!;
}
