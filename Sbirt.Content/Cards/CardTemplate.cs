using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Cards;

/// <summary>A sentence of a card with places for values, written <c>{score}</c>; both languages use the same ones.</summary>
public sealed partial record CardTemplate(Localized Text)
{
    /// <summary>The names of the values it needs.</summary>
    public static ImmutableSortedSet<string> NamesIn(string text) =>
        [.. Place().Matches(text).Select(match => match.Groups["name"].Value)];

    /// <summary>The sentence; a value that is missing is a mistake of the program, since loading checked the names.</summary>
    public string In(Language language, IReadOnlyDictionary<string, string> values) =>
        Place().Replace(Text.In(language), match => values[match.Groups["name"].Value]);

    [GeneratedRegex(@"\{(?<name>[A-Za-z]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
