using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Referrals;

/// <summary>Reading steps that the referral files share; each notes a fault instead of throwing.</summary>
internal static class YamlReading
{
    private static readonly Localized Absent = new(string.Empty, string.Empty);

    public static Localized Text(this ContentReader reader, LocalizedText? text, int line, string key)
    {
        if (text is not null)
        {
            return text.ToLocalized(reader) ?? Absent;
        }

        reader.Fault(line, $"`{key}` is missing.", $"Write `{key}: {{ ja: …, en: … }}`.");
        return Absent;
    }

    public static string Word(this ContentReader reader, string? word, int line, string key)
    {
        if (!string.IsNullOrWhiteSpace(word))
        {
            return word;
        }

        reader.Fault(line, $"`{key}` is missing.", $"Write `{key}:`.");
        return string.Empty;
    }

    public static T Value<T>(this ContentReader reader, string? word, int line, string key)
        where T : struct, Enum
    {
        if (TryValue<T>(word, out var value))
        {
            return value;
        }

        reader.Fault(line, $"`{key}` is not one of its words.", $"Use one of: {string.Join(", ", Enum.GetNames<T>())}.");
        return default;
    }

    public static ImmutableArray<T> Values<T>(this ContentReader reader, List<string>? words, int line, string key)
        where T : struct, Enum => [.. (words ?? []).Select(word => reader.Value<T>(word, line, key))];

    public static ImmutableArray<Source> Sources(this ContentReader reader, List<SourceYaml>? sources, int line)
    {
        if (sources is not { Count: > 0 })
        {
            reader.Fault(line, "It names no source.", "Write `sources:` with at least one `{ cite: …, certainty: … }`.");
        }

        return [.. (sources ?? []).Select(source => new Source(
            reader.Word(source.Cite, source.Line, "cite"),
            reader.Value<Certainty>(source.Certainty, source.Line, "certainty")))];
    }

    public static void Distinct(this ContentReader reader, IEnumerable<(string Code, int Line)> codes)
    {
        foreach (var (code, line) in codes.GroupBy(one => one.Code).SelectMany(group => group.Skip(1)))
        {
            reader.Fault(line, $"`{code}` stands there twice.", "Give each its own code.");
        }
    }

    private static bool TryValue<T>(string? word, out T value)
        where T : struct, Enum
    {
        value = default;
        return !string.IsNullOrEmpty(word)
            && char.IsLetter(word[0])
            && Enum.TryParse(word.Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true, out value);
    }
}

/// <summary>The YAML shape of a source.</summary>
internal sealed class SourceYaml : Located
{
    public string? Cite { get; set; }

    public string? Certainty { get; set; }
}
