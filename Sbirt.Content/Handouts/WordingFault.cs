namespace Sbirt.Content.Handouts;

/// <summary>A place where the wording hurts or promises too much, and a kinder way to say it.</summary>
/// <param name="Rule">Id of the rule, e.g. <c>ja-orders</c>.</param>
/// <param name="Place">Where the text stands, as the caller named it.</param>
/// <param name="Found">The words that were caught; empty when a required sentence is missing.</param>
/// <param name="Why">Why the rule exists.</param>
/// <param name="Instead">A kinder alternative.</param>
public sealed record WordingFault(string Rule, string Place, string Found, string Why, string Instead)
{
    public override string ToString() => Found.Length == 0
        ? $"{Place}: {Rule}: a required sentence is missing. {Why} Instead: {Instead}"
        : $"{Place}: {Rule}: \"{Found}\". {Why} Instead: {Instead}";
}

/// <summary>What is looked at: a piece of a text, or a whole that a reader gets by itself.</summary>
public enum WordingKind
{
    /// <summary>A sentence or label: forbidden words only.</summary>
    Piece,

    /// <summary>A page, script, letter or card: required sentences as well.</summary>
    Whole,
}
