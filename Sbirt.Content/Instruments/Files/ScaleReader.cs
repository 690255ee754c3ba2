using System.Collections.Immutable;
using Sbirt.Content.Codes;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Instruments.Evaluation;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Instruments.Files;

/// <summary>Reads the scales of one instrument; what each spans is computed and held against what it declares.</summary>
internal sealed class ScaleReader(ContentReader reader, Repetition repetition, ItemTable table, IReadOnlySet<string> excepted)
{
    private readonly ConditionReader conditions = new(reader, repetition);
    private readonly Dictionary<string, Item> known = table.Items
        .DistinctBy(item => item.LinkId).ToDictionary(item => item.LinkId, StringComparer.Ordinal);

    public ImmutableArray<Scale> Read(List<ScaleEntry> entries, int line)
    {
        var scales = ImmutableArray.CreateBuilder<Scale>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            reader.Need(entry.Id, entry.Line, "id");
            repetition.CheckExcept(reader, entry.Except, entry.Line);
            foreach (var scale in repetition.TurnsOf(entry.Id, entry.Except).Select(turn => ReadOne(entry, turn)))
            {
                if (!ids.Add(scale.Id))
                {
                    reader.Fault(entry.Line, $"The scale id \"{scale.Id}\" is used twice.", "Give each scale its own id.");
                }

                foreach (var code in scale.Codes.Where(code => !codes.Add($"{code.System}|{code.Value}")))
                {
                    reader.Fault(entry.Line, $"The code \"{code.Value}\" stands for two scales.", "A score code names one scale only.");
                }

                scales.Add(scale);
            }
        }

        // A repeated scale that is the main one (ASSIST: each substance) counts once.
        var mains = entries.Where(entry => entry.Main).ToArray();
        if (mains.Length != 1)
        {
            reader.Fault(mains is [_, var second, ..] ? second.Line : entries is [var first, ..] ? first.Line : line, "Not exactly one scale is the main one.", "Write `main: true` on one scale.");
        }

