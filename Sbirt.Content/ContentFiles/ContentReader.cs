using System.Globalization;
using Sbirt.Content.Languages;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Sbirt.Content.ContentFiles;

/// <summary>
/// Reads one YAML file strictly (no unknown keys, no duplicate keys) and gathers its faults with their
/// lines. One reader per file.
/// </summary>
internal sealed class ContentReader(ContentFile file)
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithDuplicateKeyChecking()
        .WithNodeDeserializer(inner => new LocatingNodeDeserializer(inner), s => s.InsteadOf<YamlDotNet.Serialization.NodeDeserializers.ObjectNodeDeserializer>())
        .Build();

    private readonly List<ContentFault> faults = [];

    /// <summary>What was found wrong so far.</summary>
    public IReadOnlyList<ContentFault> Faults => faults;

    /// <summary>The file's path, for messages.</summary>
    public string Path => file.Path;

    /// <summary>The file as an object of the given shape, or null when it is not such YAML.</summary>
    public T? Read<T>()
        where T : class
    {
        try
        {
            var value = Yaml.Deserialize<T>(file.Text);
            if (value is null)
            {
                Fault(1, "The file is empty.", "Fill it in as its neighbours are, or remove it.");
            }

            return value;
        }
        catch (YamlException exception)
        {
            NoteUnreadable(exception);
            return null;
        }
        catch (InvalidOperationException)
        {
            // The parser loses its way in some unclosed brackets and says no line.
            Fault(1, "A bracket or quotation mark is not closed.", "Close every {, [ and quotation mark.");
            return null;
        }
    }

    private void NoteUnreadable(YamlException exception)
    {
        const string UnknownKey = "Property '";
        var line = Math.Max(1, (int)exception.Start.Line);
        var cause = exception.InnerException?.Message ?? exception.Message;
        if (cause.StartsWith(UnknownKey, StringComparison.Ordinal))
        {
            var key = cause[UnknownKey.Length..cause.IndexOf('\'', UnknownKey.Length)];
            Fault(line, $"The key \"{key}\" is not known here.", "Use the keys its neighbours use; a text with a comma or colon inside { } stands in double quotes.");
            return;
        }

        Fault(line, $"It cannot be read: {cause}", "Mend the YAML at this line: the right kind of value, no key twice, and texts with a comma, colon or # in double quotes.");
    }

    /// <summary>Notes a fault at a line of this file.</summary>
    public void Fault(int line, string what, string fix) => faults.Add(new ContentFault(file.Path, line, what, fix));

    /// <summary>A word that must be there; empty with a fault when it is not.</summary>
    public string Need(string? word, int line, string key)
    {
        if (!string.IsNullOrWhiteSpace(word))
        {
            return word.Trim();
        }

        Fault(line, $"`{key}` is missing.", $"Write `{key}:` with its value.");
        return "";
    }

    /// <summary>A text in both languages that must be there.</summary>
    public Localized NeedText(LocalizedText? text, int line, string key)
    {
        if (text is null)
        {
            Fault(line, $"`{key}` is missing.", $"Write `{key}: {{ ja: …, en: … }}`.");
        }

        return text?.ToLocalized(this) ?? new Localized("", "");
    }

    /// <summary>A number that must be there, written as digits.</summary>
    public decimal NeedNumber(string? word, int line, string key)
    {
        if (decimal.TryParse(word, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Fault(line, word is null ? $"`{key}` is missing." : $"`{key}: {word}` is not a number.", $"Write `{key}:` with digits, such as 0 or 2.5.");
        return 0;
    }

    /// <summary>A date that must be there, as YYYY-MM-DD.</summary>
    public DateOnly NeedDate(string? word, int line, string key)
    {
        if (DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Fault(line, word is null ? $"`{key}` is missing." : $"`{key}: {word}` is not a date.", $"Write `{key}:` as YYYY-MM-DD.");
        return default;
    }

    /// <summary>One of an enum's words in camelCase or kebab-case, or the fallback when it is absent.</summary>
    public T NeedOneOf<T>(string? word, int line, string key, T? fallback = null)
        where T : struct, Enum
    {
        if (word is null && fallback is { } given)
        {
            return given;
        }

        var bare = word?.Replace("-", "", StringComparison.Ordinal);
        foreach (var value in Enum.GetValues<T>())
        {
            if (value.ToString().Equals(bare, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        var known = string.Join(", ", Enum.GetNames<T>().Select(CamelCase));
        Fault(line, word is null ? $"`{key}` is missing." : $"`{key}: {word}` is not known.", $"Write one of: {known}.");
        return default;
    }

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private sealed class LocatingNodeDeserializer(INodeDeserializer inner) : INodeDeserializer
    {
        public bool Deserialize(
            IParser reader,
            Type expectedType,
            Func<IParser, Type, object?> nestedObjectDeserializer,
            out object? value,
            ObjectDeserializer rootDeserializer)
        {
            var line = (int)(reader.Current?.Start.Line ?? 0);
            if (!inner.Deserialize(reader, expectedType, nestedObjectDeserializer, out value, rootDeserializer))
            {
                return false;
            }

            if (value is Located located)
            {
                located.Line = line;
            }

            return true;
        }
    }
}
