namespace Sbirt.Content.Thresholds;

/// <summary>Whom a set is for; null: everybody. An unknown fact of the person contradicts nothing.</summary>
/// <param name="PregnancyTold">False: for those of whom pregnancy is not told, so that a rule can ask.</param>
public sealed record AppliesTo(Sex? Sex, int? MinAge, int? MaxAge, bool? Pregnant, bool? PregnancyTold = null)
{
    /// <summary>No condition at all.</summary>
    public static AppliesTo Everybody { get; } = new(null, null, null, null);

    /// <summary>
    /// True when something known of the person speaks against the set. Sex "other" speaks against neither
    /// set; a man is taken not to be pregnant unless told so.
    /// </summary>
    public bool IsContradictedBy(Person person) =>
        (Sex is not null && person.Sex is Content.Sex.Male or Content.Sex.Female && person.Sex != Sex)
        || person.AgeYears < MinAge
        || person.AgeYears > MaxAge
        || (Pregnant is not null && PregnancyOf(person) is { } pregnant && pregnant != Pregnant)
        || (PregnancyTold is { } told && told != PregnancyOf(person) is not null);

    /// <summary>
    /// True when everything the set asks for is known to hold of the person. A rule that only asks may ask one whose
    /// age is not told either.
    /// </summary>
    public bool IsKnownToMatch(Person person) =>
        !IsContradictedBy(person)
        && (Sex is null || person.Sex == Sex)
        && ((MinAge is null && MaxAge is null) || person.AgeYears is not null || PregnancyTold is false)
        && (Pregnant is null || PregnancyOf(person) is not null);

    private static bool? PregnancyOf(Person person) =>
        person.Pregnant ?? (person.Sex == Content.Sex.Male ? false : null);
}
