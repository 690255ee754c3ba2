namespace Sbirt.Content.Languages;

/// <summary>BCP 47 tags of the two languages, and how a request's wish is read.</summary>
public static class LanguageTag
{
    /// <summary>The tag as written in FHIR and HTTP: <c>ja</c> or <c>en</c>.</summary>
    public static string Of(Language language) => language == Language.En ? "en" : "ja";

    /// <summary>
    /// The first supported language of a tag or an <c>Accept-Language</c> list (RFC 9110 section 12.5.4,
    /// highest weight first), or null when none of them is supported.
    /// </summary>
    public static Language? Parse(string? wish)
    {
        if (string.IsNullOrWhiteSpace(wish))
        {
            return null;
        }

        var ranked = wish.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split(';', StringSplitOptions.TrimEntries))
            .Select(part => (Tag: part[0], Weight: WeightOf(part)))
            .Where(part => part.Weight > 0)
            .OrderByDescending(part => part.Weight);
        foreach (var (tag, _) in ranked)
        {
            var primary = tag.Split('-', '_')[0];
            if (primary.Equals("ja", StringComparison.OrdinalIgnoreCase))
            {
                return Language.Ja;
            }

            if (primary.Equals("en", StringComparison.OrdinalIgnoreCase))
            {
                return Language.En;
            }
        }

        return null;
    }

    private static double WeightOf(string[] part)
    {
        var weight = part.Skip(1).FirstOrDefault(p => p.StartsWith("q=", StringComparison.OrdinalIgnoreCase));
        return weight is not null
            && double.TryParse(weight.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture, out var q)
                ? q
                : 1;
    }
}
