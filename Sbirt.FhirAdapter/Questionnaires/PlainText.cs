using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>Texts reduced to what they say, so that spacing, case, width and punctuation do not matter.</summary>
internal static partial class PlainText
{
    private static readonly Dictionary<string, int> Words = new(StringComparer.Ordinal)
    {
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5,
        ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
    };

    /// <summary>Letters and digits only, lower case, compatibility forms folded (NFKC).</summary>
    internal static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var plain = new StringBuilder(text.Length);
        foreach (var rune in Numbering().Replace(Folded(text), "").EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                plain.Append(Rune.ToLowerInvariant(rune));
            }
        }

        return plain.ToString();
    }

    /// <summary>The same without its figures and the words that join them.</summary>
    internal static string WithoutDigits(string? text) =>
        new([.. Of(Joining().Replace(text ?? "", " ")).Where(letter => !char.IsDigit(letter))]);

    /// <summary>The numbers a question names, in figures or in English words; its own number in front left out.</summary>
    internal static SortedSet<int> Numbers(string text)
    {
        var numbers = new SortedSet<int>();
        foreach (Match match in NumberOrWord().Matches(Numbering().Replace(Folded(text), "").ToLowerInvariant()))
        {
            if (int.TryParse(match.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                numbers.Add(number);
            }
            else if (Words.TryGetValue(match.Value, out var word))
            {
                numbers.Add(word);
            }
        }

        // "on one occasion" counts occasions, not drinks.
        if (text.Contains("one occasion", StringComparison.OrdinalIgnoreCase))
        {
            numbers.Remove(1);
        }

        return numbers;
    }

    /// <summary>Whether the text has Japanese letters.</summary>
    internal static bool IsJapanese(string text) => Japanese().IsMatch(text);

    /// <summary>The range of numbers an option covers, e.g. "7 to 9" or "10 or more"; null when it names none.</summary>
    internal static (int From, int To)? Range(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var numbers = Figures().Matches(Folded(text))
            .Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture))
            .ToList();
        return numbers switch
        {
            [] => null,
            [var only] when OrMore().IsMatch(text) => (only, int.MaxValue),
            [var only] when OrLess().IsMatch(text) => (0, only),
            [var only] => (only, only),
            [var from, var to, ..] => (from, to),
        };
    }

    private static string Folded(string text) =>
        // Lone surrogates cannot be normalised; such text matches nothing anyway.
        text.Any(char.IsSurrogate) ? text : text.Normalize(NormalizationForm.FormKC);

    [GeneratedRegex(@"^\s*(?:Q\s*)?\d{1,2}\s*[.):、]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"\d{1,4}|[a-z]+", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex NumberOrWord();

    [GeneratedRegex(@"\d{1,4}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Figures();

    [GeneratedRegex(@"\b(?:to|or)\b|[-–~〜～]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Joining();

    [GeneratedRegex(@"or more|以上|\+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex OrMore();

    [GeneratedRegex(@"or less|or fewer|以下|未満|within", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex OrLess();

    [GeneratedRegex(@"[\p{IsHiragana}\p{IsKatakana}]", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Japanese();
}
