using Sbirt.Content.ContentFiles;
using Sbirt.Content.Medicines.Files;

namespace Sbirt.Content.Claims.Files;

/// <summary>The shape of a preset.</summary>
internal sealed class PresetFile : Located
{
    public string? Id { get; set; }

    public string? Version { get; set; }

    public LocalizedText? Title { get; set; }

    public LocalizedText? Note { get; set; }

    public Dictionary<string, CitationEntry>? Sources { get; set; }

    public LimitEntry? SignsLookBackMonths { get; set; }

    public List<SignalEntry>? Signals { get; set; }
}

internal sealed class SignalEntry : Located
{
    public string? Id { get; set; }

    public string? Kind { get; set; }

    public string? Subject { get; set; }

    public LocalizedText? Note { get; set; }

    public List<string>? Counts { get; set; }

    public List<string>? Groups { get; set; }

    public Dictionary<string, LimitEntry>? Limits { get; set; }

    public ExclusionsEntry? Exclusions { get; set; }
}

internal sealed class LimitEntry : Located
{
    public string? Value { get; set; }

    public string? Source { get; set; }
}

internal sealed class ExclusionsEntry : Located
{
    public List<string>? LeaveOut { get; set; }

    public List<string>? Whole { get; set; }

    public List<string>? OtherMessage { get; set; }
}

/// <summary>The shape of signal-words.yaml.</summary>
internal sealed class SignalWordsFile : Located
{
    public string? Version { get; set; }

    public Dictionary<string, SignalWordsEntry>? Signals { get; set; }
}

internal sealed class SignalWordsEntry : Located
{
    public LocalizedText? Title { get; set; }

    public LocalizedText? Explanation { get; set; }

    public LocalizedText? Counted { get; set; }
}

/// <summary>The shape of exclusions.yaml.</summary>
internal sealed class ExclusionFile : Located
{
    public string? Version { get; set; }

    public Dictionary<string, CitationEntry>? Sources { get; set; }

    public List<ExclusionEntry>? Exclusions { get; set; }
}

internal sealed class ExclusionEntry : Located
{
    public string? Id { get; set; }

    public LocalizedText? Name { get; set; }

    public LocalizedText? Note { get; set; }

    public CodesEntry? Icd10 { get; set; }

    public CodesEntry? Acts { get; set; }

    public CodesEntry? Remarks { get; set; }

    public CodesEntry? PublicPayers { get; set; }
}

internal sealed class CodesEntry : Located
{
    public List<string>? Codes { get; set; }

    public string? Source { get; set; }
}
