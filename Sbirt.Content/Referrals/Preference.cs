using System.Collections.Immutable;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Referrals;

/// <summary>One named comparison of two places; the first in which they differ decides. There is no score.</summary>
/// <param name="Rank">Smaller comes first.</param>
internal sealed record Preference(string Name, Func<Candidate, Question, double> Rank)
{
    private const string Prefix = "preference-";

    /// <summary>The comparisons in the order they are made; the id settles what is left.</summary>
    public static ImmutableArray<Preference> InOrder { get; } =
    [
        new("inReach", (one, question) => one.IsElsewhere(question) ? 1 : 0),
        new("urgency", (one, question) => -Handled(one.Type, question)),
        new("specialist", (one, question) => (question.Need.Serious || question.PressesOnBody) && one.Type.Kind == PlaceKind.Medical ? RankOfType(one, question) : 0),
        new("childSafe", (one, question) => question.Need.Urgencies.Contains(Urgency.Child) ? RankOf(one.Place.ChildFriendly) : 0),
        new("ownTopic", (one, question) => one.Place.Topics.Contains(question.Need.Topic) ? 0 : 1),
        new("distance", (one, _) => one.Km ?? double.MaxValue),
        new("prefecture", (one, question) => question.Prefecture is null || one.Place.Prefecture == question.Prefecture ? 0 : 1),
        new("language", (one, question) => RankOf(Speaks(one.Place, question.Need.Language))),
        new("certainLimits", (one, question) => Limits.AreCertain(one.Place, question.Need) ? 0 : 1),
        new("contact", (one, _) => one.Place.Phone is null && one.Place.Url is null ? 1 : 0),
        new("verified", (one, question) => one.Place.LastVerified is { } day && !Verification.IsStale(day, question.Today, question.Library.Words) ? 0 : 1),
    ];

    /// <summary>Keys of the names in suggestion-words.yaml.</summary>
    public static IEnumerable<string> Keys => InOrder.Select(one => Prefix + one.Name).Append(Prefix + "id");

    /// <summary>
    /// Whether a candidate comes before the best so far, whose ranks are kept so that each is worked out once; when it
    /// does, its ranks take their place. Two ids are never equal.
    /// </summary>
    public static bool Betters(in Candidate candidate, in Candidate? best, Span<double> bestRanks, Question question)
    {
        for (var at = 0; best is not null && at < InOrder.Length; at++)
        {
            var rank = InOrder[at].Rank(candidate, question);
            if (rank > bestRanks[at])
            {
                return false;
            }

            if (rank < bestRanks[at])
            {
                break;
            }

            if (at == InOrder.Length - 1 && string.CompareOrdinal(candidate.Place.Id, best.Value.Place.Id) > 0)
            {
                return false;
            }
        }

        for (var at = 0; at < InOrder.Length; at++)
        {
            bestRanks[at] = InOrder[at].Rank(candidate, question);
        }

        return true;
    }

    /// <summary>Whether a place speaks a language; null: not told.</summary>
    public static bool? Speaks(Place place, Language language) =>
        place.Languages.IsEmpty ? null : place.Languages.Contains(language);

    private static int Handled(ResourceType type, Question question)
    {
        var count = 0;
        foreach (var urgency in question.Need.Urgencies)
        {
            count += type.Urgencies.Contains(urgency) ? 1 : 0;
        }

        return count;
    }

    private static double RankOf(bool? fact) => fact switch { true => 0, null => 1, false => 2 };

    // resource-types.yaml lists the medical kinds from the most to the least specialised.
    private static double RankOfType(Candidate one, Question question) => question.Library.Types.RankOf(one.Type.Code);
}
