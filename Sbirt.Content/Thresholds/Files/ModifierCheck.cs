using Sbirt.Content.ContentFiles;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Thresholds.Files;

/// <summary>Checks that a modifier looks at what exists, and can both hold and not hold.</summary>
internal static class ModifierCheck
{
    public static void Check(ContentReader reader, ModifierEntry entry, Modifier modifier, Instrument instrument)
    {
        if (entry.On is { Count: > 0 } == entry.Scale is not null)
        {
            reader.Fault(entry.Line, "A modifier looks at either items (`on`) or a `scale`.", "Keep exactly one of the two.");
            return;
        }

        if (entry.AtLeast is not { } atLeast)
        {
            reader.Fault(entry.Line, "`atLeast` is missing.", "Write the score at which the rule holds.");
            return;
        }

        if (Span(reader, entry, modifier, instrument) is not { } span)
        {
            return;
        }

        if (atLeast > span.Max)
        {
            reader.Fault(entry.Line, $"The rule can never hold: {Figure.Text(atLeast)} is above {Figure.Text(span.Max)}, the highest possible.", "Mend `atLeast`, or what it looks at.");
        }
        else if (atLeast <= span.Min)
        {
            reader.Fault(entry.Line, $"The rule would always hold: {Figure.Text(span.Min)} is the lowest possible.", "Mend `atLeast`, or what it looks at.");
        }
    }

    private static (decimal Min, decimal Max)? Span(ContentReader reader, ModifierEntry entry, Modifier modifier, Instrument instrument)
    {
        if (entry.Scale is { } scaleId)
        {
            if (instrument.FindScale(scaleId) is { } scale)
            {
                return (scale.Min, scale.Max);
            }

            reader.Fault(entry.Line, $"\"{scaleId}\" is not a scale of {instrument.Id}.", $"Use one of: {string.Join(", ", instrument.Scales.Select(each => each.Id))}.");
            return null;
        }

        var unknown = modifier.On.Where(linkId => instrument.Find(linkId) is null).ToArray();
        foreach (var linkId in unknown)
        {
            reader.Fault(entry.Line, $"\"{linkId}\" is not an item of {instrument.Id}.", "Name its items by their linkId.");
        }

        if (unknown.Length > 0)
        {
            return null;
        }

        var spans = modifier.On.Select(linkId => SpanOf(instrument.Find(linkId)!)).ToArray();
        return modifier.Test switch
        {
            ModifierTest.Sum => (spans.Sum(each => each.Min), spans.Sum(each => each.Max)),
            ModifierTest.Any => (spans.Max(each => each.Min), spans.Max(each => each.Max)),
            _ => (spans.Min(each => each.Min), spans.Min(each => each.Max)),
        };
    }

    private static (decimal Min, decimal Max) SpanOf(Item item)
    {
        if (item.Range is { } range)
        {
            return (range.Min, range.Max);
        }

        var scores = item.Options.SelectMany(option => new[] { option.ScoreFor(Sex.Male), option.ScoreFor(Sex.Female) }).ToArray();
        return (scores.Min(), scores.Max());
    }
}
