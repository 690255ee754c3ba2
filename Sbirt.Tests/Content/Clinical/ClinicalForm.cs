using System.Collections.Immutable;
using Sbirt.Content.Instruments;

namespace Sbirt.Tests.Content.Clinical;

/// <summary>A shipped instrument with its scales' oracles.</summary>
/// <param name="HighestFirst">LinkIds whose options the form prints from the highest points down.</param>
internal sealed record ClinicalForm(
    Instrument Instrument,
    ImmutableArray<ClinicalScale> Scales,
    ImmutableHashSet<string> HighestFirst)
{
    /// <summary>What the oracle calls the answer: yes is 1, an option its place from the lowest, a number itself.</summary>
    public int OracleAnswer(string linkId, int choice)
    {
        var item = Instrument.Find(linkId)!;
        if (item.Range is not null)
        {
            return choice;
        }

        return item.Options.All(option => option.Code is "yes" or "no")
            ? item.Options[choice].Code == "yes" ? 1 : 0
            : HighestFirst.Contains(linkId) ? item.Options.Length - 1 - choice : choice;
    }
}
