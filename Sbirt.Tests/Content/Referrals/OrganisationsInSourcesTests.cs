using Sbirt.Content.ContentFiles;
using Sbirt.Content.Instruments;
using Sbirt.Content.Referrals;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Referrals.Places;

namespace Sbirt.Tests.Content.Referrals;

public sealed class OrganisationsInSourcesTests
{
    private static readonly PlaceDirectory Named = PlaceDirectory.Load(
        Library,
        ContentFile.Embedded(ReferralLibrary.Folder).Single(file => file.Path == ReferralLibrary.DefaultDirectory),
        Today);

    [Fact]
    public void No_contact_is_invented() =>
        Named.Places.ShouldAllBe(place => place.Phone == null && place.Url == null && place.Hours == null && place.Position == null && place.FirstVisit == null);

    [Fact]
    public void Each_says_where_it_was_read_and_none_is_made_up() =>
        Named.Places.ShouldAllBe(place => place.Source != null && place.Note != null && !place.Fictitious);

    [Theory]
    [InlineData(Topic.Alcohol, "aa")]
    [InlineData(Topic.Drugs, "na")]
    [InlineData(Topic.Gambling, "ga")]
    public void Peers_are_found_for_each_substance(Topic topic, string id) =>
        Matching.Suggest(Named, Library, ANeed(topic), Today).ShouldContain(one => one.Place.Id == id);

    [Theory]
    [InlineData(Topic.Alcohol, "al-anon")]
    [InlineData(Topic.Drugs, "family-class")]
    [InlineData(Topic.Gambling, "gambling-kazokunokai-osaka")]
    public void Families_are_given_a_family_group_first(Topic topic, string id) =>
        Matching.Suggest(Named, Library, ANeed(topic) with { For = Audience.Family }, Today)[0].Place.Id.ShouldBe(id);

    [Fact]
    public void Where_no_specialist_is_named_the_kind_of_place_stands_for_one_and_says_how_to_find_it()
    {
        var first = Matching.Suggest(Named, Library, ANeed(Topic.Alcohol, serious: true), Today)[0];

        first.KindOnly.ShouldBeTrue();
        first.Type.Code.ShouldBe("specialist-hospital");
    }
}
