using System.Collections.Frozen;
using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Codes;

/// <summary>The LOINC codes of whole scores with the range each spans, from <c>Codes/score-codes.yaml</c>.</summary>
internal static class ScoreCodes
{
    private static readonly FrozenDictionary<string, ScoreCodeEntry> Known = ReadShipped();

    /// <summary>What a code's score spans, or null when the code is not in the table.</summary>
    public static (decimal Min, decimal Max)? RangeOf(string loinc) =>
        Known.TryGetValue(loinc, out var entry) ? (entry.Range.Min, entry.Range.Max) : null;

    private static FrozenDictionary<string, ScoreCodeEntry> ReadShipped()
    {
        var reader = new ContentReader(ContentFile.Embedded("Codes").Single());
        var table = reader.Read<ScoreCodeFile>();
        return table is null
            ? throw new ContentFaultException(reader.Faults)
            : table.Scores.ToFrozenDictionary(entry => entry.Loinc, StringComparer.Ordinal);
    }

    private sealed class ScoreCodeFile
    {
        public List<ScoreCodeEntry> Scores { get; set; } = [];
    }

    private sealed class ScoreCodeEntry
    {
        public string Loinc { get; set; } = "";

        public string Display { get; set; } = "";

        public Span Range { get; set; } = new();

        public string Source { get; set; } = "";
    }

    private sealed class Span
    {
        public decimal Min { get; set; }

        public decimal Max { get; set; }
    }
}
