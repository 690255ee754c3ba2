using System.Collections.Immutable;
using Sbirt.Content.Instruments;

namespace Sbirt.Content.Referrals;

/// <summary>A place that passed the filters, with what the preferences look at.</summary>
/// <param name="Km">Distance; null when either position is not told.</param>
internal readonly record struct Candidate(Place Place, ResourceType Type, double? Km)
{
    private const double EarthRadiusKm = 6371.0088;

    public ImmutableArray<Topic> Topics => TopicsOf(Place, Type);

    /// <summary>The candidate, or null when a filter keeps the place out.</summary>
    public static Candidate? From(Place place, ResourceType type, Question question) =>
        Fits(place, type, question) ? new Candidate(place, type, Distance(place.Position, question.Need.Position)) : null;

    /// <summary>Known to lie outside the prefecture wished for, and not near either.</summary>
    public bool IsElsewhere(Question question) =>
        question.Prefecture is not null
        && Place.Prefecture is not null
        && Place.Prefecture != question.Prefecture
        && !(Km <= question.Library.Words.NearKm);

    /// <summary>Whether a kind answers the need at all: audience, topic or a practical urgency, no special circumstance.</summary>
    public static bool TypeFits(ResourceType type, Question question) =>
        type.OnlyIf is null
        && type.Audiences.Contains(question.Need.For)
        && IsAbout(type.Topics, type, question);

    private static bool Fits(Place place, ResourceType type, Question question)
    {
        var audiences = place.Audiences.IsEmpty ? type.Audiences : place.Audiences;
        if (type.OnlyIf is not null || !audiences.Contains(question.Need.For) || !IsAbout(TopicsOf(place, type), type, question))
        {
            return false;
        }

        if (type.ServesItsArea && place.Prefecture is not null && question.Prefecture is not null && place.Prefecture != question.Prefecture)
        {
            return false;
        }

        return question.Need.For != Audience.Person || AdmitsPerson(place, question.Need.Person);
    }

    private static bool AdmitsPerson(Place place, Person person) =>
        !(place.WomenOnly == true && person.Sex == Sex.Male)
        && !(person.AgeYears < place.MinAge)
        && !(person.AgeYears > place.MaxAge);

    private static bool IsAbout(ImmutableArray<Topic> topics, ResourceType type, Question question)
    {
        if ((Question.MaskOf(topics) & question.Topics) != 0)
        {
            return true;
        }

        foreach (var urgency in question.PracticalUrgencies)
        {
            if (type.Urgencies.Contains(urgency))
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<Topic> TopicsOf(Place place, ResourceType type) =>
        place.Topics.IsEmpty ? type.Topics : place.Topics;

    // Haversine: exact enough over the distances somebody travels for help.
    private static double? Distance(GeoPosition? from, GeoPosition? to)
    {
        if (from is not { } a || to is not { } b)
        {
            return null;
        }

        var (latA, latB) = (double.DegreesToRadians(a.Latitude), double.DegreesToRadians(b.Latitude));
        var sinLat = Math.Sin((latB - latA) / 2);
        var sinLon = Math.Sin(double.DegreesToRadians(b.Longitude - a.Longitude) / 2);
        var h = (sinLat * sinLat) + (Math.Cos(latA) * Math.Cos(latB) * sinLon * sinLon);
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
