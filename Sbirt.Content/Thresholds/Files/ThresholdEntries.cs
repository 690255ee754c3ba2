using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Thresholds.Files;

/// <summary>A threshold pack as YAML has it, before anything is checked.</summary>
internal sealed class PackEntry : Located
{
    public string? Id { get; set; }

    public string? Version { get; set; }

    public LocalizedText? Title { get; set; }

    public string? Effective { get; set; }

    public List<string>? Inherits { get; set; }

    public List<string>? Beside { get; set; }

    public List<SetEntry>? Sets { get; set; }

    public List<ModifierEntry>? Modifiers { get; set; }
}

internal sealed class SetEntry : Located
{
    public string? Instrument { get; set; }

    public string? Scale { get; set; }

    public List<string>? Scales { get; set; }

    public AppliesToEntry? AppliesTo { get; set; }

    public List<SourceEntry>? Sources { get; set; }

    public string? Effective { get; set; }

    public LocalizedText? Note { get; set; }

    public List<BandEntry>? Bands { get; set; }
}

internal sealed class AppliesToEntry : Located
{
    public string? Sex { get; set; }

    public int? MinAge { get; set; }

    public int? MaxAge { get; set; }

    public bool? Pregnant { get; set; }

    public bool? PregnancyTold { get; set; }
}

internal sealed class BandEntry : Located
{
    public string? Id { get; set; }

    public decimal? From { get; set; }

    public decimal? To { get; set; }

    public decimal? Below { get; set; }

    public string? Seriousness { get; set; }

    public LocalizedText? Label { get; set; }

    public LocalizedText? Action { get; set; }

    public string? Intervention { get; set; }

    public bool HandOver { get; set; }

    public string? NextInstrument { get; set; }
}

internal sealed class ModifierEntry : Located
{
    public string? Id { get; set; }

    public string? Instrument { get; set; }

    public List<string>? On { get; set; }

    public string? Scale { get; set; }

    public string? Test { get; set; }

    public decimal? AtLeast { get; set; }

    public AppliesToEntry? AppliesTo { get; set; }

    public string? Topic { get; set; }

    public string? Seriousness { get; set; }

    public LocalizedText? Title { get; set; }

    public LocalizedText? Action { get; set; }

    public string? Intervention { get; set; }

    public bool HandOver { get; set; }

    public List<SourceEntry>? Sources { get; set; }

    public string? Effective { get; set; }

    public LocalizedText? Note { get; set; }
}
