using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Referrals;

/// <summary>The shape of barriers.yaml.</summary>
internal sealed class BarriersYaml : Located
{
    public List<BarrierYaml> Barriers { get; set; } = [];

    public List<SourceYaml>? Sources { get; set; }

    public List<Barrier> ToBarriers(ContentReader reader)
    {
        reader.Distinct(Barriers.Select(barrier => (barrier.Code ?? string.Empty, barrier.Line)));
        reader.Sources(Sources, Line);
        return [.. Barriers.Select(barrier => new Barrier(
            reader.Word(barrier.Code, barrier.Line, "code"),
            reader.Text(barrier.Text, barrier.Line, "text")))];
    }
}

/// <summary>One barrier as written.</summary>
internal sealed class BarrierYaml : Located
{
    public string? Code { get; set; }

    public LocalizedText? Text { get; set; }
}
