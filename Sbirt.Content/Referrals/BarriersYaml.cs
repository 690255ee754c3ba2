using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Referrals;

/// <summary>The shape of barriers.yaml.</summary>
internal sealed class BarriersYaml : Located
{
    public List<BarrierYaml> Barriers { get; set; } = [];

    public List<SourceEntry>? Sources { get; set; }

    public List<Barrier> ToBarriers(ContentReader reader)
    {
        reader.Distinct(Barriers.Select(barrier => (barrier.Code ?? string.Empty, barrier.Line)));
        SourceEntry.NeedSources(reader, Sources, Line);
        return [.. Barriers.Select(barrier => new Barrier(
            reader.Need(barrier.Code, barrier.Line, "code"),
            reader.NeedText(barrier.Text, barrier.Line, "text")))];
    }
}

/// <summary>One barrier as written.</summary>
internal sealed class BarrierYaml : Located
{
    public string? Code { get; set; }

    public LocalizedText? Text { get; set; }
}
