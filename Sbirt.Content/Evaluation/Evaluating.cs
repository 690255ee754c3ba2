using System.Collections.Immutable;
using Sbirt.Content.Claims;
using Sbirt.Content.SmallCells;

namespace Sbirt.Content.Evaluation;

/// <summary>Works out what letters changed, rounded and kept back as it may be shown, so that page and JSON cannot differ.</summary>
public static class Evaluating
{
    private const double Percent = 100;

    /// <summary>Null: a group is too small to be shown.</summary>
    public static GroupsCompared? Compare(EvaluationGroups groups, EvaluationRules rules)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(rules);
        var measured = new EvaluationGroups(Measured(groups.Written), Measured(groups.Comparison));
        if (!IsEnough(measured, rules))
        {
            return null;
        }

        return new GroupsCompared(
            measured.Written.Length,
            measured.Comparison.Length,
            Lines(measured, rules),
            Lines(groups, rules),
            [
                .. Parts(measured, rules, "sex", Enum.GetValues<ClaimSex>().Select(sex => ((int)sex, (Func<MeasuredPerson, bool>)(person => person.Sex == sex)))),
                .. Parts(measured, rules, "age", Enumerable.Range(-1, 11).Select(band => (band, (Func<MeasuredPerson, bool>)(person => person.Band == band)))),
            ]);
    }

    private static ImmutableArray<MeasuredPerson> Measured(ImmutableArray<MeasuredPerson> persons) => [.. persons.Where(person => person.IsMeasured)];

    private static bool IsEnough(EvaluationGroups groups, EvaluationRules rules) =>
        groups.Written.Length >= rules.LeastGroup.Value && groups.Comparison.Length >= rules.LeastGroup.Value;

    private static ImmutableArray<ComparisonLine> Lines(EvaluationGroups groups, EvaluationRules rules) =>
    [
        .. MeasureWords.All.Select(words =>
        {
            var measure = words.Measure;
            var estimate = DifferenceInDifferences.Of(
                [.. groups.Written.Select(person => person.Change(measure))],
                [.. groups.Comparison.Select(person => person.Change(measure))],
                (double)rules.ConfidencePercent.Value / Percent)!;
            var before = Mean(groups.Written, person => person.Before, measure);
            return new ComparisonLine(
                measure,
                Rounded(before),
                Rounded(Mean(groups.Written, person => person.After, measure)),
                Rounded(Mean(groups.Comparison, person => person.Before, measure)),
                Rounded(Mean(groups.Comparison, person => person.After, measure)),
                Rounded(estimate.Effect),
                Rounded(estimate.Low),
                Rounded(estimate.High),
                before == 0 ? null : Share(estimate.Effect),
                before == 0 ? null : Share(estimate.Low),
                before == 0 ? null : Share(estimate.High));

            decimal Rounded(double number) => Math.Round((decimal)number, words.Digits, MidpointRounding.AwayFromZero);
            decimal Share(double number) => Math.Round((decimal)(number / before * Percent), 1, MidpointRounding.AwayFromZero);
        }),
    ];

    private static double Mean(ImmutableArray<MeasuredPerson> persons, Func<MeasuredPerson, ImmutableArray<double>> when, Measure measure) =>
        persons.Average(person => when(person)[(int)measure]);

    /// <summary>
    /// Parts of the groups. A part that is small in one group, and whatever other part is kept back so that it cannot be
    /// reckoned from the whole, has no numbers in either.
    /// </summary>
    private static IEnumerable<ComparisonPart> Parts(EvaluationGroups groups, EvaluationRules rules, string by, IEnumerable<(int Value, Func<MeasuredPerson, bool> Is)> parts)
    {
        var split = parts.Select(part => (part.Value, Groups: new EvaluationGroups([.. groups.Written.Where(part.Is)], [.. groups.Comparison.Where(part.Is)])))
            .Where(part => part.Groups.Written.Length + part.Groups.Comparison.Length > 0).ToList();
        var (written, comparison) = (Shown(split.ConvertAll(part => part.Groups.Written.Length)), Shown(split.ConvertAll(part => part.Groups.Comparison.Length)));
        return split.Select((part, row) =>
        {
            var (inWritten, inComparison) = (written?[row], comparison?[row]);
            var isShown = inWritten is not null && inComparison is not null && IsEnough(part.Groups, rules);
            return new ComparisonPart(by, part.Value, inWritten, inComparison, isShown ? Lines(part.Groups, rules) : []);
        });
    }

    // The whole stands above the parts, so it is known. What is kept back together is as many as may be shown, because its
    // mean follows from the others and the whole.
    private static ShownTable? Shown(List<int> persons)
    {
        var hidden = new HashSet<int>();
        while (true)
        {
            var shown = SmallCellRule.Show(CountTable.List([.. persons.Select(each => (long)each)]), (row, _) => row == persons.Count ? CellRule.Known : hidden.Contains(row) ? CellRule.Hidden : CellRule.Free);
            var rows = Enumerable.Range(0, persons.Count).ToList();
            if (shown is null || !SmallCellRule.IsSmall(rows.Where(row => shown[row] is null).Sum(row => persons[row])))
            {
                return shown;
            }

            hidden.Add(rows.Where(row => shown[row] > 0).MinBy(row => persons[row]));
        }
    }

    /// <summary>How many persons came to what, none of them to be reckoned who are few; those measured stand elsewhere.</summary>
    public static ImmutableArray<FlowLine> Flow(int measured, params IReadOnlyList<(FlowEnd End, int Persons)> others)
    {
        var counts = CountTable.List([measured, .. others.Select(each => (long)each.Persons)]);
        var shown = SmallCellRule.Show(counts, (row, _) => row == 0 ? CellRule.Known : CellRule.Free);
        return
        [
            new FlowLine(FlowEnd.Measured, measured),
            .. others.Select((each, row) => new FlowLine(each.End, shown?[row + 1])),
            new FlowLine(FlowEnd.All, shown?.Total),
        ];
    }
}
