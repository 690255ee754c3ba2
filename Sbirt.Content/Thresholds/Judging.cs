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

    // Loops, because most rules of a pack find nothing on most sheets and whole files are judged.
    private static ImmutableArray<Finding> Findings(PackRules rules, string packId, Scored scored, Person person)
    {
        var found = new List<(Finding Finding, int Rank)>();
        foreach (var modifier in rules.Modifiers)
        {
            if (ModifierJudging.Judge(modifier, scored, person) is { } finding)
            {
                Place(found, finding, finding.Intervention is null ? 3 : 0);
            }
        }

        foreach (var (scaleId, sets) in rules.Scales)
        {
            var score = ScoreOf(scored, scaleId);
            if (BandJudging.Judge(packId, scored, score, sets, person) is { } finding)
            {
                Place(found, finding, score.Scale.Main ? 1 : 2);
            }
        }

        return [.. found.Select(each => each.Finding)];
    }

    // Of equally serious findings a rule that brings its own intervention goes before the band it replaces.
    private static void Place(List<(Finding Finding, int Rank)> found, Finding finding, int rank)
    {
        var at = found.Count;
        while (at > 0 && (found[at - 1].Finding.Seriousness < finding.Seriousness
            || (found[at - 1].Finding.Seriousness == finding.Seriousness && found[at - 1].Rank > rank)))
        {
            at--;
        }

        found.Insert(at, (finding, rank));
    }

    private static ScaleScore ScoreOf(Scored scored, string scaleId)
    {
        foreach (var score in scored.Scales)
        {
            if (score.Scale.Id == scaleId)
            {
                return score;
            }
        }

        throw new InvalidOperationException("The pack's check lets no rule name a scale that is not there.");
    }
}
