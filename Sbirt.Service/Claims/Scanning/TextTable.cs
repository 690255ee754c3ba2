using System.Collections.Immutable;
using Sbirt.Content.Claims;

namespace Sbirt.Service.Claims.Scanning;

/// <summary>Turns places in texts into what a person can look up: the file's name, and the line in the whole file.</summary>
internal sealed class TextTable
{
    private readonly ImmutableArray<ScanText> texts;
    private readonly long[] linesBefore;

    public TextTable(ImmutableArray<ScanPart> parts, IEnumerable<PartResult> results)
    {
        texts = [.. parts.SelectMany(part => part.Texts)];
        linesBefore = new long[texts.Length];
        var lines = new long[texts.Length];
        foreach (var text in results.SelectMany(result => result.Texts))
        {
            lines[text.Number] = text.Lines;
        }

        for (var number = 1; number < texts.Length; number++)
        {
            if (texts[number].From > 0)
            {
                linesBefore[number] = linesBefore[number - 1] + lines[number - 1];
            }
        }
    }

    /// <summary>True for a file that is none of claims and was only found in a folder: it is told, and no fault.</summary>
    public bool IsBeside(TextResult text) => text.Fault == PartReading.NoClaimFile && !texts[text.Number].File.IsNamed;

    public string FileOf(int text) => texts[text].File.Name;

    public long LineOf(ClaimPlace place) => linesBefore[place.File] + place.Line;

    public long OffsetOf(int text, long offset) => texts[text].From + offset;
}
