using System.Collections.Immutable;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Thresholds;

/// <summary>
/// Finds the band of one scale. Facts of the person that are not told leave several sets: the stricter one
/// decides. A score that is not settled has a band only when every value still possible lies in it.
/// </summary>
internal static class BandJudging
{
    /// <summary>The finding, or null when no set is for this person.</summary>
    public static Finding? Judge(string packId, Scored scored, ScaleScore score, ImmutableArray<ThresholdSet> sets, Person person)
    {
        var fitting = sets.Where(set => !set.AppliesTo.IsContradictedBy(person)).ToImmutableArray();
        if (fitting.Length == 0)
        {
            return null;
        }

        var reaches = fitting.Select(set => Reach.Of(set, score)).ToImmutableArray();
        var least = reaches.MaxBy(reach => (reach.Least.Seriousness, reach.Rank))!;
        var most = reaches.MaxBy(reach => reach.Most.Seriousness)!;
        var assumptions = Assumptions(fitting, person);
        var isSettled = least.Least.Seriousness == most.Most.Seriousness && (score.IsComplete || least.IsOneBand);
        return isSettled
            ? Settled(packId, scored, score, least, assumptions)
            : Open(packId, scored, score, least, assumptions);
    }

    private static Finding Settled(string packId, Scored scored, ScaleScore score, Reach reach, ImmutableArray<Localized> assumptions) => new(
        CodeOf(packId, scored, score, reach.Least.Id),
        TopicOf(scored, score),
        reach.Least.Seriousness,
        reach.Least.Label,
        reach.Least.Action,
        reach.Set,
        reach.Least,
        null,
        reach.Least.Intervention,
        reach.Least.HandOver,
        [EvidenceOf(score, reach.Least)],
        assumptions);

    private static Finding Open(string packId, Scored scored, ScaleScore score, Reach least, ImmutableArray<Localized> assumptions)
    {
        var (lower, upper) = (Figure.Text(score.Lower), Figure.Text(score.Upper));
        var isSerious = least.Least.Seriousness >= Seriousness.Moderate;
        var title = new Localized($"未確定({lower}〜{upper})", $"Incomplete, between {lower} and {upper}");
        return new Finding(
            CodeOf(packId, scored, score, "incomplete"),
            TopicOf(scored, score),
            isSerious ? least.Least.Seriousness : Seriousness.None,
            isSerious
                ? new Localized($"{title.Ja}:少なくとも「{least.Least.Label.Ja}」の範囲", $"{title.En}: at least \"{least.Least.Label.En}\"")
                : title,
            score.Missing.Length == 0
                ? new Localized("性別が分かると点数が一つに決まります。", "Knowing the sex would settle the score.")
                : new Localized("残りの回答がそろうと範囲が決まります。", "The remaining answers would settle it."),
            least.Set,
            null,
            null,
            null,
            false,
            [EvidenceOf(score, isSerious ? least.Least : null)],
            assumptions);
    }

    private static string CodeOf(string packId, Scored scored, ScaleScore score, string end) =>
        $"{packId}.{scored.Instrument.Id}.{score.Scale.Id}.{end}";

    private static Topic TopicOf(Scored scored, ScaleScore score) => score.Scale.Topic ?? scored.Instrument.Topic;

    private static Evidence EvidenceOf(ScaleScore score, Band? band)
    {
        var level = score.Scale.Levels.FirstOrDefault(each => each.Value == score.Value);
        var title = score.Scale.Title;
        var what = level is null ? title : new Localized($"{title.Ja}:{level.Title.Ja}", $"{title.En}: {level.Title.En}");
        return new Evidence(what, score.Value, score.Lower, score.Upper, band?.Span);
    }

    private static ImmutableArray<Localized> Assumptions(ImmutableArray<ThresholdSet> sets, Person person)
    {
        if (sets.Length == 1)
        {
            return [];
        }

        ImmutableArray<Localized> said = [];
        if (person.Sex is not (Sex.Male or Sex.Female) && Differ(sets, applies => applies.Sex))
        {
            said = said.Add(person.Sex == Sex.Other
                ? new Localized("基準が男女で異なるため、厳しいほうの基準を使っています。", "The cut-off is known for men and for women only: the stricter one is used.")
                : new Localized("性別が分からないため、厳しいほうの基準を使っています。", "Sex not told: the stricter cut-off is used."));
        }

        if (person.AgeYears is null && Differ(sets, applies => (applies.MinAge, applies.MaxAge)))
        {
            said = said.Add(new Localized("年齢が分からないため、厳しいほうの基準を使っています。", "Age not told: the stricter cut-off is used."));
        }

        return person.Pregnant is null && Differ(sets, applies => applies.Pregnant)
            ? said.Add(new Localized("妊娠の有無が分からないため、厳しいほうの基準を使っています。", "Pregnancy not told: the stricter cut-off is used."))
            : said;
    }

    private static bool Differ<T>(ImmutableArray<ThresholdSet> sets, Func<AppliesTo, T> fact) =>
        sets.Select(set => fact(set.AppliesTo)).Distinct().Skip(1).Any();

    /// <summary>The least and the most serious band of a set that a score may still lie in.</summary>
    private sealed record Reach(ThresholdSet Set, Band Least, Band Most, bool IsOneBand)
    {
        /// <summary>How far up its set the least band stands; of two equally serious bands the higher is the stricter.</summary>
        public int Rank => Set.Bands.IndexOf(Least);

        public static Reach Of(ThresholdSet set, ScaleScore score)
        {
            // A loop, because whole files are judged; of equally serious bands the first is taken.
            Band? least = null, most = null;
            var touched = 0;
            foreach (var band in set.Bands)
            {
                if (band.Touches(score.Lower, score.Upper))
                {
                    touched++;
                    least = least is null || band.Seriousness < least.Seriousness ? band : least;
                    most = most is null || band.Seriousness > most.Seriousness ? band : most;
                }
            }

            return new Reach(set, least!, most!, touched == 1);
        }
    }
}
