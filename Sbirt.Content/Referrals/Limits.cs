using System.Globalization;

namespace Sbirt.Content.Referrals;

/// <summary>Whether age and sex limits of a place are surely met, or hang on what was not told.</summary>
internal static class Limits
{
    public static bool AreCertain(Place place, Need need) => !SexIsOpen(place, need) && !AgeIsOpen(place, need);

    /// <summary>Women only, and the person is not known to be a woman. Of a family member the sex is never asked.</summary>
    public static bool SexIsOpen(Place place, Need need) =>
        place.WomenOnly == true && (need.For != Audience.Person || need.Person.Sex != Sex.Female);

    public static bool AgeIsOpen(Place place, Need need) =>
        need.For == Audience.Person && need.Person.AgeYears is null && (place.MinAge is not null || place.MaxAge is not null);

    /// <summary>Such as <c>18–</c>, <c>–64</c> or <c>18–64</c>.</summary>
    public static string Ages(Place place) =>
        string.Create(CultureInfo.InvariantCulture, $"{place.MinAge}–{place.MaxAge}");
}
