using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.Content.Referrals;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Referrals.Places;

namespace Sbirt.Tests.Content.Referrals;

public sealed class MatchingPreferenceTests
{
    private static readonly Place Hospital = APlace("hospital", "specialist-hospital", Topic.Alcohol);
    private static readonly Place Clinic = APlace("clinic", "psychiatry-general", Topic.Alcohol);
    private static readonly Place Peers = APlace("peers", "selfhelp-person", Topic.Alcohol);
    private static readonly Place Centre = APlace("centre", "mhwc", Topic.Alcohol);
    private static readonly Place Lawyer = APlace("lawyer", "debt", Topic.Gambling);
    private static readonly Place Family = APlace("family", "selfhelp-family", Topic.Alcohol);
    private static readonly Place HealthCentre = APlace("health-centre", "hc", Topic.Alcohol);

    private static readonly Place[] All = [Hospital, Clinic, Peers, Centre, Lawyer, Family, HealthCentre];

    [Theory]
    [InlineData(Urgency.Safety)]
    [InlineData(Urgency.Withdrawal)]
    public void Medical_care_comes_first_when_safety_or_withdrawal_presses(Urgency urgency) =>
        Suggest(ANeed(Topic.Alcohol, false, urgency), All).Ids().First().ShouldBe("hospital");

    [Fact]
    public void Debt_help_stands_beside_care_and_peers() =>
        Suggest(ANeed(Topic.Alcohol, serious: true, Urgency.Debt), All).Ids().ShouldBe(["hospital", "lawyer", "peers"]);

    [Fact]
    public void Debt_alone_is_a_first_door() =>
        Suggest(ANeed(Topic.Alcohol, false, Urgency.Debt), All).Ids().First().ShouldBe("lawyer");

    [Fact]
    public void Children_bring_in_a_place_that_thinks_of_them() =>
        Suggest(ANeed(Topic.Alcohol, true, Urgency.Child), All).Ids().ShouldContain("health-centre");

    [Fact]
    public void A_child_friendly_place_is_preferred_when_there_are_children() =>
        Suggest(
            ANeed(Topic.Alcohol, false, Urgency.Child),
            Peers with { ChildFriendly = false },
            APlace("with-children", "selfhelp-person", Topic.Alcohol) with { ChildFriendly = true })
            .Ids().First(id => id is "peers" or "with-children").ShouldBe("with-children");

    [Fact]
    public void Specialist_care_leads_when_it_is_indicated() =>
        Suggest(ANeed(serious: true), All).Ids().ShouldBe(["hospital", "peers", "centre"]);

    [Fact]
    public void Peers_lead_when_a_conversation_is_indicated() =>
        Suggest(ANeed(), All).Ids().First().ShouldBe("peers");

    [Fact]
    public void Three_hospitals_do_not_crowd_out_a_self_help_group() =>
        Suggest(ANeed(serious: true), Hospital, Hospital with { Id = "b", City = "b" }, Hospital with { Id = "c", City = "c" }, Peers)
            .Select(one => one.Type.Kind).ShouldBe([PlaceKind.Medical, PlaceKind.PeerGroup, PlaceKind.PublicConsultation]);

    [Fact]
    public void The_nearer_of_two_alike_is_suggested() =>
        Suggest(
            ANeed() with { Position = Home },
            Peers with { Id = "a-far", City = "a", Position = new GeoPosition(34.80, 135.50) },
            Peers with { Id = "b-near", City = "b", Position = new GeoPosition(34.70, 135.50) })
            .Ids().First().ShouldBe("b-near");

    [Fact]
    public void A_place_of_the_own_prefecture_goes_before_one_elsewhere() =>
        Suggest(ANeed(), Peers with { Id = "a-elsewhere", Prefecture = "北海道" }, Peers with { Id = "b-here" })
            .Ids().First().ShouldBe("b-here");

    [Fact]
    public void A_place_elsewhere_says_so_and_how_to_find_one_nearer()
    {
        var suggestion = Suggest(ANeed(), Peers with { Prefecture = "北海道" }).First(one => one.Place.Id == "peers");

        suggestion.Warnings.ShouldContain(warning => warning.En.Contains("Hokkaido", StringComparison.Ordinal));
        suggestion.Warnings.ShouldContain(suggestion.Type.HowToFind);
    }

    [Fact]
    public void A_place_across_the_border_within_30_km_is_not_elsewhere() =>
        Suggest(
            ANeed() with { Position = Home },
            Peers with { Prefecture = "兵庫県", Position = new GeoPosition(34.73, 135.41) })
            .First(one => one.Place.Id == "peers")
            .Reasons.ShouldContain(reason => reason.En == "About 9 km away.");

    [Fact]
    public void A_place_that_speaks_the_language_is_preferred() =>
        Suggest(
            ANeed() with { Language = Language.En },
            Peers with { Id = "a", City = "a" },
            Peers with { Id = "b", City = "b", Languages = [Language.Ja, Language.En] })
            .Ids().First().ShouldBe("b");

    [Fact]
    public void Family_is_given_a_family_group_first() =>
        Suggest(ANeed() with { For = Audience.Family }, All).Ids().First().ShouldBe("family");

    [Fact]
    public void A_prefecture_may_be_told_in_English() =>
        Suggest(ANeed() with { Prefecture = "osaka" }, Peers)
            .First(one => one.Place.Id == "peers")
            .Reasons.ShouldContain(reason => reason.Ja.Contains("大阪府", StringComparison.Ordinal));

    [Fact]
    public void The_preferences_can_be_printed_in_both_languages() =>
        Matching.Preferences(Library).ShouldAllBe(preference => preference.Ja.Length > 0 && preference.En.Length > 0);
}
