using System.Collections.Immutable;
using Sbirt.Content.Handouts;

namespace Sbirt.Service.Letters;

/// <summary>What became of every person with findings.</summary>
/// <param name="Faults">What the wording rules found in letters that were therefore not written, each once.</param>
/// <param name="CopiesNotWritten">Consents that led to no copy: the institution is in none of the findings, or names were not given.</param>
/// <param name="Unprinted">Why there is no PDF; null: there is, or none was asked for.</param>
internal sealed record LettersResult(
    int Persons,
    int Written,
    int Waiting,
    ImmutableArray<NotWritten> NotWritten,
    ImmutableArray<WordingFault> Faults,
    bool HasConsents,
    int Copies,
    int CopiesNotWritten,
    int Printed,
    string? Unprinted)
{
    /// <summary>True: nothing is left that the payer could mend.</summary>
    public bool IsWhole => Unprinted is null && !NotWritten.Any(each => each.CanBeMended);
}
