using System.Collections.Immutable;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Referrals;

/// <summary>
/// Finds at most three places for a need. Filters keep out what cannot fit; what is asked for (safety, debt, peers, a
/// public talk) is answered one by one; named preferences choose among the places that answer the same.
/// </summary>
public static class Matching
{
    /// <summary>The most places a person is given at once.</summary>
    public const int Most = 3;

    /// <summary>The preferences in the order they are applied, to print.</summary>
    public static ImmutableArray<Localized> Preferences(ReferralLibrary library) =>
        [.. Preference.Keys.Select(key => library.Texts[key])];

    /// <summary>
    /// At most three suggestions, most pressing first; the same for any order of the directory. Never empty for a need
    /// that any kind of place answers.
    /// </summary>
    public static ImmutableArray<Suggestion> Suggest(PlaceDirectory directory, ReferralLibrary library, Need need, DateOnly today)
    {
        var question = new Question(need, library, today);
        var wording = new SuggestionWording(question);
        var picks = new Picks(directory, question);
        foreach (var ask in Ask.Of(question))
        {
            picks.Answer(ask);
        }

        picks.Fill();
        return [.. picks.Chosen.Select(pick => pick.Place is { } place ? wording.Of(place) : wording.OfKind(pick.Type))];
    }
}
