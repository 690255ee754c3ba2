using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Cards;

/// <summary>How findings about medicines become a card (<c>Cards/medicine-prompts.yaml</c>).</summary>
/// <param name="SleepApnoea">Codes of a diagnosis that a rule about sedatives asks for.</param>
/// <param name="LookAgainDays">From an accepted offer to the day somebody looks again.</param>
public sealed record MedicinePromptRules(
    string Version,
    DateOnly Effective,
    ImmutableArray<Source> Sources,
    ImmutableArray<string> Hooks,
    int LookAgainDays,
    ImmutableArray<CodeSet> SleepApnoea,
    ImmutableSortedDictionary<string, CardTemplate> Words)
{
    /// <summary>Path among the content files.</summary>
    public const string Path = "Cards/medicine-prompts.yaml";

    internal static ImmutableArray<string> WordsNeeded { get; } = ["summary", "summaryMore", "notJudged", "notRead", "estimate", "shorten", "shortenOrder"];

    private static readonly ImmutableSortedDictionary<string, ImmutableSortedSet<string>> ValuesOfWords =
        ImmutableSortedDictionary.CreateRange<string, ImmutableSortedSet<string>>(
        [
            new("summary", ["title"]),
            new("summaryMore", ["title", "days"]),
            new("shorten", ["medicine", "days", "from"]),
            new("shortenOrder", ["days", "from"]),
        ]);

    /// <summary>The rules of the file among these, or null with at least one fault added.</summary>
    public static MedicinePromptRules? Load(IEnumerable<ContentFile> files, ICollection<ContentFault> faults)
    {
        if (files.LastOrDefault(file => file.Path == Path) is not { } file)
        {
            faults.Add(new ContentFault(Path, 1, "The file is missing.", "Put it back beside its neighbours."));
            return null;
        }

        var reader = new ContentReader(file);
        var rules = Read(reader);
        foreach (var fault in reader.Faults)
        {
            faults.Add(fault);
        }

        return reader.Faults.Count == 0 ? rules : null;
    }

    internal string Say(string word, Language language, params (string Name, string Value)[] values) =>
        Words[word].In(language, values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal));

    private static MedicinePromptRules? Read(ContentReader reader)
    {
        if (reader.Read<MedicinePromptShape>() is not { } file)
        {
            return null;
        }

        var pieces = new PromptPieces(reader);
        return new MedicinePromptRules(
            reader.Need(file.Version, file.Line, "version"),
            reader.NeedDate(file.Effective, file.Line, "effective"),
            SourceEntry.NeedSources(reader, file.Sources, file.Line),
            [.. file.Hooks ?? []],
            pieces.Whole(file.LookAgainDays, file, "lookAgainDays"),
            pieces.Codes(file.SleepApnoea),
            pieces.Words(file.Words, WordsNeeded, ValuesOfWords, file));
    }
}

/// <summary>The YAML of <c>Cards/medicine-prompts.yaml</c>.</summary>
internal sealed class MedicinePromptShape : Located
{
    public string? Version { get; set; }

    public string? Effective { get; set; }

    public List<SourceEntry>? Sources { get; set; }

    public List<string>? Hooks { get; set; }

    public string? LookAgainDays { get; set; }

    public List<CodesShape>? SleepApnoea { get; set; }

    public Dictionary<string, LocalizedText>? Words { get; set; }
}
