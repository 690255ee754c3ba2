using System.Collections.Immutable;
using System.Globalization;
using Sbirt.Content;
using Sbirt.Content.Instruments;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>
/// A scale as FHIRPath for SDC's <c>calculatedExpression</c>: a question hidden by the skip rule counts 0, so
/// does one the rule lets stay open, and any other question left open makes the whole score empty.
/// </summary>
/// <param name="Variables">
/// Named steps in their order: <c>%asked</c>, the linkIds of the scale that are asked, given the other answers;
/// <c>%counted</c>, the same with optional items; or <c>%level…</c>, whether a level of a triage holds.
/// </param>
/// <param name="Score">The score, or empty.</param>
/// <param name="NeedsSex">It reads <c>%patient.gender</c>.</param>
internal sealed record ScoreExpression(
    ImmutableArray<(string Name, string Expression)> Variables, string Score, bool NeedsSex)
{
    internal static ScoreExpression Of(Scale scale, Instrument instrument)
    {
        if (scale.Kind == ScaleKind.Levels)
        {
            return Triage(scale, instrument);
        }

        var items = scale.Items.Select(linkId => instrument.Find(linkId)!).ToList();
        var required = items.Where(item => item.Required).ToList();
        var variables = ImmutableArray.Create(("asked", LinkIds(required, scale, instrument)));
        var from = "%asked";
        if (required.Count < items.Count)
        {
            variables = variables.Add(("counted", LinkIds(items, scale, instrument)));
            from = "%counted";
        }

        var complete = "%resource.item.where(linkId in %asked and answer.exists()).count() = %asked.count()";
        if (items.Any(DependsOnSex))
        {
            // Where nobody told the sex, the score is certain only if it is the same for both.
            variables = variables
                .Add(("men", $"iif({complete}, {Sum(items, from, Sex.Male)}, {{}})"))
                .Add(("women", $"iif({complete}, {Sum(items, from, Sex.Female)}, {{}})"));
            return new ScoreExpression(
                variables,
                "iif(%patient.gender = 'male', %men, iif(%patient.gender = 'female', %women, iif(%men = %women, %men, {})))",
                true);
        }

        var value = scale.Kind == ScaleKind.Product ? Product(scale, items, from) : Sum(items, from, Sex.Other);
        return new ScoreExpression(variables, $"iif({complete}, {value}, {{}})", false);
    }

    /// <summary>The first level that holds, where it is certain of each one above that it does not.</summary>
    private static ScoreExpression Triage(Scale scale, Instrument instrument)
    {
        var score = "0";
        var variables = new List<(string, string)>();
        foreach (var level in scale.Levels.Reverse())
        {
            var name = "level" + Number(level.Value).Replace('.', '_');
            variables.Insert(0, (name, ConditionPath.Of(level.When, instrument)));
            score = $"iif(%{name} = true, {Number(level.Value)}, iif(%{name} = false, {score}, {{}}))";
        }

        return new ScoreExpression([.. variables], score, false);
    }

    private static bool DependsOnSex(Item item) => item.Options.Any(option => option.ScoreBySex is not null);

    private static string LinkIds(List<Item> items, Scale scale, Instrument instrument) =>
        items.Count == 0
            ? "{}"
            : string.Join(" | ", items
                .GroupBy(item => ConditionPath.Of(item, instrument) ?? "")
                .Select(group => Group(group.Key, [.. group], scale, instrument)));

    /// <summary>
    /// The items that one condition guards. A condition that an unanswered question leaves open is empty: then
    /// the items stay in the list, unanswered, and the score stays empty. Where that question is not of the
    /// scale itself, the items may have answers all the same, so a linkId that nobody can answer is put in.
    /// </summary>
    private static string Group(string condition, List<Item> items, Scale scale, Instrument instrument) =>
        condition.Length == 0 ? Listed(items, instrument)
        : ConditionPath.Deciders(items[0], instrument).All(scale.Items.Contains)
            ? $"iif(({condition}) = false, {{}}, {Listed(items, instrument)})"
            : $"iif(({condition}).exists(), iif({condition}, {Listed(items, instrument)}, {{}}), '')";

    /// <summary>Where the instrument lets questions stay open and count 0, only those that were answered.</summary>
    private static string Listed(List<Item> items, Instrument instrument) =>
        string.Join(" | ", items
            .GroupBy(item => item.ZeroWhen is { } rule ? ConditionPath.Of(rule, instrument) : "")
            .Select(group => group.Key.Length == 0
                ? List(group)
                : $"iif(({group.Key}) = true, "
                    + $"%resource.item.where(linkId in ({List(group)}) and answer.exists()).linkId, {List(group)})"));

    private static string List(IEnumerable<Item> items) =>
        string.Join(" | ", items.Select(item => $"'{item.LinkId}'"));

    private static string Sum(List<Item> items, string from, Sex sex)
    {
        var parts = new List<string>();
        var choices = items.Where(item => item.Kind == ItemKind.Choice && !DependsOnSex(item)).ToList();
        if (choices.Count == items.Count)
        {
            return $"%resource.item.where(linkId in {from}).answer.value.weight().aggregate($this + $total, 0)";
        }

        if (choices.Count > 0)
        {
            parts.Add($"%resource.item.where(linkId in ({List(choices)}) and linkId in {from})"
                + ".answer.value.weight().aggregate($this + $total, 0)");
        }

        var numbers = items.Where(item => item.Kind == ItemKind.Integer).ToList();
        if (numbers.Count > 0)
        {
            parts.Add($"%resource.item.where(linkId in ({List(numbers)}) and linkId in {from})"
                + ".answer.value.aggregate($this + $total, 0)");
        }

        parts.AddRange(items.Where(DependsOnSex).SelectMany(item => BySex(item, sex)));
        return string.Join(" + ", parts);
    }

    private static IEnumerable<string> BySex(Item item, Sex sex) =>
        item.Options.Where(option => option.ScoreFor(sex) != 0).Select(option =>
            $"iif(%resource.item.where(linkId='{item.LinkId}').answer.value.code = '{option.Code}', "
            + $"{Number(option.ScoreFor(sex))}, 0)");

    private static string Product(Scale scale, List<Item> items, string from)
    {
        var factors = items.All(item => item.Kind == ItemKind.Integer)
            ? $"%resource.item.where(linkId in {from}).answer.value"
            : $"%resource.item.where(linkId in {from}).answer.value.weight()";
        var rounding = scale.Decimals is { } places
            ? string.Create(CultureInfo.InvariantCulture, $".round({places})")
            : "";
        return $"iif({from}.count() = {items.Count}, "
            + $"({factors}.aggregate($this * $total, 1) * {Number(scale.Factor)}){rounding}, 0)";
    }

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
