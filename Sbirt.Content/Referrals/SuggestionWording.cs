using System.Collections.Immutable;
using System.Globalization;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Referrals;

/// <summary>Says why a place is suggested and what is not known of it.</summary>
internal sealed class SuggestionWording(Question question)
{
    private readonly SuggestionWords words = new(question.Library.Texts);
    private readonly DirectoryWords names = question.Library.Words;
    private readonly Need need = question.Need;

    public Suggestion Of(Candidate one) => new(one.Place, [.. Reasons(one)], [.. Warnings(one)], one.Type, KindOnly: false);

    /// <summary>The kind itself, for an ask that no place of the directory answers.</summary>
    public Suggestion OfKind(ResourceType type)
    {
        var place = new Place(
            "kind-" + type.Code,
            type.Code,
            words.Fill("kind-name", "name", type.Name),
            type.Topics,
            type.Audiences,
            question.Prefecture,
            City: null,
            Position: null,
            Phone: null,
            Url: null,
            Hours: null,
            Languages: [],
            WomenOnly: null,
            ChildFriendly: null,
            MinAge: null,
            MaxAge: null,
            type.HowToEnter,
            FirstVisit: null,
            Note: type.HowToFind,
            LastVerified: null,
            Fictitious: false);
        return new Suggestion(
            place,
            [words["kind-suggested"], .. Why(type, type.Topics), type.HowToFind],
            [words["warn-contact-unknown"], words["warn-first-visit-unknown"]],
            type,
            KindOnly: true);
    }

    private IEnumerable<Localized> Reasons(Candidate one) => [.. Why(one.Type, one.Topics), .. Where(one), .. Openness(one.Place)];

    private IEnumerable<Localized> Why(ResourceType type, ImmutableArray<Topic> topics)
    {
        yield return words[type.Kind];
        yield return words[need.For];
        if (topics.Contains(need.Topic))
        {
            yield return words.Fill("about", "topic", names.NameOf(need.Topic));
        }

        foreach (var urgency in need.Urgencies.Where(type.Urgencies.Contains).Distinct().Order())
        {
            yield return words[urgency];
        }
    }

    private IEnumerable<Localized> Where(Candidate one)
    {
        if (one.Km is { } km)
        {
            yield return km < 1
                ? words["very-near"]
                : words.Fill("near", "km", Math.Round(km).ToString(CultureInfo.InvariantCulture));
        }

        if (one.Place.Prefecture is { } prefecture && prefecture == question.Prefecture)
        {
            yield return words.Fill("same-prefecture", "prefecture", PrefectureName(prefecture));
        }
    }

    private IEnumerable<Localized> Openness(Place place)
    {
        if (place.WomenOnly == true)
        {
            yield return words["women-only"];
        }

        if (place.ChildFriendly == true)
        {
            yield return words["child-friendly"];
        }

        if (need.Language != Language.Ja && Preference.Speaks(place, need.Language) == true)
        {
            yield return words.Fill("speaks", "language", names.NameOf(need.Language));
        }
    }

    private IEnumerable<Localized> Warnings(Candidate one) =>
    [
        .. Doubts(one),
        .. Untold(one.Place),
    ];

    private IEnumerable<Localized> Doubts(Candidate one)
    {
        var place = one.Place;
        if (place.Fictitious)
        {
            yield return words["warn-fictitious"];
        }

        if (one.IsElsewhere(question))
        {
            yield return words.Fill("warn-elsewhere", "prefecture", PrefectureName(place.Prefecture!));
            yield return one.Type.HowToFind;
        }

        if (place.LastVerified is null)
        {
            yield return words["warn-never-verified"];
        }
        else if (Verification.IsStale(place.LastVerified.Value, question.Today, names))
        {
            yield return words.Fill("warn-stale", "date", place.LastVerified.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        if (Limits.SexIsOpen(place, need))
        {
            yield return words["warn-women-only"];
        }

        if (Limits.AgeIsOpen(place, need))
        {
            yield return words.Fill("warn-age", "ages", Limits.Ages(place));
        }

        if (place.UrineTest == true)
        {
            yield return words["warn-urine-test"];
        }
    }

    private IEnumerable<Localized> Untold(Place place)
    {
        if (place.Phone is null && place.Url is null)
        {
            yield return words["warn-contact-unknown"];
        }

        if (place.FirstVisit is null)
        {
            yield return words["warn-first-visit-unknown"];
        }

        if (place.Topics.IsEmpty)
        {
            yield return words["warn-topics-untold"];
        }

        if (place.Audiences.IsEmpty)
        {
            yield return words["warn-audience-untold"];
        }

        if (need.Language != Language.Ja && Preference.Speaks(place, need.Language) != true)
        {
            yield return words.Fill("warn-language-untold", "language", names.NameOf(need.Language));
        }
    }

    private Localized PrefectureName(string japanese) =>
        names.PrefectureOf(japanese)?.Name ?? new Localized(japanese, japanese);
}
