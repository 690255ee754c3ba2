using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Claims.Files;

/// <summary>Reads signal-words.yaml: every kind has its words, whose placeholders the count can fill.</summary>
internal static partial class SignalWords
{
    private static readonly string[] Always = ["value", "threshold"];

    public static FrozenDictionary<SignalKind, SignalWording>? Read(ContentFile file, List<ContentFault> faults)
    {
        var reader = new ContentReader(file);
        var words = reader.Read<SignalWordsFile>() is { } entry ? Read(reader, entry) : null;
        faults.AddRange(reader.Faults);
        return words;
    }

    private static FrozenDictionary<SignalKind, SignalWording> Read(ContentReader reader, SignalWordsFile entry)
    {
        reader.Need(entry.Version, entry.Line, "version");
        var words = new Dictionary<SignalKind, SignalWording>();
        foreach (var (id, each) in entry.Signals ?? [])
        {
            if (SignalNeeds.All.FirstOrDefault(needs => needs.Id == id) is not { } needs)
            {
                reader.Fault(each.Line, $"There is no signal \"{id}\".", $"Use one of: {string.Join(", ", SignalNeeds.All.Select(one => one.Id))}.");
                continue;
            }

            var counted = reader.NeedText(each.Counted, each.Line, "counted");
            CheckPlaceholders(reader, needs, counted, each.Line);
            words[needs.Kind] = new SignalWording(reader.NeedText(each.Title, each.Line, "title"), reader.NeedText(each.Explanation, each.Line, "explanation"), counted);
        }

        foreach (var missing in SignalNeeds.All.Where(needs => !words.ContainsKey(needs.Kind)))
        {
            reader.Fault(entry.Line, $"The words of \"{missing.Id}\" are missing.", "Write title, explanation and counted in both languages.");
        }

        return words.ToFrozenDictionary();
    }

    private static void CheckPlaceholders(ContentReader reader, SignalNeeds needs, Localized counted, int line)
    {
        var (ja, en) = (PlaceholdersIn(counted.Ja), PlaceholdersIn(counted.En));
        if (!ja.SetEquals(en))
        {
            reader.Fault(line, "`counted` names different values in its two languages.", "Use the same {placeholders} in `ja` and `en`.");
        }

        foreach (var unknown in ja.Union(en).Except(Always).Except(needs.Values))
        {
            reader.Fault(line, $"`counted` cannot name {{{unknown}}}.", $"It can name: {string.Join(", ", Always.Concat(needs.Values))}.");
        }
    }

    private static HashSet<string> PlaceholdersIn(string text) => [.. Placeholder().Matches(text).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\{([A-Za-z]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
