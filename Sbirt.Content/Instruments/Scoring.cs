using System.Collections.Immutable;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments.Evaluation;

namespace Sbirt.Content.Instruments;

/// <summary>
/// Scores an answer sheet by the instrument's own rules. Only the instrument's skip rule fills a gap; with
/// any other gap the result is the bounds the score must lie in, never a score.
/// </summary>
public static class Scoring
{
    /// <summary>The scores, or every reason for which the sheet was refused as a whole.</summary>
    /// <exception cref="ArgumentException">The sheet names another instrument: the caller mixed them up.</exception>
    public static Reading<Scored> Score(Instrument instrument, AnswerSheet sheet, Person person)
    {
        if (sheet.InstrumentId != instrument.Id)
        {
            throw new ArgumentException("The answer sheet belongs to another instrument.", nameof(sheet));
        }

        var plan = instrument.Plan;
        var taken = TakenSheet.Read(plan.Table, sheet);
        if (taken.Reasons.Length > 0)
        {
            return new Reading<Scored>.Refused(taken.Reasons);
        }

        var sexes = plan.SexesOf(person.Sex);
        var asked = AnswerCourse.Follow(plan.Table, taken.Answers, sexes.AsSpan());
        var (answers, hidden, missing) = Sort(plan.Table, taken.Answers, asked, KnownSex(person));
        var scored = new Scored(
            instrument,
            answers,
            ScoreScales(plan, taken.Answers, asked, sexes),
            missing,
            [],
            hidden);
        return new Reading<Scored>.Ok(scored with { Issues = ScoringIssues.Of(plan, sheet, person, taken, scored) });
    }

    /// <summary>Male or female; null where points that depend on the sex cannot be settled.</summary>
    internal static Sex? KnownSex(Person person) => person.Sex is Sex.Male or Sex.Female ? person.Sex : null;

    private static (ImmutableArray<ItemScore> Answers, ImmutableArray<ItemScore> Hidden, ImmutableArray<string> Missing) Sort(
        ItemTable table,
        TakenAnswer[] given,
        Truth[] asked,
        Sex? sex)
    {
        var answers = ImmutableArray.CreateBuilder<ItemScore>(given.Length);
        ImmutableArray<ItemScore> hidden = [];
        ImmutableArray<string> missing = [];
        for (var i = 0; i < given.Length; i++)
        {
            if (given[i].Given && asked[i] == Truth.No)
            {
                hidden = hidden.Add(table.Plans[i].Report(given[i], sex));
            }
            else if (given[i].Given)
            {
                answers.Add(table.Plans[i].Report(given[i], sex));
            }
            else if (asked[i] == Truth.Yes && table.Items[i].Required)
            {
                missing = missing.Add(table.Items[i].LinkId);
            }
        }

        return (answers.DrainToImmutable(), hidden, missing);
    }

    private static ImmutableArray<ScaleScore> ScoreScales(
        InstrumentPlan plan,
        TakenAnswer[] answers,
        Truth[] asked,
        ImmutableArray<Sex> sexes)
    {
        var scores = ImmutableArray.CreateBuilder<ScaleScore>(plan.Scales.Length);
        foreach (var scale in plan.Scales)
        {
            scores.Add(scale.Settled(answers, asked, sexes[0], sexes.Length > 1) is { } value
                ? new ScaleScore(scale.Scale, value, value, value, [])
                : ScoreOpen(plan.Table, scale, answers, asked, sexes));
        }

        return scores.MoveToImmutable();
    }

    private static ScaleScore ScoreOpen(
        ItemTable table,
        ScalePlan scale,
        TakenAnswer[] answers,
        Truth[] asked,
        ImmutableArray<Sex> sexes)
    {
        var (lower, upper) = scale.BoundsOf(answers, sexes.AsSpan());
        var missing = MissingOf(table, scale, answers, asked);

        // A triage level can be certain although answers are missing; a sum with a gap is not a score.
        var isCertain = lower == upper && (scale.Scale.Kind == ScaleKind.Levels || missing.Length == 0);
        return new ScaleScore(scale.Scale, isCertain ? lower : null, lower, upper, missing);
    }

    /// <summary>
    /// Missing answers that this scale waits for: those that count, and those that decide whether others
    /// that count are asked.
    /// </summary>
    private static ImmutableArray<string> MissingOf(ItemTable table, ScalePlan scale, TakenAnswer[] answers, Truth[] asked)
    {
        var isOpen = scale.Items.Any(position => asked[position] == Truth.Maybe);
        return [.. scale.Relevant
            .Where(position => !answers[position].Given && asked[position] == Truth.Yes && table.Items[position].Required)
            .Where(position => isOpen || scale.Items.Contains(position))
            .Select(position => table.Items[position].LinkId)];
    }
}
