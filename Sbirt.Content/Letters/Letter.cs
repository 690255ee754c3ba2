using System.Collections.Immutable;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Letters;

/// <summary>One letter to one person, ready to be set.</summary>
/// <param name="Addressee">Null: no names were given, the letter carries a number to be matched.</param>
/// <param name="ReplyToken">Random; it alone leads back to the person, by a list that stays with the payer.</param>
/// <param name="IsPlain">Nothing of the sender is to be seen through the window.</param>
public sealed record Letter(
    string Number,
    DateOnly Written,
    ImmutableArray<LetterFinding> Findings,
    Addressee? Addressee,
    string ReplyToken,
    bool IsPlain)
{
    /// <summary>The languages it is written in, one after the other in one document.</summary>
    public ImmutableArray<Language> Languages { get; init; } = [Language.Ja];
}

/// <summary>A copy for a prescriber, to which the person consented.</summary>
/// <param name="Institution">Ten digits.</param>
public sealed record PrescriberCopy(Letter Letter, DateOnly Birth, string Institution, DateOnly Consented);
