using Sbirt.Content.ContentFiles;
using Sbirt.Content.Instruments;

namespace Sbirt.Content.Medicines.Files;

/// <summary>The named sources of one file; each number of the file names one of them.</summary>
internal sealed class Citations
{
    private readonly ContentReader reader;
    private readonly Dictionary<string, Citation> byKey = new(StringComparer.Ordinal);

    public Citations(ContentReader reader, Dictionary<string, CitationEntry>? entries, int line)
    {
        this.reader = reader;
        if (entries is null or { Count: 0 })
        {
            reader.Fault(line, "`sources` is empty.", "List the sources: `key: { cite: …, effective: YYYY-MM-DD, certainty: seen }`.");
        }

        foreach (var (key, entry) in entries ?? [])
        {
            byKey[key] = new Citation(
                reader.Need(entry.Cite, entry.Line, "cite"),
                reader.NeedDate(entry.Effective, entry.Line, "effective"),
                reader.NeedOneOf<Certainty>(entry.Certainty, entry.Line, "certainty"));
        }
    }

    /// <summary>The source that a number names; a fault when it names none or an unknown one.</summary>
    public Citation Need(string? key, int line)
    {
        if (byKey.TryGetValue(reader.Need(key, line, "source"), out var citation))
        {
            return citation;
        }

        if (!string.IsNullOrWhiteSpace(key))
        {
            reader.Fault(line, $"`source: {key}` is not one of `sources`.", $"Use one of: {string.Join(", ", byKey.Keys)}.");
        }

        return new Citation("", default, Certainty.Open);
    }

    /// <summary>The groups of codes of a file, each with its source.</summary>
    public void NeedAll(Dictionary<string, string>? codeSources, int line)
    {
        if (codeSources is null or { Count: 0 })
        {
            reader.Fault(line, "`codeSources` is empty.", "Say of each kind of code which source it was taken from: `codeSources: { yj: … }`.");
            return;
        }

        foreach (var key in codeSources.Values)
        {
            Need(key, line);
        }
    }
}
