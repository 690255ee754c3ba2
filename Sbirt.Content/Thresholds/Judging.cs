using System.Collections.Immutable;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;

namespace Sbirt.Content.Thresholds;

/// <summary>Says what scores mean under a pack: bands, flags and safety rules, the most serious first.</summary>
public static class Judging
{
    /// <summary>The findings of the pack, and of those shown beside it.</summary>
    /// <exception cref="ArgumentException">No pack has this id: settings are checked at start, so the caller erred.</exception>
    public static Judgement Judge(ThresholdLibrary library, string packId, Scored scored, Person person)
    {
        if (library.Find(packId) is null)
        {
            throw new ArgumentException("No threshold pack has this id.", nameof(packId));
        }

        var rules = library.RulesFor(packId, scored.Instrument.Id);
        return new Judgement(
            packId,
            Findings(rules.Own, packId, scored, person),
            [.. rules.Beside.SelectMany(each => Findings(each.Rules, each.PackId, scored, person))]);
    }

    private static ImmutableArray<Finding> Findings(PackRules rules, string packId, Scored scored, Person person)
    {
        var bands = rules.Scales
            .Select(each => (Score: scored.Scales.First(score => score.Scale.Id == each.ScaleId), each.Sets))
            .Select(each => (Finding: BandJudging.Judge(packId, scored, each.Score, each.Sets, person), Rank: each.Score.Scale.Main ? 1 : 2))
            .Where(each => each.Finding is not null)
            .Select(each => (Finding: each.Finding!, each.Rank));
        var modifiers = rules.Modifiers
            .Select(modifier => ModifierJudging.Judge(modifier, scored, person))
            .OfType<Finding>()
            .Select(finding => (Finding: finding, Rank: finding.Intervention is null ? 3 : 0));

        // Of equally serious findings a rule that brings its own intervention goes before the band it replaces.
        return [.. modifiers.Concat(bands)
            .OrderByDescending(each => each.Finding.Seriousness)
            .ThenBy(each => each.Rank)
            .Select(each => each.Finding)];
    }
}
