using Sbirt.Content;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Drinks;
using Sbirt.Content.Interventions;
using Sbirt.Content.Languages;
using Sbirt.Tests.Content.Interventions;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Drinks;

public sealed class DrinkTests
{
    private static readonly DrinkTable Drinks = Plans.Library.Drinks;

    [Theory]
    [InlineData(500, 5, 20)]
    [InlineData(350, 5, 14)]
    [InlineData(120, 12, 11.52)]
    [InlineData(180, 15, 21.6)]
    [InlineData(250, 5, 10)]
    [InlineData(60, 40, 19.2)]
    public void Pure_alcohol_is_volume_times_strength_times_density(int ml, double percent, double grams) =>
        Drinks.GramsOf(ml, (decimal)percent).Value.ShouldBe((decimal)grams);

    [Theory]
    [InlineData("go", 22)]
    [InlineData("can", 14)]
    [InlineData("glass", 11.52)]
    [InlineData("drinkJp", 10)]
    [InlineData("drinkUs", 14)]
    public void Measures_have_their_grams_with_source_and_date(string measure, double grams)
    {
        Drinks[measure].Grams.Value.ShouldBe((decimal)grams);
        Drinks[measure].Source.ShouldNotBeEmpty();
        Drinks[measure].Date.Year.ShouldBeGreaterThan(2000);
    }

    [Theory]
    [InlineData("2-3-a-week", "5-6", 100, 180)]
    [InlineData("4-or-more-a-week", "1-2", 40, 140)]
    [InlineData("monthly-or-less", "3-4", 0, 10)]
    public void A_week_is_estimated_as_a_range(string frequency, string amount, int least, int most)
    {
        var week = Drinks.WeekOf(Plans.Audit(10, frequency, amount))!;

        week.Least.Value.ShouldBe(least);
        week.Most!.Value.Value.ShouldBe(most);
    }

    [Fact]
    public void Ten_or_more_drinks_have_no_upper_end()
    {
        var week = Drinks.WeekOf(Plans.Audit(20, "4-or-more-a-week", "10-or-more"))!;

        week.Most.ShouldBeNull();
        week.Picture(Drinks, Person.Unknown, Language.Ja)!.Grams.ShouldBe("400以上");
        week.Picture(Drinks, Person.Unknown, Language.En)!.Grams.ShouldBe("400 or more");
    }

    [Fact]
    public void Who_drinks_nothing_gets_no_picture() =>
        Drinks.WeekOf(Plans.Audit(0, "never", "1-2"))!.Picture(Drinks, Person.Unknown, Language.Ja).ShouldBeNull();

    [Theory]
    [InlineData(Sex.Male, null, null, "280")]
    [InlineData(Sex.Female, null, null, "140")]
    [InlineData(null, null, null, "140")]
    [InlineData(Sex.Female, 30, true, "0")]
    [InlineData(Sex.Male, 19, null, "0")]
    [InlineData(Sex.Male, 20, null, "280")]
    public void The_guide_follows_sex_age_and_pregnancy_and_is_the_lower_when_not_told(Sex? sex, int? age, bool? pregnant, string guide) =>
        Drinks.WeekOf(Plans.Audit(10, "2-3-a-week", "5-6"))!
            .Picture(Drinks, new Person(sex, age, pregnant), Language.Ja)!.Guide.ShouldBe(guide);

    [Fact]
    public void The_picture_counts_in_grams_cans_glasses_and_go_and_says_that_it_is_an_estimate()
    {
        var picture = Drinks.WeekOf(Plans.Audit(10, "2-3-a-week", "5-6"))!.Picture(Drinks, new Person(Sex.Male), Language.Ja)!;

        picture.Amount.ShouldBe("1週間(お答えからの推計)：純アルコール 約100〜180g");
        picture.Measures.ShouldBe("ビール350ml缶なら約7〜13本、ワインなら約9〜16杯(1杯120ml)、日本酒なら約4.5〜8.2合");
        picture.Bar.Length.ShouldBe(21);
        picture.Svg.ShouldStartWith("<svg");
    }

    [Fact]
    public void A_page_carries_the_picture_only_where_a_number_exists()
    {
        Planning.Plan(Plans.Library, Plans.Request("alcohol-brief", Language.Ja).WithAudit(10)).HandoutMarkdown.ShouldContain("100〜180g");
        Planning.Plan(Plans.Library, Plans.Request("alcohol-brief", Language.Ja)).HandoutMarkdown.ShouldNotContain("推計");
    }

    [Fact]
    public void Every_answer_that_becomes_grams_is_one_of_its_instrument()
    {
        foreach (var rule in Drinks.WeekRules)
        {
            var text = ContentFile.Embedded("Instruments").Single(file => file.Path == $"Instruments/{rule.InstrumentId}.yaml").Text;

            text.ShouldContain($"linkId: {rule.FrequencyItem}\n");
            text.ShouldContain($"linkId: {rule.AmountItem}\n");
            rule.TimesPerWeek.Keys.Concat(rule.Drinks.Keys).ShouldAllBe(code => text.Contains($"code: {code},", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("value: 0.8", "value: 0")]
    [InlineData("date: 2022-04-01", "date: yesterday")]
    [InlineData("5-6: [5, 6]", "5-6: [6, 5]")]
    [InlineData("  glass:", "  mug:")]
    [InlineData("2-3-a-week: [2, 3]", "2-3-a-week: [2, 9]")]
    public void A_broken_table_stops_the_start(string from, string to)
    {
        var faults = new List<ContentFault>();

        InterventionLibrary.Load(Plans.FilesWith("Drinks/drinks.yaml", text => text.Replace(from, to, StringComparison.Ordinal)), faults).ShouldBeNull();

        faults.ShouldAllBe(fault => fault.File == "Drinks/drinks.yaml" && fault.Fix.Length > 0);
        faults.ShouldNotBeEmpty();
    }
}
