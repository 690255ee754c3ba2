using System.Collections.Immutable;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Instruments.Evaluation;

/// <summary>What is noteworthy about a scored sheet though it stopped nothing.</summary>
internal static class ScoringIssues
{
    public static ImmutableArray<Issue> Of(
        InstrumentPlan plan,
        AnswerSheet sheet,
        Person person,
        TakenSheet taken,
        Scored scored)
    {
        ImmutableArray<Issue> issues = [];
        foreach (var (position, path) in taken.WeightConflicts)
        {
            issues = issues.Add(WeightConflict(plan.Table.Items[position], path));
        }

        foreach (var hidden in scored.Hidden)
        {
            issues = issues.Add(HiddenAnswer(scored.Instrument, hidden, PathOf(sheet, hidden.Item)));
        }

        if (!sheet.StatedScores.IsDefaultOrEmpty)
        {
            issues = issues.AddRange(sheet.StatedScores.SelectMany(stated => StatedScoreCheck.Issues(plan, stated, scored)));
        }

        return Incomplete(scored) is { } incomplete
            ? [.. issues, incomplete, .. LimitsOfUse(scored.Instrument.Use, sheet, person)]
            : issues.AddRange(LimitsOfUse(scored.Instrument.Use, sheet, person));
    }

    private static string? PathOf(AnswerSheet sheet, Item item) =>
        sheet.Answers.First(answer => answer.LinkId == item.LinkId).Path;

    private static Issue WeightConflict(Item item, string path) => new(
        new Reason(
            "weight-conflict",
            new Localized(
                $"{item.Label.Ja} の回答に添えられた点数が、この質問票の点数と異なります。この質問票の点数で計算しました。",
                $"The score sent with the answer to {item.Label.En} is not the one this questionnaire gives it. The questionnaire's score was used."),
            path),
        Seriousness.Moderate);

    private static Issue HiddenAnswer(Instrument instrument, ItemScore hidden, string? path)
    {
        var matters = WouldCount(instrument, hidden);
        return new Issue(
            new Reason(
                "hidden-answer",
                matters
                    ? new Localized(
                        $"{hidden.Item.Label.Ja} は前の回答により尋ねない質問ですが、回答がありました。点数には含めていません。含めると点数が変わります。",
                        $"{hidden.Item.Label.En} is not asked after the earlier answers, yet it was answered. It was not counted; counting it would change the score.")
                    : new Localized(
                        $"{hidden.Item.Label.Ja} は前の回答により尋ねない質問ですが、回答がありました。点数には含めておらず、含めても点数は変わりません。",
                        $"{hidden.Item.Label.En} is not asked after the earlier answers, yet it was answered. It was not counted; counting it would not change the score."),
                path),
            matters ? Seriousness.Moderate : Seriousness.Low);
    }

    private static bool WouldCount(Instrument instrument, ItemScore hidden) =>
        instrument.Scales.Any(scale => scale.Kind == ScaleKind.Levels
            ? scale.Levels.SelectMany(level => level.When.Comparisons).Any(comparison =>
                comparison.LinkId == hidden.Item.LinkId
                && (comparison.Holds(hidden.LowestScore) || comparison.Holds(hidden.HighestScore)))
            : scale.Items.Contains(hidden.Item.LinkId) && (hidden.LowestScore != 0 || hidden.HighestScore != 0));

    private static Issue? Incomplete(Scored scored)
    {
        var open = scored.Scales.Where(score => score.Scale.Main && !score.IsComplete).ToImmutableArray();
        if (scored.Missing.Length == 0 && open.Length == 0)
        {
            return null;
        }

        var count = scored.Missing.Length;
        var what = count == 0
            ? new Localized("性別が分からないため、点数が一つに決まりません。", "The sex is not told, so the score is not settled.")
            : new Localized($"回答が{count}件足りません。", count == 1 ? "1 answer is missing." : $"{count} answers are missing.");
        var text = open.Aggregate(what, (said, score) => new Localized(
            $"{said.Ja}{score.Scale.Title.Ja}は{Figure.Text(score.Lower)}から{Figure.Text(score.Upper)}の間です。",
            $"{said.En} {score.Scale.Title.En} lies between {Figure.Text(score.Lower)} and {Figure.Text(score.Upper)}."));
        return new Issue(new Reason("incomplete", text), open.Length == 0 ? Seriousness.Low : Seriousness.Moderate);
    }

    private static IEnumerable<Issue> LimitsOfUse(Use use, AnswerSheet sheet, Person person)
    {
        if (use.MinAge is not null || use.MaxAge is not null)
        {
            if (person.AgeYears is { } age && (age < use.MinAge || age > use.MaxAge))
            {
                yield return new Issue(new Reason("age-outside-limits", AgeText(use, told: true)), Seriousness.Moderate);
            }
            else if (person.AgeYears is null)
            {
                yield return new Issue(new Reason("age-not-told", AgeText(use, told: false)), Seriousness.Low);
            }
        }

        if (!use.SelfCompletion && sheet.SelfCompleted is true)
        {
            yield return new Issue(
                new Reason("not-for-self-completion", new Localized(
                    "この質問票は医療者が尋ねて記入するもので、ご本人だけの記入では妥当性が確かめられていません。",
                    "This questionnaire is meant to be asked by a clinician; it is not validated for self-completion.")),
                Seriousness.Moderate);
        }
    }

    private static Localized AgeText(Use use, bool told)
    {
        var limits = (use.MinAge, use.MaxAge) switch
        {
            ({ } min, { } max) => new Localized($"{min}〜{max}歳", $"ages {min} to {max}"),
            ({ } min, null) => new Localized($"{min}歳以上", $"age {min} and over"),
            var (_, max) => new Localized($"{max}歳以下", $"age {max} and under"),
        };
        return told
            ? new Localized(
                $"この質問票は{limits.Ja}の方のためのもので、この方の年齢では妥当性が確かめられていません。",
                $"This questionnaire is for {limits.En}; it is not validated at this person's age.")
            : new Localized(
                $"この質問票は{limits.Ja}の方のためのものですが、年齢が分かりません。",
                $"This questionnaire is for {limits.En}, but the age is not told.");
    }
}