        return scales.ToImmutable();
    }

    private Scale ReadOne(ScaleEntry entry, Turn turn)
    {
        var kind = reader.NeedOneOf<ScaleKind>(entry.Kind, entry.Line, "kind", ScaleKind.Sum);
        var levels = ReadLevels(entry, kind, turn);
        var topic = entry.Topic is null ? turn.Topic : reader.NeedOneOf<Topic>(entry.Topic, entry.Line, "topic");
        var scale = new Scale(
            turn.In(entry.Id?.Trim() ?? ""),
            entry.Main,
            turn.In(reader.NeedText(entry.Title, entry.Line, "title")),
            kind,
            topic,
            CodeReader.Read(reader, entry.Loinc, entry.Codes, entry.Line),
            ReadItems(entry, turn, levels),
            levels,
            entry.Factor ?? 1,
            0,
            0,
            entry.Estimate,
            entry.Unit ?? "{score}",
            entry.Decimals);
        CheckArithmetic(entry, scale);
        return Spanned(entry, scale);
    }

    private ImmutableArray<string> ReadItems(ScaleEntry entry, Turn turn, ImmutableArray<Level> levels)
    {
        var items = ImmutableArray.CreateBuilder<string>();
        foreach (var linkId in (entry.Items ?? []).SelectMany(item => repetition.Expand(item, turn)))
        {
            if (excepted.Contains(linkId))
            {
                continue;
            }

            if (!known.ContainsKey(linkId))
            {
                reader.Fault(entry.Line, $"The scale counts \"{linkId}\", which is not an item.", "Name items of this file by their linkId.");
            }
            else if (items.Contains(linkId))
            {
                reader.Fault(entry.Line, $"The scale counts \"{linkId}\" twice.", "Name each item once.");
            }
            else
            {
                items.Add(linkId);
            }
        }

        foreach (var linkId in levels.SelectMany(level => level.When.Comparisons).Select(comparison => comparison.LinkId))
        {
            if (!items.Contains(linkId))
            {
                items.Add(linkId);
            }
        }

        if (items.Count == 0)
        {
            reader.Fault(entry.Line, "The scale counts no item.", "List its items: `items: [ audit-1, audit-2 ]`.");
        }

        return items.ToImmutable();
    }

    private ImmutableArray<Level> ReadLevels(ScaleEntry entry, ScaleKind kind, Turn turn)
    {
        if (kind == ScaleKind.Levels != entry.Levels is { Count: > 0 })
        {
            reader.Fault(entry.Line, "`levels` and `kind: levels` belong together.", "Write both, or neither.");
            return [];
        }

        var levels = ImmutableArray.CreateBuilder<Level>();
        foreach (var level in entry.Levels ?? [])
        {
            var value = reader.NeedNumber(level.Value, level.Line, "value");
            if (levels.Count > 0 && value >= levels[^1].Value || value <= 0)
            {
                reader.Fault(level.Line, "The levels are not listed from the most serious down to above 0.", "Order them by `value`, the highest first; 0 means that none of them holds.");
            }

            if (level.When is null)
            {
                reader.Fault(level.Line, "`when` is missing.", "Say when the level holds: `when: { any: [ … ] }`.");
            }
            else if (conditions.Read(level.When, turn, known, excepted) is { } when)
            {
                levels.Add(new Level(value, reader.NeedText(level.Title, level.Line, "title"), when));
            }
        }

        return levels.ToImmutable();
    }

    private void CheckArithmetic(ScaleEntry entry, Scale scale)
    {
        if (scale.Kind != ScaleKind.Product && entry.Factor is not null)
        {
            reader.Fault(entry.Line, "`factor` belongs to `kind: product` only.", "Take it out, or make the scale a product.");
        }

        if (scale.Decimals is null && (!IsWhole(scale.Factor) || scale.Items.SelectMany(linkId => ScoresOf(known[linkId])).Any(score => !IsWhole(score))))
        {
            reader.Fault(entry.Line, "The scale counts scores with decimals, but does not say how it is rounded.", "Write `decimals: 1`, or as many places as the source gives.");
        }

        if (scale.Factor <= 0 || scale.Decimals is < 0 or > 6)
        {
            reader.Fault(entry.Line, "`factor` must be above 0 and `decimals` between 0 and 6.", "Mend the number.");
        }

        if (scale.Kind == ScaleKind.Product && scale.Items.SelectMany(linkId => ScoresOf(known[linkId])).Any(score => score < 0))
        {
            reader.Fault(entry.Line, "A product has an item with a score below 0.", "Score its items with 0 or more.");
        }
    }

    private static IEnumerable<decimal> ScoresOf(Item item) => item.Range is { } range
        ? [range.Min, range.Max]
        : item.Options.SelectMany(option => new[] { option.ScoreFor(Sex.Male), option.ScoreFor(Sex.Female) });

    private static bool IsWhole(decimal number) => number == decimal.Truncate(number);

    private Scale Spanned(ScaleEntry entry, Scale scale)
    {
        if (!table.IsComputable)
        {
            return scale;
        }

        var plan = new ScalePlan(scale.Levels.Length == 0 ? table : new ItemTable(table.Items, scale.Levels), scale);
        if (plan.IsTooBranched)
        {
            reader.Fault(entry.Line, "Too many items decide which other items are asked.", "Split the instrument: a scale may rest on about a dozen deciding items.");
            return scale;
        }

        var (min, max) = plan.BoundsOf(new TakenAnswer[table.Items.Length], [Sex.Male, Sex.Female]);
        if (entry.Range is not null && (entry.Range.Min != min || entry.Range.Max != max))
        {
            reader.Fault(entry.Range.Line, $"The scale is declared to span {Figure.Text(entry.Range.Min ?? 0)} to {Figure.Text(entry.Range.Max ?? 0)}, but its answers span {Figure.Text(min)} to {Figure.Text(max)}.", "Mend the scores, the items or the range, whichever is wrong.");
        }

        foreach (var code in scale.Codes.Where(code => code.System == CodeSystems.Loinc))
        {
            if (ScoreCodes.RangeOf(code.Value) is { } span && (span.Min != min || span.Max != max))
            {
                reader.Fault(entry.Line, $"LOINC {code.Value} is a score of {Figure.Text(span.Min)} to {Figure.Text(span.Max)}, but this scale spans {Figure.Text(min)} to {Figure.Text(max)}.", "Use the code that belongs to this score; 75624-7 is the AUDIT total, 75626-2 the AUDIT-C total.");
            }
        }

        return scale with { Min = min, Max = max };
    }
}
