using System.Collections.Immutable;
using Sbirt.Content.Instruments;

namespace Sbirt.Content.ContentFiles;

/// <summary>The YAML shape <c>{ cite: …, certainty: seen | known | open }</c>.</summary>
internal sealed class SourceEntry : Located
{
    public string? Cite { get; set; }

    public string? Certainty { get; set; }

    /// <summary>The sources of something that must not stand without one.</summary>
    public static ImmutableArray<Source> NeedSources(ContentReader reader, List<SourceEntry>? sources, int line)
    {
        if (sources is null or [])
        {
            reader.Fault(line, "`sources` is empty.", "Cite where the fact was taken from: `sources: [ { cite: …, certainty: seen } ]`.");
            return [];
        }

        return [.. sources.Select(source => new Source(
            reader.Need(source.Cite, source.Line, "cite"),
            reader.NeedOneOf<Certainty>(source.Certainty, source.Line, "certainty")))];
    }
}
