using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Instruments.Files;

/// <summary>Reads the items of one instrument in order, each checked against those before it.</summary>
internal sealed class ItemReader(
    ContentReader reader,
    Repetition repetition,
    WordingReader wordings,
    OptionReader options,
    string instrumentId,
    Localized title)
{
    private readonly Dictionary<string, Item> byLinkId = new(StringComparer.Ordinal);
    private readonly HashSet<string> excepted = new(StringComparer.Ordinal);
    private readonly ConditionReader conditions = new(reader, repetition);

    /// <summary>The items read so far, by linkId.</summary>
    public IReadOnlyDictionary<string, Item> ByLinkId => byLinkId;

    /// <summary>LinkIds that the repetition leaves out.</summary>
    public IReadOnlySet<string> Excepted => excepted;

    public ImmutableArray<Item> Read(List<ItemEntry> entries)
    {
        var items = ImmutableArray.CreateBuilder<Item>();
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            reader.Need(entry.LinkId, entry.Line, "linkId");
            repetition.CheckExcept(reader, entry.Except, entry.Line);
            foreach (var left in entry.Except ?? [])
            {
                excepted.UnionWith(repetition.TurnsOf(entry.LinkId, null).Where(turn => turn.Id == left).Select(turn => turn.In(entry.LinkId ?? "")));
            }

            foreach (var turn in repetition.TurnsOf(entry.LinkId, entry.Except))
            {
                var item = ReadOne(entry, turn, i + 1);
                if (!byLinkId.TryAdd(item.LinkId, item))
                {
                    reader.Fault(entry.Line, $"The linkId \"{item.LinkId}\" is used twice.", "Give each item its own linkId.");
                }

                items.Add(item);
            }
        }

        return items.ToImmutable();
    }

    private Item ReadOne(ItemEntry entry, Turn turn, int position)
    {
        var linkId = turn.In(entry.LinkId?.Trim() ?? "");
        var range = ReadRange(entry);
        var choices = ReadOptions(entry, range);
        if (entry.ZeroWhen is not null && entry.Required is false)
        {
            reader.Fault(entry.ZeroWhen.Line, "An item has both `zeroWhen` and `required: false`.", "Keep one of them: an item that is not required counts 0 anyway when it is left out.");
        }

        return new Item(
            linkId,
            turn.In(wordings.ReadItem(entry.Text, entry.Line)),
            LabelOf(entry, turn, position),
            range is null ? ItemKind.Choice : ItemKind.Integer,
            CodeReader.Read(reader, entry.Loinc, entry.Codes, entry.Line),
            choices,
            range,
            entry.EnabledWhen is null ? null : conditions.Read(entry.EnabledWhen, turn, byLinkId, excepted),
            entry.Required ?? true,
            entry.ZeroWhen is null ? null : conditions.Read(entry.ZeroWhen, turn, byLinkId, excepted));
    }

    private ImmutableArray<Option> ReadOptions(ItemEntry entry, NumberRange? range)
    {
        var told = (entry.Answers is null ? 0 : 1) + (entry.Options is null ? 0 : 1) + (entry.Range is null ? 0 : 1);
        if (told != 1)
        {
            reader.Fault(entry.Line, "An item takes exactly one of `options`, `answers` and `range`.", "Keep `options` or `answers` for a choice, `range` for a number.");
        }

        return range is not null ? []
            : entry.Options is not null ? options.Read(entry.Options, entry.Line)
            : entry.Answers is not null ? options.Shared(entry.Answers, entry.Line)
            : [];
    }

    private NumberRange? ReadRange(ItemEntry entry)
    {
        if (entry.Range is null)
        {
            return null;
        }

        if (entry.Range is not { Min: { } min, Max: { } max } || min > max
            || min != decimal.Truncate(min) || max != decimal.Truncate(max))
        {
            reader.Fault(entry.Range.Line, "A range needs whole numbers `min` and `max`, the smaller first.", "Write `range: { min: 0, max: 366 }`.");
            return new NumberRange(0, 0);
        }

        return new NumberRange(min, max);
    }

    private Localized LabelOf(ItemEntry entry, Turn turn, int position)
    {
        if (entry.Label is not null)
        {
            return turn.In(reader.NeedText(entry.Label, entry.Line, "label"));
        }

        var number = NumberIn(entry.LinkId ?? "") ?? $"{position}";
        var plain = new Localized($"{Short(title.Ja)} {number}", $"{Short(title.En)} {number}");
        return turn == Turn.Plain
            ? plain
            : new Localized($"{plain.Ja}({turn.Name.Ja})", $"{plain.En} ({turn.Name.En})");
    }

    /// <summary>The number a linkId such as <c>audit-4</c> or <c>assist-2-{substance}</c> carries after the instrument's id.</summary>
    private string? NumberIn(string linkId)
    {
        if (!linkId.StartsWith(instrumentId + "-", StringComparison.Ordinal))
        {
            return null;
        }

        var tail = linkId[(instrumentId.Length + 1)..];
        var digits = tail.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits switch
        {
            -1 when tail.Length > 0 => tail,
            > 0 when tail[digits] == '-' && tail[(digits + 1)..].StartsWith('{') => tail[..digits],
            _ => null,
        };
    }

    private static string Short(string title)
    {
        var end = title.AsSpan().IndexOfAny('(', '（', ':');
        return end > 0 ? title[..end].Trim() : title;
    }
}
