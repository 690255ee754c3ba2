using System.Collections.Immutable;
using Sbirt.Content.Codes;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>
/// Differences between a foreign item and ours that change what a score means, found in the form itself:
/// another number of drinks, a hole in the options, another item's code, other points.
/// </summary>
internal static class FormTraps
{
    internal static IEnumerable<Issue> Of(
        ForeignItem foreign, Item item, ImmutableArray<FormOption> options, MatchIndex index)
    {
        if (AsksOtherNumber(foreign, item))
        {
            yield return Notice(
                "item-wording-differs",
                $"{item.Label.Ja}: この用紙は原文と違う数を尋ねています。点数の意味が変わることがあります。",
                $"{item.Label.En}: this form asks with other numbers than the original, which can change what the score means.",
                foreign.Path);
        }

        if (HasGap(foreign) && !HasGap(item))
        {
            yield return Notice(
                "answer-missing-from-form",
                $"{item.Label.Ja}: この用紙の選択肢には抜けている数があり、どれにも当てはまらない人がいます。",
                $"{item.Label.En}: the options of this form leave out a number, so some people fit none of them.",
                foreign.Path);
        }

        if (options.Length > 0 && options.Length * 2 < item.Options.Length)
        {
            yield return Notice(
                "answer-missing-from-form",
                $"{item.Label.Ja}: この用紙には選択肢の一部しかなく、ほかの答えの人は当てはまりません。",
                $"{item.Label.En}: this form offers only some of the answers, so people with another answer fit none of them.",
                foreign.Path);
        }

        if (foreign.Codes.Any(code => IsOtherItems(code, item, index)))
        {
            yield return Notice(
                "code-swap",
                $"{item.Label.Ja}: この用紙の項目コードは別の質問のものです。質問文と選択肢から読みました。",
                $"{item.Label.En}: the item code in this form belongs to another question; it was read by its text and options.",
                foreign.Path);
        }

        if (options.Any(WeighsOtherwise))
        {
            yield return Notice(
                "weight-conflict",
                $"{item.Label.Ja}: この用紙の選択肢の点数が、検査の点数と違います。検査の点数で採点します。",
                $"{item.Label.En}: the points in this form differ from the instrument's; the instrument's are used.",
                foreign.Path);
        }

        if (options.Any(option => option.Match is null))
        {
            yield return Notice(
                "option-not-matched",
                $"{item.Label.Ja}: この用紙には、検査にない選択肢があります。",
                $"{item.Label.En}: this form has an option that the instrument does not have.",
                foreign.Path);
        }
    }

    private static bool AsksOtherNumber(ForeignItem foreign, Item item)
    {
        if (foreign.Text is not { } theirs
            || item.Text.In(PlainText.IsJapanese(theirs) ? Language.Ja : Language.En) is not { } ours)
        {
            return false;
        }

        return !PlainText.Numbers(theirs).SetEquals(PlainText.Numbers(ours));
    }

    private static bool HasGap(ForeignItem foreign) =>
        HasGap(foreign.Options.Select(option => PlainText.Range(option.Display)));

    private static bool HasGap(Item item) =>
        HasGap(item.Options.Select(option => PlainText.Range(option.Text.En ?? option.Text.Ja)));

    // Only a list that counts upward throughout can have a hole; frequencies ("2-4 times a month", "2-3 times a
    // week") start over and have none.
    private static bool HasGap(IEnumerable<(int From, int To)?> options)
    {
        var ranges = options.OfType<(int From, int To)>().ToList();
        var gap = false;
        for (var i = 1; i < ranges.Count; i++)
        {
            if (ranges[i].From <= ranges[i - 1].To)
            {
                return false;
            }

            gap |= ranges[i].From > ranges[i - 1].To + 1;
        }

        return gap && ranges.Count >= 3;
    }

    private static bool IsOtherItems(Code code, Item item, MatchIndex index)
    {
        var places = index.WithCode(code);
        return places.Count > 0
            && !item.Codes.Any(own => own.System == code.System && own.Value == code.Value)
            && places.All(place => place.Item.LinkId != item.LinkId);
    }

    private static bool WeighsOtherwise(FormOption option) =>
        option.Match is { ScoreBySex: null } match && option.Weights.Any(weight => weight != match.Score);

    private static Issue Notice(string code, string ja, string en, string path) =>
        new(new Reason(code, new Localized(ja, en), path), Seriousness.Low);
}
