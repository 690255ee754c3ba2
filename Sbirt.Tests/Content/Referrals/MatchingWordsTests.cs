using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.Content.Referrals;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Referrals.Places;

namespace Sbirt.Tests.Content.Referrals;

public sealed class MatchingWordsTests
{
    private static readonly Place Peers = APlace("peers", "selfhelp-person", Topic.Alcohol);

    [Theory]
    [InlineData(180, false)]
    [InlineData(181, true)]
    public void An_entry_is_old_after_180_days(int days, bool warned) =>
        Only(Peers with { LastVerified = Today.AddDays(-days) })
            .Warnings.Any(warning => warning.En.Contains("180 days", StringComparison.Ordinal)).ShouldBe(warned);

    [Fact]
    public void What_is_not_known_of_a_place_is_said()
    {
        var warnings = Only(Peers with { Url = null, FirstVisit = null, LastVerified = null, Fictitious = true }).Warnings;

        warnings.ShouldContain(Library.Texts["warn-contact-unknown"]);
        warnings.ShouldContain(Library.Texts["warn-first-visit-unknown"]);
        warnings.ShouldContain(Library.Texts["warn-never-verified"]);
        warnings.ShouldContain(Library.Texts["warn-fictitious"]);
    }

    [Fact]
    public void Urine_tests_are_said_before_the_person_goes() =>
        Only(Peers with { UrineTest = true }).Warnings.ShouldContain(Library.Texts["warn-urine-test"]);

    [Fact]
    public void Reasons_say_why_this_place()
    {
        var need = ANeed() with { Position = Home, Person = new(Sbirt.Content.Sex.Female), Language = Language.En };
        var place = Peers with { Position = new GeoPosition(34.7260, 135.50), WomenOnly = true, ChildFriendly = true, Languages = [Language.En] };

        Suggest(need, place)[0].Reasons.Select(reason => reason.En).ShouldBe(
        [
            "A place to talk with people who have been through the same.",
            "Open to the person.",
            "It sees people about alcohol.",
            "About 4 km away.",
            "In your prefecture (Osaka).",
            "Open to women only.",
            "Children are welcome.",
            "English is spoken.",
        ]);
    }

    [Fact]
    public void An_empty_directory_still_gives_kinds_of_places_and_how_to_find_them()
    {
        var suggestions = Suggest(ANeed(serious: true));

        suggestions.Select(one => one.Type.Code).ShouldBe(["specialist-hospital", "selfhelp-person", "mhwc"]);
        foreach (var one in suggestions)
        {
            one.KindOnly.ShouldBeTrue();
            (one.Place.Phone ?? one.Place.Url).ShouldBeNull();
            one.Reasons.ShouldContain(one.Type.HowToFind);
            one.Warnings.ShouldContain(Library.Texts["warn-contact-unknown"]);
        }
    }

    [Fact]
    public void Only_the_missing_kind_is_described_when_the_directory_has_the_rest()
    {
        var suggestions = Suggest(ANeed(serious: true), Peers, APlace("centre", "mhwc", Topic.Alcohol));

        suggestions.Select(one => one.Place.Id).ShouldBe(["kind-specialist-hospital", "peers", "centre"]);
    }

    [Fact]
    public void The_180_days_of_the_sentences_are_those_of_the_rule()
    {
        Library.Words.StaleAfterDays.ShouldBe(180);
        Library.Words.NearKm.ShouldBe(30);
    }

    private static Suggestion Only(Place place) => Suggest(ANeed(), place).Single(one => one.Place.Id == place.Id);
}
