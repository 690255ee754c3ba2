using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Cards;

/// <summary>The YAML of <c>Cards/screening-prompts.yaml</c>.</summary>
internal sealed class PromptShape : Located
{
    public string? Version { get; set; }

    public string? Effective { get; set; }

    public List<SourceEntry>? Sources { get; set; }

    public DaysShape? Days { get; set; }

    public string? FromAge { get; set; }

    public string? Ask { get; set; }

    public string? AskAfterHealthCheck { get; set; }

    public List<CodesShape>? Known { get; set; }

    public PregnancyShape? Pregnancy { get; set; }

    public List<ReasonShape>? Reasons { get; set; }

    public List<CardShape>? Cards { get; set; }

    public List<OverrideShape>? OverrideReasons { get; set; }

    public Dictionary<string, LocalizedText>? Words { get; set; }
}

internal sealed class DaysShape : Located
{
    public string? AskAgain { get; set; }

    public string? AskAgainInPregnancy { get; set; }

    public string? ResultWaits { get; set; }

    public string? SafetyWaits { get; set; }

    public string? ReferralWaits { get; set; }

    public string? HandOverWaits { get; set; }

    public string? InvitationWaits { get; set; }

    public string? ResultsLookedAt { get; set; }
}

/// <summary>Codes of one system: whole codes, or the beginnings of codes.</summary>
internal sealed class CodesShape : Located
{
    public string? System { get; set; }

    public List<string>? Codes { get; set; }

    public List<string>? Prefixes { get; set; }
}

internal sealed class PregnancyShape : Located
{
    public List<CodesShape>? Codes { get; set; }

    public List<CodesShape>? Pregnant { get; set; }

    public List<CodesShape>? NotPregnant { get; set; }

    public string? WithinDays { get; set; }

    public List<SourceEntry>? Sources { get; set; }
}

internal sealed class ReasonShape : Located
{
    public string? Id { get; set; }

    public LocalizedText? Label { get; set; }

    public List<CodesShape>? Conditions { get; set; }

    public ResultShape? Result { get; set; }

    public string? WithinDays { get; set; }

    public List<SourceEntry>? Sources { get; set; }
}

internal sealed class ResultShape : Located
{
    public string? AtLeast { get; set; }

    public string? Unit { get; set; }

    public List<string>? Units { get; set; }

    public List<CodesShape>? Codes { get; set; }
}

internal sealed class CardShape : Located
{
    public string? Kind { get; set; }

    public string? Indicator { get; set; }

    public List<string>? Hooks { get; set; }

    public LocalizedText? Summary { get; set; }

    public LocalizedText? Detail { get; set; }

    public List<SuggestionShape>? Suggestions { get; set; }
}

internal sealed class SuggestionShape : Located
{
    public string? Id { get; set; }

    public string? Recommended { get; set; }

    public LocalizedText? Label { get; set; }

    public List<string>? Do { get; set; }
}

internal sealed class OverrideShape : Located
{
    public string? Code { get; set; }

    public string? QuietDays { get; set; }

    public LocalizedText? Display { get; set; }
}
