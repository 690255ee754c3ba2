using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Thresholds.Files;

/// <summary>
/// Reads the bands of a set and fits them to a scale: they cover it from end to end. Whole-number scales
/// take <c>from</c> and <c>to</c>, both included; scales with decimals take <c>from</c> and <c>below</c>.
/// </summary>
internal sealed class BandReader(
    ContentReader reader,
    List<InterventionUse> uses,
    Func<(string Value, int Line), Instrument?> findInstrument)
{
    public ImmutableArray<Band> Read(SetEntry set)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var bands = ImmutableArray.CreateBuilder<Band>();
        foreach (var entry in set.Bands ?? [])
        {
            var id = reader.Need(entry.Id, entry.Line, "id");
            if (!ids.Add(id))
            {
                reader.Fault(entry.Line, $"The band id \"{id}\" stands twice in one set.", "Give each band of a set its own id.");
            }

            if (entry.NextInstrument is not null)
            {
                findInstrument((entry.NextInstrument, entry.Line));
            }

            var intervention = reader.Need(entry.Intervention, entry.Line, "intervention");
            uses.Add(new InterventionUse(reader.Path, entry.Line, intervention));
            bands.Add(new Band(
                id,
                entry.From ?? 0,
                entry.To ?? entry.Below ?? 0,
                reader.NeedText(entry.Label, entry.Line, "label"),
                reader.NeedText(entry.Action, entry.Line, "action"),
                reader.NeedOneOf<Seriousness>(entry.Seriousness, entry.Line, "seriousness"),
                intervention,
                entry.HandOver,
                entry.NextInstrument,
                entry.Below is not null));
        }

        if (bands.Count == 0)
        {
            reader.Fault(set.Line, "The set has no bands.", "List its bands, or remove the set.");
        }

        return bands.ToImmutable();
    }

    /// <summary>The bands in order, each gap and overlap noted; an open end reaches to the scale's end.</summary>
    public ImmutableArray<Band> Fit(SetEntry set, ImmutableArray<Band> bands, Scale scale)
    {
        if (bands.Length == 0)
        {
            return bands;
        }

        var entries = set.Bands!;
        var fitted = bands.Select((band, i) => (Entry: entries[i], Band: FitEnds(entries[i], band, scale)))
            .OrderBy(each => each.Band.From).ToImmutableArray();
        var expected = scale.Min;
        foreach (var (entry, band) in fitted)
        {
            if (band.From > expected)
            {
                reader.Fault(entry.Line, $"No band covers {Figure.Text(expected)} up to this band's {Figure.Text(band.From)}.", $"Begin the band at {Figure.Text(expected)}, or add the band that is missing.");
            }
            else if (band.From < expected)
            {
                reader.Fault(entry.Line, $"The band begins at {Figure.Text(band.From)}, but the values below {Figure.Text(expected)} are taken.", $"Begin it at {Figure.Text(expected)}, so that every value lies in one band.");
            }

            expected = band.EndsBelow || !scale.IsWhole ? band.To : band.To + 1;
        }

        var (last, top) = fitted[^1];
        if (top.EndsBelow || top.To != scale.Max)
        {
            reader.Fault(last.Line, $"The highest band ends at {Figure.Text(top.To)}{(top.EndsBelow ? " (left out)" : "")}, but the scale at {Figure.Text(scale.Max)}.", $"End it with `to: {Figure.Text(scale.Max)}`.");
        }

        return [.. fitted.Select(each => each.Band)];
    }

    private Band FitEnds(BandEntry entry, Band band, Scale scale)
    {
        var to = entry.To ?? entry.Below ?? scale.Max;
        var fitted = band with { To = to };
        if (entry.From is null)
        {
            reader.Fault(entry.Line, "`from` is missing.", "Write the lowest value of the band.");
        }

        if (entry is { To: not null, Below: not null })
        {
            reader.Fault(entry.Line, "A band has both `to` and `below`.", "Keep `to` on whole-number scales, `below` on scales with decimals.");
        }
        else if (scale.IsWhole && (entry.Below is not null || entry.To is null || to != decimal.Truncate(to) || band.From != decimal.Truncate(band.From)))
        {
            reader.Fault(entry.Line, "This scale has whole numbers: a band needs `from` and `to`, both whole and both included.", "Write, for example, `from: 8` and `to: 14`.");
        }
        else if (!scale.IsWhole && entry.To is not null && to != scale.Max)
        {
            reader.Fault(entry.Line, "This scale has decimals: a band ends with `below`, so that no value falls between two bands.", "Write, for example, `from: 20` and `below: 40`; only the highest band has `to`, or no end.");
        }
        else if (entry.Below is null ? band.From > to : band.From >= to)
        {
            reader.Fault(entry.Line, $"The band begins at {Figure.Text(band.From)} above its end {Figure.Text(to)}.", "Swap or mend its ends.");
        }

        return fitted;
    }
}
