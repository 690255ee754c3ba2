using System.Collections.Immutable;
using System.Globalization;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Medicines.Judging;

/// <summary>Names, numbers and dates as the words of a finding say them.</summary>
internal static class Values
{
    public static ImmutableDictionary<string, Localized> Of(params ReadOnlySpan<(string Name, Localized Text)> values)
    {
        var all = ImmutableDictionary.CreateBuilder<string, Localized>(StringComparer.Ordinal);
        foreach (var (name, text) in values)
        {
            all[name] = text;
        }

        return all.ToImmutable();
    }

    /// <summary>Each ingredient once, in the order of their ids.</summary>
    public static Localized Names(IEnumerable<Supply> supplies)
    {
        var names = supplies.Select(supply => supply.Ingredient).Distinct().OrderBy(one => one.Id, StringComparer.Ordinal).Select(one => one.Name).ToList();
        return new Localized(string.Join("、", names.Select(name => name.Ja)), string.Join(", ", names.Select(name => name.En)));
    }

    public static Localized Number(decimal number) => Same(Figure.Text(number));

    public static Localized Day(DateOnly day) => Same(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static Localized Same(string text) => new(text, text);

    /// <summary>The words with their placeholders filled in.</summary>
    public static Localized Fill(Localized words, ImmutableDictionary<string, Localized> values) => new(
        Fill(words.Ja, values, text => text.Ja),
        Fill(words.En, values, text => text.En));

    private static string Fill(string words, ImmutableDictionary<string, Localized> values, Func<Localized, string> choose) =>
        values.Aggregate(words, (filled, value) => filled.Replace($"{{{value.Key}}}", choose(value.Value), StringComparison.Ordinal)).Trim();
}
