namespace Sbirt.Content.Claims;

/// <summary>
/// A person's facts where they lie in memory, in whatever order: millions of persons are asked whether a signal may hold,
/// and for nearly none of them a <see cref="PersonHistory"/> need be made.
/// </summary>
public readonly ref struct PersonSpans(ReadOnlySpan<ClaimFact> claims, ReadOnlySpan<DispensingFact> dispensings, ReadOnlySpan<DiseaseFact> diseases)
{
    public ReadOnlySpan<ClaimFact> Claims { get; } = claims;

    public ReadOnlySpan<DispensingFact> Dispensings { get; } = dispensings;

    public ReadOnlySpan<DiseaseFact> Diseases { get; } = diseases;

    public static PersonSpans Of(PersonHistory person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new PersonSpans(person.Claims.AsSpan(), person.Dispensings.AsSpan(), person.Diseases.AsSpan());
    }
}
