namespace Sbirt.Content.Referrals;

/// <summary>The choice of at most three, made ask by ask, never the same place twice.</summary>
internal sealed class Picks(PlaceDirectory directory, Question question)
{
    private readonly List<(ResourceType Type, Candidate? Place)> chosen = [];

    /// <summary>In the order of the asks; a null place stands for the kind.</summary>
    public IReadOnlyList<(ResourceType Type, Candidate? Place)> Chosen => chosen;

    /// <summary>Adds the best place that the ask wants, or the kind when the directory has none.</summary>
    public void Answer(Ask ask)
    {
        if (chosen.Count == Matching.Most || chosen.Any(pick => ask.Wants(pick.Type)))
        {
            return;
        }

        if (Best(ask.Wants) is { } place)
        {
            chosen.Add((place.Type, place));
            return;
        }

        var kind = question.Library.Types.All.FirstOrDefault(type => ask.Wants(type) && Candidate.TypeFits(type, question));
        if (kind is not null)
        {
            chosen.Add((kind, null));
        }
    }

    /// <summary>Uses what room is left: another kind first, then more of a kind already there.</summary>
    public void Fill()
    {
        while (chosen.Count < Matching.Most)
        {
            var next = Best(type => chosen.TrueForAll(pick => pick.Type.Kind != type.Kind))
                ?? Best(_ => true);
            if (next is not { } place)
            {
                return;
            }

            chosen.Add((place.Type, place));
        }
    }

    // One pass, nothing kept: a directory may hold tens of thousands of places.
    private Candidate? Best(Func<ResourceType, bool> wanted)
    {
        Candidate? best = null;
        Span<double> bestRanks = stackalloc double[Preference.InOrder.Length];
        foreach (var type in question.Library.Types.All.Where(wanted))
        {
            foreach (var place in directory.OfType(type.Code))
            {
                if (Candidate.From(place, type, question) is { } candidate
                    && !IsChosen(place)
                    && Preference.Betters(candidate, best, bestRanks, question))
                {
                    best = candidate;
                }
            }
        }

        return best;
    }

    private bool IsChosen(Place place)
    {
        foreach (var (_, taken) in chosen)
        {
            if (taken is { } one && (one.Place.Id == place.Id || SamePlace.KeyOf(one.Place) == SamePlace.KeyOf(place)))
            {
                return true;
            }
        }

        return false;
    }
}
