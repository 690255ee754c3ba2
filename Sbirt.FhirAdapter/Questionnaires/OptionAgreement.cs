using System.Collections.Immutable;
using Sbirt.Content.Codes;
using Sbirt.Content.Instruments;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>Whether the answers of a foreign item and of ours are the same question's answers.</summary>
internal static class OptionAgreement
{
    /// <summary>
    /// A choice fits when at least half of its options are ours by code or text; when it offers only some of ours and
    /// no other; or, where none of them is ours (another language, other codes), when its weights are exactly ours. A
    /// number fits a number.
    /// </summary>
    internal static bool Fits(ForeignItem foreign, Item item)
    {
        if (foreign.Type is "display" or "group" || foreign.Computed)
        {
            return false;
        }

        if (item.Kind == ItemKind.Integer)
        {
            return foreign.Type is "integer" or "decimal" && foreign.Options.Length == 0;
        }

        if (foreign.Options.Length == 0)
        {
            return foreign.Type is "boolean" ? item.Options.Length == 2 : foreign.Type is "choice" or "open-choice";
        }

        var known = foreign.Options.Count(option =>
            OptionMatching.ByMeaning(item, option.System, option.Code, option.Display) is not null);
        return known == 0
            ? SameWeights(foreign, item)
            : known == foreign.Options.Length || known * 2 >= Math.Max(foreign.Options.Length, item.Options.Length);
    }

    /// <summary>Every option carries the LOINC answer code of one of ours, and none of ours is left over.</summary>
    internal static bool SameCodes(ForeignItem foreign, Item item) =>
        foreign.Options.Length == item.Options.Length
        && foreign.Options.All(option => option.System == CodeSystems.Loinc
            && item.Options.Any(ours => ours.Codes.Any(code => code.Value == option.Code)));

    private static bool SameWeights(ForeignItem foreign, Item item)
    {
        var theirs = foreign.Options.Where(option => option.Weights.Length == 1)
            .Select(option => option.Weights[0]).Order().ToImmutableArray();
        return theirs.Length == item.Options.Length
            && theirs.SequenceEqual(item.Options.Select(option => option.Score).Order());
    }
}
