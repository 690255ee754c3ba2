namespace Sbirt.Content.Referrals;

/// <summary>Tells that two entries are one place under two ids.</summary>
internal static class SamePlace
{
    public static (string Name, string Type, string? Prefecture, string? City) KeyOf(Place place) =>
        (place.Name.Ja, place.Type, place.Prefecture, place.City);
}
