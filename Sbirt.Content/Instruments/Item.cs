using System.Collections.Immutable;
using Sbirt.Content.Codes;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Instruments;

/// <summary>One question of an instrument.</summary>
/// <param name="LinkId">Unique within the instrument, e.g. <c>audit-1</c>.</param>
/// <param name="Text">The wording, each language only where it may be shipped.</param>
/// <param name="Label">A neutral name that may always be shown, e.g. "AUDIT 1".</param>
/// <param name="Options">The possible answers of a choice; empty for a number.</param>
/// <param name="Range">Smallest and largest number of a number item.</param>
/// <param name="EnabledWhen">When the question is asked; null: always. A question that is not asked counts 0.</param>
/// <param name="ZeroWhen">When the question, left unanswered, counts 0 by the instrument's own skip rule; answered, it counts.</param>
/// <param name="Required">False: leaving it out leaves no gap (e.g. the PHQ-9 difficulty item).</param>
public sealed record Item(
    string LinkId,
    Wording Text,
    Localized Label,
    ItemKind Kind,
    ImmutableArray<Code> Codes,
    ImmutableArray<Option> Options,
    NumberRange? Range,
    EnabledWhen? EnabledWhen,
    bool Required,
    EnabledWhen? ZeroWhen = null);

/// <summary>The words of an item or option; a language that may not be shipped is null.</summary>
public sealed record Wording(string? Ja, string? En)
{
    /// <summary>The words in a language, or null when they are not shipped in it.</summary>
    public string? In(Language language) => language == Language.En ? En : Ja;
}

/// <summary>What kind of answer an item takes.</summary>
public enum ItemKind
{
    /// <summary>Exactly one of the options.</summary>
    Choice,

    /// <summary>A whole number in the range; its value is its score.</summary>
    Integer,
}

/// <summary>Inclusive limits of a number.</summary>
public sealed record NumberRange(decimal Min, decimal Max);

/// <summary>One possible answer with its score.</summary>
/// <param name="Code">Ours, unique within the item, e.g. <c>never</c>.</param>
/// <param name="Text">The wording, each language only where it may be shipped.</param>
/// <param name="Codes">Verified codes of other systems, e.g. LOINC LA6270-8.</param>
/// <param name="Score">Points; reversed items simply score the other way round.</param>
/// <param name="ScoreBySex">Points that differ by sex (Opioid Risk Tool); null: <see cref="Score"/> for everybody.</param>
public sealed record Option(
    string Code,
    Wording Text,
    ImmutableArray<Code> Codes,
    decimal Score,
    ScoreBySex? ScoreBySex = null)
{
    /// <summary>The points for a man or a woman.</summary>
    public decimal ScoreFor(Sex sex) =>
        ScoreBySex is null ? Score : sex == Sex.Female ? ScoreBySex.Female : ScoreBySex.Male;
}

/// <summary>Points of one answer for men and for women; unknown sex gives bounds, not a guess.</summary>
public sealed record ScoreBySex(decimal Male, decimal Female);

/// <summary>
/// When an item is asked: any or all of the comparisons hold. A comparison with an item that was not
/// asked or not answered does not hold.
/// </summary>
public sealed record EnabledWhen(bool All, ImmutableArray<Comparison> Comparisons);

/// <summary>Compares the answer's score of another item with a number.</summary>
public sealed record Comparison(string LinkId, ComparisonOperator Operator, decimal Score)
{
    /// <summary>True when the score stands in this relation to ours.</summary>
    public bool Holds(decimal score) => Operator switch
    {
        ComparisonOperator.Equal => score == Score,
        ComparisonOperator.NotEqual => score != Score,
        ComparisonOperator.AtLeast => score >= Score,
        _ => score <= Score,
    };
}

/// <summary>How an item's score is compared.</summary>
public enum ComparisonOperator
{
    Equal,
    NotEqual,
    AtLeast,
    AtMost,
}
