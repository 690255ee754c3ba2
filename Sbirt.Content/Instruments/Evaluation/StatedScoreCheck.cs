using Sbirt.Content.Codes;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Instruments.Evaluation;

/// <summary>Holds a total that the sender claims against ours: right score, right code.</summary>
internal static class StatedScoreCheck
{
    public static IEnumerable<Issue> Issues(InstrumentPlan plan, StatedScore stated, Scored scored)
    {
        var byPlace = stated.ScaleId is null ? null : scored.Scales.FirstOrDefault(score => score.Scale.Id == stated.ScaleId);
        var byCode = stated.Code is null ? null : scored.Scales.FirstOrDefault(score => Carries(scored.Instrument, score.Scale, stated.Code));
        var isElsewhere = stated.Code is { } code && byCode is null && plan.IsScoreCode(code);
        if (byPlace is not null)
        {
            if (isElsewhere || (byCode is not null && byCode != byPlace))
            {
                yield return CodeSwap(byPlace.Scale, stated.Path);
            }

            if (Mismatch(byPlace, stated) is { } mismatch)
            {
                yield return mismatch;
            }
        }
        else if (byCode is not null)
        {
            if (Mismatch(byCode, stated) is not { } mismatch)
            {
                yield break;
            }

            // The number is another of our scores, or no score of this scale: it travelled under the wrong code.
            var swapped = scored.Scales.FirstOrDefault(score => score != byCode && score.Value == stated.Value);
            var isImpossible = stated.Value < byCode.Scale.Min || stated.Value > byCode.Scale.Max;
            yield return swapped is not null || isImpossible ? CodeSwap(swapped?.Scale ?? scored.Main.Scale, stated.Path) : mismatch;
        }
        else if (isElsewhere)
        {
            yield return CodeSwap(scored.Main.Scale, stated.Path);
        }
        else
        {
            yield return NotCompared(stated.Path);
        }
    }

    private static bool Carries(Instrument instrument, Scale scale, Code code) =>
        scale.Codes.Append(instrument.ScoreCode(scale)).Any(own => own.System == code.System && own.Value == code.Value);

    private static Issue? Mismatch(ScaleScore ours, StatedScore stated)
    {
        if (ours.Value is { } value)
        {
            return stated.Value == value ? null : new Issue(
                new Reason(
                    "score-mismatch",
                    new Localized(
                        $"送信された{ours.Scale.Title.Ja}が、回答から計算した{Figure.Text(value)}と異なります。計算した値を使いました。",
                        $"The {ours.Scale.Title.En} that was sent differs from {Figure.Text(value)}, which the answers give. The computed one was used."),
                    stated.Path),
                Seriousness.Moderate);
        }

        var isPossible = stated.Value >= ours.Lower && stated.Value <= ours.Upper;
        return new Issue(
            new Reason(
                isPossible ? "score-unconfirmed" : "score-mismatch",
                isPossible
                    ? new Localized(
                        $"回答がそろっていないため、送信された{ours.Scale.Title.Ja}を確かめられません。送信された値は使っていません。",
                        $"Answers are missing, so the {ours.Scale.Title.En} that was sent cannot be confirmed. It was not used.")
                    : new Localized(
                        $"送信された{ours.Scale.Title.Ja}は、回答からありうる{Figure.Text(ours.Lower)}から{Figure.Text(ours.Upper)}の範囲にありません。送信された値は使っていません。",
                        $"The {ours.Scale.Title.En} that was sent is outside {Figure.Text(ours.Lower)} to {Figure.Text(ours.Upper)}, which the answers allow. It was not used."),
                stated.Path),
            isPossible ? Seriousness.Low : Seriousness.Moderate);
    }

    private static Issue CodeSwap(Scale scale, string path) => new(
        new Reason(
            "code-swap",
            new Localized(
                $"合計点が別の尺度のコードで送信されています。{scale.Title.Ja}のコードをご確認ください。回答から計算した値を使いました。",
                $"A total was sent under the code of another score. Check the code of {scale.Title.En}. What the answers give was used."),
            path),
        Seriousness.Moderate);

    private static Issue NotCompared(string path) => new(
        new Reason(
            "score-not-compared",
            new Localized(
                "送信された合計点は、コードからどの尺度のものか分からないため、比べていません。",
                "A total was sent under a code that names none of this questionnaire's scores; it was not compared."),
            path),
        Seriousness.Low);
}
