using System.Globalization;
using Sbirt.Content.Instruments;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>
/// A scale as FHIRPath for SDC's <c>calculatedExpression</c>: a question hidden by the skip rule counts 0, so
/// does one the rule lets stay open, and any other question left open makes the whole score empty.
/// </summary>
/// <param name="Asked">The linkIds of the scale that are asked, given the other answers; the variable <c>%asked</c>.</param>
/// <param name="Counted">The same with the optional items; null when the scale has none.</param>
/// <param name="Score">The score, or empty.</param>
/// <param name="NeedsSex">It reads <c>%patient.gender</c>.</param>
internal sealed record ScoreExpression(string Asked, string? Counted, string Score, bool NeedsSex)
{
    internal static ScoreExpression Of(Scale scale, Instrument instrument)
    {
        var items = scale.Items.Select(linkId => instrument.Find(linkId)!).ToList();
        var required = items.Where(item => item.Required).ToList();
        var asked = LinkIds(required, scale, instrument);
        var counted = required.Count == items.Count ? null : LinkIds(items, scale, instrument);
        var from = counted is null ? "%asked" : "%counted";
        var value = scale.Kind switch
        {
            ScaleKind.Product => Product(scale, items, from),
            ScaleKind.Levels => Levels(scale, instrument),
            _ => Sum(items, from),
        };
        var complete = "%resource.item.where(linkId in %asked and answer.exists()).count() = %asked.count()";
        return new ScoreExpression(asked, counted, $"iif({complete}, {value}, {{}})", items.Any(DependsOnSex));
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

    private static string Sum(List<Item> items, string from)
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

        parts.AddRange(items.Where(DependsOnSex).SelectMany(BySex));
        return string.Join(" + ", parts);
    }

    private static IEnumerable<string> BySex(Item item) =>
        item.Options.Where(option => option.ScoreBySex is not null || option.Score != 0).Select(option =>
        {
            var chosen = $"%resource.item.where(linkId='{item.LinkId}').answer.value.code = '{option.Code}'";
            var points = option.ScoreBySex is { } sex
                ? $"iif(%patient.gender = 'male', {Number(sex.Male)}, "
                    + $"iif(%patient.gender = 'female', {Number(sex.Female)}, {{}}))"
                : Number(option.Score);
            return $"iif({chosen}, {points}, 0)";
        });

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

    private static string Levels(Scale scale, Instrument instrument) =>
        scale.Levels.Reverse().Aggregate(
            "0",
            (rest, level) => $"iif({ConditionPath.Of(level.When, instrument)}, {Number(level.Value)}, {rest})");

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
