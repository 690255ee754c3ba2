using System.Collections.Immutable;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Thresholds;

/// <summary>
/// Judges a rule beside the bands. It is a statement about this person, so what it asks for must be known;
/// a missing answer never makes it hold, and never stops it from holding on the answers that are there.
/// </summary>
internal static class ModifierJudging
{
    /// <summary>The finding, or null when the rule does not hold.</summary>
    public static Finding? Judge(Modifier modifier, Scored scored, Person person)
    {
        if (!modifier.AppliesTo.IsKnownToMatch(person))
        {
            return null;
        }

        var evidence = modifier.ScaleId is { } scaleId ? OfScale(modifier, scored, scaleId) : OfItems(modifier, scored);
        return evidence.Length == 0 ? null : new Finding(
            modifier.Id,
            TopicOf(modifier, scored),
            modifier.Seriousness,
            modifier.Title,
            modifier.Action,
            null,
            null,
            modifier,
            modifier.Intervention,
            modifier.HandOver,
            evidence,
            []);
    }

    private static Topic TopicOf(Modifier modifier, Scored scored) =>
        modifier.Topic
        ?? (modifier.ScaleId is { } scaleId ? scored.Instrument.FindScale(scaleId)?.Topic : null)
        ?? scored.Instrument.Topic;

    private static ImmutableArray<Evidence> OfScale(Modifier modifier, Scored scored, string scaleId)
    {
        var score = scored.Scales.First(each => each.Scale.Id == scaleId);
        return score.Lower >= modifier.AtLeast
            ? [new Evidence(score.Scale.Title, score.Value, score.Lower, score.Upper, modifier.CutOff)]
            : [];
    }

    private static ImmutableArray<Evidence> OfItems(Modifier modifier, Scored scored)
    {
        // A safety rule looks at every answer that was given, even one the skip rule does not count.
        var all = modifier.Seriousness == Seriousness.Urgent && scored.Hidden.Length > 0
            ? scored.Answers.AddRange(scored.Hidden)
            : scored.Answers;
        return MayHold(modifier, all) ? OfGiven(modifier, [.. all.Where(answer => modifier.On.Contains(answer.Item.LinkId))]) : [];
    }

    /// <summary>Sorts out the sheets on which a rule cannot hold, which are most of them, without gathering evidence.</summary>
    private static bool MayHold(Modifier modifier, ImmutableArray<ItemScore> answers)
    {
        var (sum, highest) = (0m, 0m);
        foreach (var answer in answers)
        {
            if (modifier.On.Contains(answer.Item.LinkId))
            {
                sum += answer.LowestScore;
                highest = Math.Max(highest, answer.LowestScore);
            }
        }

        return (modifier.Test == ModifierTest.Sum ? sum : highest) >= modifier.AtLeast;
    }

    private static ImmutableArray<Evidence> OfGiven(Modifier modifier, ImmutableArray<ItemScore> given)
    {
        var reached = given.Where(answer => answer.LowestScore >= modifier.AtLeast).ToImmutableArray();
        return modifier.Test switch
        {
            ModifierTest.Sum => OfSum(modifier, given),
            ModifierTest.Any => [.. reached.Select(answer => EvidenceOf(modifier, answer))],
            _ => reached.Length == modifier.On.Length ? [.. reached.Select(answer => EvidenceOf(modifier, answer))] : [],
        };
    }

    private static ImmutableArray<Evidence> OfSum(Modifier modifier, ImmutableArray<ItemScore> given)
    {
        var (lowest, highest) = (given.Sum(answer => answer.LowestScore), given.Sum(answer => answer.HighestScore));
        if (lowest < modifier.AtLeast)
        {
            return [];
        }

        var what = new Localized(
            string.Join(" + ", given.Select(answer => answer.Item.Label.Ja)),
            string.Join(" + ", given.Select(answer => answer.Item.Label.En)));
        return [new Evidence(what, lowest == highest ? lowest : null, lowest, highest, modifier.CutOff)];
    }

    private static Evidence EvidenceOf(Modifier modifier, ItemScore answer) =>
        new(answer.Item.Label, answer.Score, answer.LowestScore, answer.HighestScore, modifier.CutOff);
}
