using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Instruments.Files;

/// <summary>An instrument file as YAML has it, before anything is checked.</summary>
internal sealed class InstrumentEntry : Located
{
    public string? Id { get; set; }

    public string? Version { get; set; }

    public LocalizedText? Title { get; set; }

    public LocalizedText? Purpose { get; set; }

    public string? Topic { get; set; }

    public decimal? GramsPerDrink { get; set; }

    public LocalizedText? Introduction { get; set; }

    public LicenceEntry? Licence { get; set; }

    public UseEntry? Use { get; set; }

    public string? Loinc { get; set; }

    public List<CodeEntry>? Codes { get; set; }

    public List<SourceEntry>? Sources { get; set; }

    public List<LocalizedText>? Uncertainties { get; set; }

    public RepeatEntry? Repeat { get; set; }

    public Dictionary<string, List<OptionEntry>>? Answers { get; set; }

    public List<ItemEntry>? Items { get; set; }

    public List<ScaleEntry>? Scales { get; set; }

    public List<ForeignFormEntry>? ForeignForms { get; set; }
}

internal sealed class LicenceEntry : Located
{
    public string? Holder { get; set; }

    public string? Terms { get; set; }

    public WordingEntry? Wording { get; set; }
}

internal sealed class WordingEntry : Located
{
    public string? Ja { get; set; }

    public string? En { get; set; }
}

internal sealed class UseEntry : Located
{
    public int? MinAge { get; set; }

    public int? MaxAge { get; set; }

    public bool? SelfCompletion { get; set; }

    public LocalizedText? Period { get; set; }
}

internal sealed class CodeEntry : Located
{
    public string? Loinc { get; set; }

    public string? System { get; set; }

    public string? Code { get; set; }

    public string? Display { get; set; }
}

/// <summary>What items and scales are repeated over: <c>{ as: substance, of: [ { id, name } ] }</c>.</summary>
internal sealed class RepeatEntry : Located
{
    public string? As { get; set; }

    public List<RepeatedEntry>? Of { get; set; }
}

internal sealed class RepeatedEntry : Located
{
    public string? Id { get; set; }

    public LocalizedText? Name { get; set; }

    public string? Topic { get; set; }
}

internal sealed class ItemEntry : Located
{
    public string? LinkId { get; set; }

    public string? Loinc { get; set; }

    public List<CodeEntry>? Codes { get; set; }

    public LocalizedText? Text { get; set; }

    public LocalizedText? Label { get; set; }

    public List<string>? Except { get; set; }

    public string? Answers { get; set; }

    public List<OptionEntry>? Options { get; set; }

    public RangeEntry? Range { get; set; }

    public ConditionEntry? EnabledWhen { get; set; }

    public ConditionEntry? ZeroWhen { get; set; }

    public bool? Required { get; set; }
}

internal sealed class OptionEntry : Located
{
    public string? Code { get; set; }

    public string? Score { get; set; }

    public BySexEntry? ScoreBySex { get; set; }

    public string? Loinc { get; set; }

    public List<CodeEntry>? Codes { get; set; }

    public LocalizedText? Text { get; set; }
}

internal sealed class BySexEntry : Located
{
    public string? Male { get; set; }

    public string? Female { get; set; }
}

internal sealed class RangeEntry : Located
{
    public decimal? Min { get; set; }

    public decimal? Max { get; set; }
}

internal sealed class ConditionEntry : Located
{
    public List<ComparisonEntry>? All { get; set; }

    public List<ComparisonEntry>? Any { get; set; }
}

internal sealed class ComparisonEntry : Located
{
    public string? Item { get; set; }

    public decimal? AtLeast { get; set; }

    public decimal? AtMost { get; set; }

    [YamlDotNet.Serialization.YamlMember(Alias = "equals", ApplyNamingConventions = false)]
    public decimal? EqualTo { get; set; }

    public decimal? Not { get; set; }
}

internal sealed class ScaleEntry : Located
{
    public string? Id { get; set; }

    public bool Main { get; set; }

    public LocalizedText? Title { get; set; }

    public string? Kind { get; set; }

    public string? Topic { get; set; }

    public List<string>? Items { get; set; }

    public List<string>? Except { get; set; }

    public RangeEntry? Range { get; set; }

    public string? Loinc { get; set; }

    public List<CodeEntry>? Codes { get; set; }

    public decimal? Factor { get; set; }

    public int? Decimals { get; set; }

    public string? Unit { get; set; }

    public bool Estimate { get; set; }

    public List<LevelEntry>? Levels { get; set; }
}

internal sealed class LevelEntry : Located
{
    public string? Value { get; set; }

    public LocalizedText? Title { get; set; }

    public ConditionEntry? When { get; set; }
}

internal sealed class ForeignFormEntry : Located
{
    public string? Url { get; set; }

    public Dictionary<string, string>? LinkIds { get; set; }

    public Dictionary<string, string>? Scores { get; set; }

    public List<CautionEntry>? Cautions { get; set; }
}

internal sealed class CautionEntry : Located
{
    public string? Code { get; set; }

    public string? Item { get; set; }

    public LocalizedText? Text { get; set; }
}
