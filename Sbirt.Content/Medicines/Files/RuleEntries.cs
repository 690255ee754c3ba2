using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Medicines.Files;

/// <summary>The shape of rules.yaml.</summary>
internal sealed class RuleFile : Located
{
    public string? Version { get; set; }

    public Dictionary<string, CitationEntry>? Sources { get; set; }

    public DaysEntry? SameSupply { get; set; }

    public List<OfferEntry>? Offers { get; set; }

    public LocalizedText? Safety { get; set; }

    public Dictionary<string, LocalizedText>? Unread { get; set; }

    public List<RuleEntry>? Rules { get; set; }
}

internal sealed class DaysEntry : Located
{
    public int Days { get; set; }

    public string? Source { get; set; }
}

internal sealed class OfferEntry : Located
{
    public string? Id { get; set; }

    public LocalizedText? Text { get; set; }
}

internal sealed class RuleEntry : Located
{
    public string? Id { get; set; }

    public string? Version { get; set; }

    public string? Seriousness { get; set; }

    public List<string>? Groups { get; set; }

    public Dictionary<string, CutOffEntry>? CutOffs { get; set; }

    public LocalizedText? Title { get; set; }

    public LocalizedText? Detail { get; set; }

    public LocalizedText? Action { get; set; }

    public LocalizedText? Unknown { get; set; }

    public LocalizedText? Note { get; set; }

    public List<string>? Offers { get; set; }
}

internal sealed class CutOffEntry : Located
{
    public decimal Value { get; set; }

    public string? Source { get; set; }
}
