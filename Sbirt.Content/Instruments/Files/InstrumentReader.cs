using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Instruments.Evaluation;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Instruments.Files;

/// <summary>Reads one instrument file and checks it against itself.</summary>
internal sealed class InstrumentReader(ContentFile file)
{
    private readonly ContentReader reader = new(file);

    /// <summary>What was wrong with the file.</summary>
    public IReadOnlyList<ContentFault> Faults => reader.Faults;

    /// <summary>The id the file gives, even when it is faulty; null when it gives none.</summary>
    public string? Id { get; private set; }

    /// <summary>The line of each scale id, for faults that show only beside other files.</summary>
    public Dictionary<string, int> ScaleLines { get; } = new(StringComparer.Ordinal);

    /// <summary>The instrument, or null when the file has a fault.</summary>
    public Instrument? Read()
    {
        if (reader.Read<InstrumentEntry>() is not { } entry)
        {
            return null;
        }

        Id = entry.Id?.Trim();
        var instrument = Compose(entry);
        return reader.Faults.Count == 0 ? instrument : null;
    }

    private Instrument Compose(InstrumentEntry entry)
    {
        var id = reader.Need(entry.Id, entry.Line, "id");
        var title = reader.NeedText(entry.Title, entry.Line, "title");
        var licence = ReadLicence(entry);
        var repetition = Repetition.Read(reader, entry.Repeat);
        var wordings = new WordingReader(reader, licence.Ja, licence.En);
        var itemReader = new ItemReader(reader, repetition, wordings, new OptionReader(reader, wordings, entry.Answers), id, title);
        var items = itemReader.Read(entry.Items ?? []);
        if (items.Length == 0)
        {
            reader.Fault(entry.Line, "`items` is empty.", "List the questions.");
        }

        var scales = new ScaleReader(reader, repetition, new ItemTable(items), itemReader.Excepted).Read(entry.Scales ?? [], entry.Line);
        NoteScaleLines(entry, repetition);
        return new Instrument(
            id,
            reader.Need(entry.Version, entry.Line, "version"),
            title,
            reader.NeedText(entry.Purpose, entry.Line, "purpose"),
            reader.NeedOneOf<Topic>(entry.Topic, entry.Line, "topic"),
            licence,
            ReadUse(entry),
            entry.GramsPerDrink,
            entry.Introduction?.ToLocalized(reader),
            CodeReader.Read(reader, entry.Loinc, entry.Codes, entry.Line),
            items,
            scales,
            ReadForeignForms(entry, itemReader.ByLinkId, scales),
            [.. (entry.Uncertainties ?? []).Select(text => text.ToLocalized(reader)).OfType<Localized>()],
            SourceEntry.NeedSources(reader, entry.Sources, entry.Line));
    }

    private void NoteScaleLines(InstrumentEntry entry, Repetition repetition)
    {
        foreach (var scale in entry.Scales ?? [])
        {
            foreach (var turn in repetition.TurnsOf(scale.Id, scale.Except))
            {
                ScaleLines.TryAdd(turn.In(scale.Id ?? ""), scale.Line);
            }
        }
    }

    private Licence ReadLicence(InstrumentEntry entry)
    {
        if (entry.Licence is not { } told)
        {
            reader.Fault(entry.Line, "`licence` is missing.", "Write `licence: { holder: …, terms: …, wording: { ja: …, en: … } }`.");
            return new Licence("", "", WordingStatus.Published, WordingStatus.Published);
        }

        return new Licence(
            reader.Need(told.Holder, told.Line, "holder"),
            reader.Need(told.Terms, told.Line, "terms"),
            reader.NeedOneOf<WordingStatus>(told.Wording?.Ja, told.Wording?.Line ?? told.Line, "wording: ja"),
            reader.NeedOneOf<WordingStatus>(told.Wording?.En, told.Wording?.Line ?? told.Line, "wording: en"));
    }

    private Use ReadUse(InstrumentEntry entry)
    {
        if (entry.Use is not { } told)
        {
            reader.Fault(entry.Line, "`use` is missing.", "Write `use: { selfCompletion: true, period: { ja: …, en: … } }`.");
            return new Use(null, null, false, new Localized("", ""));
        }

        if (told.SelfCompletion is null)
        {
            reader.Fault(told.Line, "`selfCompletion` is missing.", "Say `true` or `false`: may the person fill it in alone?");
        }

        if (told is { MinAge: { } min, MaxAge: { } max } && min > max)
        {
            reader.Fault(told.Line, $"The youngest age ({min}) is above the oldest ({max}).", "Swap or mend `minAge` and `maxAge`.");
        }

        return new Use(told.MinAge, told.MaxAge, told.SelfCompletion is true, reader.NeedText(told.Period, told.Line, "period"));
    }

    private ImmutableArray<ForeignForm> ReadForeignForms(
        InstrumentEntry entry,
        IReadOnlyDictionary<string, Item> items,
        ImmutableArray<Scale> scales) =>
        [.. (entry.ForeignForms ?? []).Select(form => new ForeignForm(
            reader.Need(form.Url, form.Line, "url"),
            Known(form, form.LinkIds, items.ContainsKey, "item"),
            [.. (form.Cautions ?? []).Select(caution => ReadCaution(caution, items))],
            Known(form, form.Scores, id => scales.Any(scale => scale.Id == id), "scale")))];

    private ImmutableDictionary<string, string> Known(
        ForeignFormEntry form,
        Dictionary<string, string>? names,
        Func<string, bool> isKnown,
        string what)
    {
        foreach (var unknown in (names ?? []).Where(pair => !isKnown(pair.Value)))
        {
            reader.Fault(form.Line, $"A foreign form leads to \"{unknown.Value}\", which is no {what} of this file.", $"Name a {what} of this file.");
        }

        return (names ?? []).ToImmutableDictionary(StringComparer.Ordinal);
    }

    private Caution ReadCaution(CautionEntry caution, IReadOnlyDictionary<string, Item> items)
    {
        if (caution.Item is { } linkId && !items.ContainsKey(linkId))
        {
            reader.Fault(caution.Line, $"A caution is about \"{linkId}\", which is no item of this file.", "Name an item of this file, or leave `item` out.");
        }

        return new Caution(
            reader.Need(caution.Code, caution.Line, "code"),
            caution.Item,
            reader.NeedText(caution.Text, caution.Line, "text"));
    }
}
