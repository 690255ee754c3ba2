using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Interventions;

/// <summary>An entry of the goal menu as it is written: a text, and the fact that brings it.</summary>
internal sealed class MenuShape : Located
{
    public string? When { get; set; }

    public string? Ja { get; set; }

    public string? En { get; set; }

    [YamlDotNet.Serialization.YamlIgnore]
    public LocalizedText Text => new() { Ja = Ja, En = En, Line = Line };
}
