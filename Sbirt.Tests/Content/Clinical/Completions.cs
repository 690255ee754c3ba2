using Sbirt.Content;
using Sbirt.Content.Instruments;
using Shouldly;

namespace Sbirt.Tests.Content.Clinical;

/// <summary>Tries every way to complete a sheet, or many where there are too many, and asks the oracle.</summary>
internal static class Completions
{
    private const int Most = 700;

    public static void Check(FilledForm filled, ClinicalScale scale, Person person, ScaleScore ours, string told)
    {
        var open = filled.Form.Instrument.Items
            .Where(item => scale.Positions.ContainsKey(item.LinkId) && !filled.Choices.ContainsKey(item.LinkId))
            .Select(item => (item.LinkId, Choices: ChoicesOf(item)))
            .ToList();
        Person[] sexes = person.Sex is Sex.Male or Sex.Female ? [person] : [person with { Sex = Sex.Male }, person with { Sex = Sex.Female }];
        var isEvery = open.Aggregate(1L, (ways, each) => Math.Min(ways * each.Choices.Count, Most + 1)) <= Most;
        var scores = (isEvery ? Every(filled, open, 0) : Some(filled, open))
            .SelectMany(complete => sexes.Select(sex => scale.Score(complete.For(scale, sex))))
            .ToList();

        scores.ShouldAllBe(score => score >= ours.Lower && score <= ours.Upper, told);
        if (isEvery)
        {
            (scores.Min(), scores.Max()).ShouldBe((ours.Lower, ours.Upper), told);
        }
    }

    private static List<int> ChoicesOf(Item item) => item.Range is { } range
        ? [(int)range.Min, (int)range.Min + 1, (int)range.Max]
        : [.. Enumerable.Range(0, item.Options.Length)];

    private static IEnumerable<FilledForm> Every(FilledForm filled, List<(string LinkId, List<int> Choices)> open, int next) =>
        next == open.Count
            ? [filled]
            : open[next].Choices.SelectMany(choice => Every(filled.With(open[next].LinkId, choice), open, next + 1));

    private static IEnumerable<FilledForm> Some(FilledForm filled, List<(string LinkId, List<int> Choices)> open)
    {
        var random = new Random(open.Count);
        for (var i = 0; i < 60; i++)
        {
            yield return open.Aggregate(filled, (sofar, each) => sofar.With(each.LinkId, each.Choices[random.Next(each.Choices.Count)]));
        }
    }
}
