using Sbirt.Content.Claims;

namespace Sbirt.Service.Claims.Facts;

/// <summary>The order of facts in a <see cref="PersonHistory"/>: of time, then of institution, then of place.</summary>
internal static class HistoryOrder
{
    public static int Compare(ClaimFact one, ClaimFact other) =>
        one.Month.CompareTo(other.Month) is not 0 and var months ? months
        : one.Institution.CompareTo(other.Institution) is not 0 and var institutions ? institutions
        : one.Place.CompareTo(other.Place);

    public static int Compare(DispensingFact one, DispensingFact other) =>
        one.Date.CompareTo(other.Date) is not 0 and var days ? days
        : one.Source.CompareTo(other.Source) is not 0 and var sources ? sources
        : one.Place.CompareTo(other.Place);

    public static int Compare(DiseaseFact one, DiseaseFact other) =>
        one.Month.CompareTo(other.Month) is not 0 and var months ? months
        : one.Institution.CompareTo(other.Institution) is not 0 and var institutions ? institutions
        : one.Place.CompareTo(other.Place);
}
