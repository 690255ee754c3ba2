using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Handouts;

/// <summary><c>wording-rules.yaml</c> as it is written.</summary>
internal sealed class WordingShape : Located
{
    public string? Version { get; set; }

    public List<WordingRuleShape> Rules { get; set; } = [];

    public List<RequiredShape> Required { get; set; } = [];
}

/// <summary>What both kinds of rule say of themselves; samples prove the rule when it is read.</summary>
internal abstract class ProvenShape : Located
{
    public string? Id { get; set; }

    public string? Language { get; set; }

    public string? Instead { get; set; }

    public List<string> Catches { get; set; } = [];

    public List<string> Lets { get; set; } = [];
}

internal sealed class WordingRuleShape : ProvenShape
{
    public List<string> Patterns { get; set; } = [];

    public string? Unless { get; set; }

    public string? Why { get; set; }
}

internal sealed class RequiredShape : ProvenShape
{
    public string? When { get; set; }

    public List<string> Interventions { get; set; } = [];

    public string? Must { get; set; }
}
