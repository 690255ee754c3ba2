using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Interventions;

/// <summary>An intervention file as it is written.</summary>
internal sealed class InterventionShape : Located
{
    public string? Id { get; set; }

    public string? Version { get; set; }

    public string? Topic { get; set; }

    public LocalizedText? Title { get; set; }

    public List<StepShape> Steps { get; set; } = [];

    public List<MenuShape> Menu { get; set; } = [];

    public PageShape? Handout { get; set; }

    public PageShape? Family { get; set; }

    public LocalizedText? Note { get; set; }

    public List<int> FollowUpDays { get; set; } = [];

    public Dictionary<string, List<int>> FollowUpByPack { get; set; } = [];

    public List<SourceEntry> Sources { get; set; } = [];
}

/// <summary>One line of the script as it is written.</summary>
internal sealed class StepShape : Located
{
    public string? Kind { get; set; }

    public string? When { get; set; }

    public LocalizedText? Say { get; set; }
}

/// <summary>A page as it is written.</summary>
internal sealed class PageShape : Located
{
    public LocalizedText? Title { get; set; }

    public LocalizedText? Body { get; set; }

    public LocalizedText? SmallStep { get; set; }

    public List<LocalizedText> Places { get; set; } = [];
}
