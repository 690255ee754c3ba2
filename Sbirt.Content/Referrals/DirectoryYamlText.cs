using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Referrals;

/// <summary>Writes a directory as the YAML that <see cref="DirectoryYaml"/> reads; the same places give the same text.</summary>
public static class DirectoryYamlText
{
    /// <summary>The whole file, places in the order of their ids.</summary>
    public static string Write(PlaceDirectory directory)
    {
        var text = new StringBuilder("places:\n");
        foreach (var place in directory.Places)
        {
            WritePlace(text, place);
        }

        return text.ToString();
    }

    private static void WritePlace(StringBuilder text, Place place)
    {
        text.Append("  - id: ").Append(Quoted(place.Id)).Append('\n');
        Line(text, "type", place.Type);
        Line(text, "name", Both(place.Name));
        Line(text, "topics", List(place.Topics));
        Line(text, "audiences", List(place.Audiences));
        Line(text, "prefecture", Quoted(place.Prefecture));
        Line(text, "city", Quoted(place.City));
        Line(text, "position", place.Position is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"{{ latitude: {at.Latitude:R}, longitude: {at.Longitude:R} }}")
            : null);
        Line(text, "phone", Quoted(place.Phone));
        Line(text, "url", Quoted(place.Url));
        Line(text, "hours", Both(place.Hours));
        Line(text, "languages", List(place.Languages));
        Line(text, "womenOnly", Truth(place.WomenOnly));
        Line(text, "childFriendly", Truth(place.ChildFriendly));
        Line(text, "urineTest", Truth(place.UrineTest));
        Line(text, "minAge", place.MinAge?.ToString(CultureInfo.InvariantCulture));
        Line(text, "maxAge", place.MaxAge?.ToString(CultureInfo.InvariantCulture));
        Line(text, "howToEnter", Both(place.HowToEnter));
        Line(text, "firstVisit", Both(place.FirstVisit) ?? "unknown");
        Line(text, "note", Both(place.Note));
        Line(text, "lastVerified", place.LastVerified?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Line(text, "fictitious", place.Fictitious ? "true" : null);
        Line(text, "source", Quoted(place.Source));
    }

    private static void Line(StringBuilder text, string key, string? value)
    {
        if (value is not null)
        {
            text.Append("    ").Append(key).Append(": ").Append(value).Append('\n');
        }
    }

    private static string? List<T>(ImmutableArray<T> values)
        where T : struct, Enum =>
        values.IsEmpty ? null : $"[ {string.Join(", ", values.Select(value => EnumWords.Kebab(value)))} ]";

    private static string? Both(Localized? text) =>
        text is null ? null : $"{{ ja: {Quoted(text.Ja)}, en: {Quoted(text.En)} }}";

    private static string? Truth(bool? value) => value switch { true => "true", false => "false", null => null };

    // A double-quoted scalar takes any text and is never mistaken for a number, a date or "no".
    private static string? Quoted(string? value)
    {
        if (value is null)
        {
            return null;
        }

        var quoted = new StringBuilder("\"");
        foreach (var letter in value)
        {
            quoted.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\uFEFF' =>
                    string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
                _ => letter.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
