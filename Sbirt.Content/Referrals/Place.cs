using System.Collections.Immutable;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Referrals;

/// <summary>One place of a directory. Null means "not told" and is shown as unknown, never guessed.</summary>
/// <param name="Id">Unique in its directory, <c>[A-Za-z0-9.-]{1,64}</c>.</param>
/// <param name="Type">Code of <c>sbirt-resource-type</c>, e.g. <c>mhwc</c>.</param>
/// <param name="Topics">Empty: not told, what is usual for its type is assumed and said so.</param>
/// <param name="Audiences">Empty: not told, likewise.</param>
/// <param name="Prefecture">Japanese name; null: nationwide or not told.</param>
/// <param name="FirstVisit">What the first visit is like; null is shown as unknown.</param>
/// <param name="Fictitious">True in the sample directory: shown with every use.</param>
/// <param name="Source">Where the entry was taken from, as a citation.</param>
/// <param name="UrineTest">Whether urine is tested there; many want to know before they go.</param>
public sealed record Place(
    string Id,
    string Type,
    Localized Name,
    ImmutableArray<Topic> Topics,
    ImmutableArray<Audience> Audiences,
    string? Prefecture,
    string? City,
    GeoPosition? Position,
    string? Phone,
    string? Url,
    Localized? Hours,
    ImmutableArray<Language> Languages,
    bool? WomenOnly,
    bool? ChildFriendly,
    int? MinAge,
    int? MaxAge,
    Localized? HowToEnter,
    Localized? FirstVisit,
    Localized? Note,
    DateOnly? LastVerified,
    bool Fictitious,
    string? Source = null,
    bool? UrineTest = null);

/// <summary>Whom a place sees.</summary>
public enum Audience
{
    Person,
    Family,
    Professional,
}

/// <summary>WGS 84 degrees.</summary>
public readonly record struct GeoPosition(double Latitude, double Longitude);
