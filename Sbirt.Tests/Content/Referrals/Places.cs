using System.Collections.Immutable;
using Sbirt.Content;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.Content.Referrals;

namespace Sbirt.Tests.Content.Referrals;

/// <summary>Places and needs in which a test names only what matters to it.</summary>
internal static class Places
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    public static readonly GeoPosition Home = new(34.69, 135.50);

    public static ReferralLibrary Library { get; } = ReferralLibrary.Load(ContentFile.Embedded(ReferralLibrary.Folder));

    public static Place APlace(string id, string type, params Topic[] topics) => new(
        id,
        type,
        new Localized("見本 " + id, "Example " + id),
        [.. topics],
        Library.Types[type].Audiences,
        "大阪府",
        "見本市",
        null,
        null,
        "https://www.example.com/",
        null,
        [Language.Ja],
        null,
        null,
        null,
        null,
        null,
        new Localized("見本", "Example"),
        null,
        Today.AddDays(-10),
        Fictitious: false);

    public static Need ANeed(Topic topic = Topic.Alcohol, bool serious = false, params Urgency[] urgencies) => new(
        Audience.Person,
        topic,
        serious,
        [.. urgencies],
        Person.Unknown,
        "大阪府",
        null,
        Language.Ja);

    public static ImmutableArray<Suggestion> Suggest(Need need, params Place[] places) =>
        Matching.Suggest(PlaceDirectory.Of(places), Library, need, Today);

    public static IEnumerable<string> Ids(this IEnumerable<Suggestion> suggestions) =>
        suggestions.Where(one => !one.KindOnly).Select(one => one.Place.Id);
}
