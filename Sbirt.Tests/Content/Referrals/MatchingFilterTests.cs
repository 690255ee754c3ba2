using Sbirt.Content;
using Sbirt.Content.Instruments;
using Sbirt.Content.Referrals;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Referrals.Places;

namespace Sbirt.Tests.Content.Referrals;

public sealed class MatchingFilterTests
{
    [Theory]
    [InlineData(Topic.Alcohol, Topic.Alcohol, true)]
    [InlineData(Topic.Alcohol, Topic.Substances, true)]
    [InlineData(Topic.Alcohol, Topic.Gambling, false)]
    [InlineData(Topic.AlcoholWithdrawal, Topic.Alcohol, true)]
    [InlineData(Topic.AlcoholWithdrawal, Topic.Drugs, false)]
    [InlineData(Topic.OpioidWithdrawal, Topic.Medicines, true)]
    [InlineData(Topic.Substances, Topic.Drugs, true)]
    [InlineData(Topic.Suicidality, Topic.Distress, true)]
    [InlineData(Topic.Gambling, Topic.Alcohol, false)]
    [InlineData(Topic.Medicines, Topic.Substances, true)]
    [InlineData(Topic.Tobacco, Topic.Alcohol, false)]
    public void A_place_fits_by_what_it_is_turned_to_for(Topic need, Topic place, bool fits) =>
        Suggest(ANeed(need), APlace("a", "psychiatry-general", place)).Ids().Contains("a").ShouldBe(fits);

    [Theory]
    [InlineData(null, null, null, true)]
    [InlineData(17, 18, null, false)]
    [InlineData(18, 18, null, true)]
    [InlineData(64, null, 64, true)]
    [InlineData(65, null, 64, false)]
    [InlineData(null, 18, 64, true)]
    public void Age_limits_keep_out_whom_they_exclude(int? age, int? min, int? max, bool fits) =>
        Suggest(
            ANeed() with { Person = new Person(AgeYears: age) },
            APlace("a", "selfhelp-person", Topic.Alcohol) with { MinAge = min, MaxAge = max })
            .Ids().Contains("a").ShouldBe(fits);

    [Theory]
    [InlineData(Sex.Male, false)]
    [InlineData(Sex.Female, true)]
    [InlineData(Sex.Other, true)]
    [InlineData(null, true)]
    public void A_place_for_women_is_not_suggested_to_a_man(Sex? sex, bool fits) =>
        Suggest(
            ANeed() with { Person = new Person(sex) },
            APlace("a", "selfhelp-person", Topic.Alcohol) with { WomenOnly = true })
            .Ids().Contains("a").ShouldBe(fits);

    [Theory]
    [InlineData(null, true)]
    [InlineData(Sex.Other, true)]
    [InlineData(Sex.Female, false)]
    public void Where_the_sex_is_not_told_a_place_for_women_says_so(Sex? sex, bool warned) =>
        Suggest(
            ANeed() with { Person = new Person(sex) },
            APlace("a", "selfhelp-person", Topic.Alcohol) with { WomenOnly = true })
            .Single(one => one.Place.Id == "a")
            .Warnings.Contains(Library.Texts["warn-women-only"]).ShouldBe(warned);

    [Theory]
    [InlineData(Audience.Person, "selfhelp-person", true)]
    [InlineData(Audience.Person, "selfhelp-family", false)]
    [InlineData(Audience.Family, "selfhelp-person", false)]
    [InlineData(Audience.Family, "selfhelp-family", true)]
    [InlineData(Audience.Family, "mhwc", true)]
    [InlineData(Audience.Professional, "mhwc", true)]
    [InlineData(Audience.Professional, "rehab", false)]
    public void A_place_is_suggested_to_those_it_sees(Audience whom, string type, bool fits) =>
        Suggest(ANeed() with { For = whom }, APlace("a", type, Topic.Alcohol)).Ids().Contains("a").ShouldBe(fits);

    [Theory]
    [InlineData("probation")]
    [InlineData("prison-police")]
    [InlineData("narc-agency")]
    [InlineData("halfway")]
    [InlineData("education")]
    [InlineData("employment")]
    public void A_kind_for_a_special_circumstance_is_never_suggested_by_itself(string type) =>
        Suggest(ANeed(Topic.Drugs, serious: true, Urgency.Housing, Urgency.Safety), APlace("a", type, Topic.Drugs) with { Audiences = [Audience.Person] })
            .ShouldAllBe(one => one.Type.Code != type);

    [Theory]
    [InlineData("mhwc", "兵庫県", false)]
    [InlineData("mhwc", "大阪府", true)]
    [InlineData("mhwc", null, true)]
    [InlineData("selfhelp-person", "兵庫県", true)]
    public void A_centre_that_serves_its_area_is_suggested_to_its_residents(string type, string? prefecture, bool fits) =>
        Suggest(ANeed(), APlace("a", type, Topic.Alcohol) with { Prefecture = prefecture }).Ids().Contains("a").ShouldBe(fits);

    [Fact]
    public void A_place_that_names_no_topic_stands_for_its_kind_and_says_so()
    {
        var suggestion = Suggest(ANeed(), APlace("a", "selfhelp-person")).Single(one => one.Place.Id == "a");

        suggestion.Warnings.ShouldContain(Library.Texts["warn-topics-untold"]);
    }
}
