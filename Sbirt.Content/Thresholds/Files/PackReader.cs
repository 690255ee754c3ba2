using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;

namespace Sbirt.Content.Thresholds.Files;

/// <summary>Reads one threshold pack and checks it against the instruments.</summary>
internal sealed class PackReader
{
    private readonly ContentReader reader;
    private readonly InstrumentLibrary instruments;
    private readonly List<InterventionUse> uses = [];

    public PackReader(ContentFile file, InstrumentLibrary instruments)
    {
        reader = new ContentReader(file);
        this.instruments = instruments;
    }

    /// <summary>What was wrong with the file.</summary>
    public IReadOnlyList<ContentFault> Faults => reader.Faults;

    public string Path => reader.Path;

    /// <summary>Which interventions the pack names, and where.</summary>
    public IReadOnlyList<InterventionUse> Uses => uses;

    /// <summary>The id the file gives, even when it is faulty.</summary>
    public string? Id { get; private set; }

    /// <summary>The pack as far as it could be read; null when it could not at all.</summary>
    public ThresholdPack? Read()
    {
        if (reader.Read<PackEntry>() is not { } entry)
        {
            return null;
        }

        Id = reader.Need(entry.Id, entry.Line, "id");
        var effective = reader.NeedDate(entry.Effective, entry.Line, "effective");
        var sets = (entry.Sets ?? []).SelectMany(set => ReadSets(set, effective)).ToImmutableArray();
        var modifiers = (entry.Modifiers ?? []).Select(modifier => ReadModifier(modifier, effective)).OfType<(ModifierEntry Entry, Modifier Modifier)>().ToImmutableArray();
        CheckCoverage(sets);
        foreach (var twin in modifiers.GroupBy(each => (each.Modifier.Id, each.Modifier.InstrumentId)).SelectMany(group => group.Skip(1)))
        {
            reader.Fault(twin.Entry.Line, $"The modifier \"{twin.Modifier.Id}\" stands twice for {twin.Modifier.InstrumentId}.", "Give each modifier of an instrument its own id.");
        }

        return new ThresholdPack(
            Id,
            reader.Need(entry.Version, entry.Line, "version"),
            reader.NeedText(entry.Title, entry.Line, "title"),
            effective,
            [.. entry.Inherits ?? []],
            [.. entry.Beside ?? []],
            [.. sets.Select(each => each.Set)],
            [.. modifiers.Select(each => each.Modifier)]);
    }

    private Instrument? FindInstrument(string? id, int line, string key)
    {
        var name = reader.Need(id, line, key);
        var instrument = instruments.Find(name);
        if (instrument is null && name.Length > 0 && !instruments.FaultyIds.Contains(name))
        {
            reader.Fault(line, $"`{key}: {name}` is not an instrument.", "Use the id of a file under Instruments/.");
        }

        return instrument;
    }

    private IEnumerable<(SetEntry Entry, ThresholdSet Set)> ReadSets(SetEntry entry, DateOnly packEffective)
    {
        if (entry.Scale is null == entry.Scales is null)
        {
            reader.Fault(entry.Line, "A set names either `scale` or `scales`.", "Write `scale: total`, or `scales: [ a, b ]` when several share their bands.");
        }

        var appliesTo = ReadAppliesTo(entry.AppliesTo);
        if (appliesTo.PregnancyTold is not null)
        {
            reader.Fault(entry.Line, "Bands cannot depend on whether pregnancy was told.", "Use `pregnant`, or put the question into a modifier.");
        }

        var sources = SourceEntry.NeedSources(reader, entry.Sources, entry.Line);
        var effective = entry.Effective is null ? packEffective : reader.NeedDate(entry.Effective, entry.Line, "effective");
        var note = entry.Note?.ToLocalized(reader);
        var instrument = FindInstrument(entry.Instrument, entry.Line, "instrument");
        var bandReader = new BandReader(reader, uses, id => FindInstrument(id.Value, id.Line, "nextInstrument"));
        var bands = bandReader.Read(entry);
        if (instrument is null)
        {
            yield break;
        }

        foreach (var scaleId in entry.Scales ?? (entry.Scale is null ? [] : [entry.Scale]))
        {
            if (instrument.FindScale(scaleId) is not { } scale)
            {
                reader.Fault(entry.Line, $"\"{scaleId}\" is not a scale of {instrument.Id}.", $"Use one of: {string.Join(", ", instrument.Scales.Select(each => each.Id))}.");
                continue;
            }

            yield return (entry, new ThresholdSet(
                Id ?? "", instrument.Id, scaleId, appliesTo, bandReader.Fit(entry, bands, scale), sources, effective, note));
        }
    }

    private AppliesTo ReadAppliesTo(AppliesToEntry? entry)
    {
        if (entry is null)
        {
            return AppliesTo.Everybody;
        }

        if (entry.MinAge > entry.MaxAge)
        {
            reader.Fault(entry.Line, $"The youngest age ({entry.MinAge}) is above the oldest ({entry.MaxAge}).", "Swap or mend `minAge` and `maxAge`.");
        }

        Sex? sex = entry.Sex is null ? null : reader.NeedOneOf<Sex>(entry.Sex, entry.Line, "sex");
        if (sex == Sex.Other)
        {
            reader.Fault(entry.Line, "A set for sex `other` would never be told from the rest.", "Use `male` or `female`, or leave `sex` out.");
        }

        return new AppliesTo(sex, entry.MinAge, entry.MaxAge, entry.Pregnant, entry.PregnancyTold);
    }

    private (ModifierEntry Entry, Modifier Modifier)? ReadModifier(ModifierEntry entry, DateOnly packEffective)
    {
        var id = reader.Need(entry.Id, entry.Line, "id");
        var instrument = FindInstrument(entry.Instrument, entry.Line, "instrument");
        var modifier = new Modifier(
            id,
            Id ?? "",
            instrument?.Id ?? "",
            [.. entry.On ?? []],
            entry.Scale,
            reader.NeedOneOf<ModifierTest>(entry.Test, entry.Line, "test", ModifierTest.Sum),
            entry.AtLeast ?? 0,
            ReadAppliesTo(entry.AppliesTo),
            reader.NeedText(entry.Title, entry.Line, "title"),
            reader.NeedText(entry.Action, entry.Line, "action"),
            reader.NeedOneOf<Seriousness>(entry.Seriousness, entry.Line, "seriousness"),
            entry.Intervention,
            entry.HandOver,
            SourceEntry.NeedSources(reader, entry.Sources, entry.Line),
            entry.Effective is null ? packEffective : reader.NeedDate(entry.Effective, entry.Line, "effective"),
            entry.Note?.ToLocalized(reader),
            entry.Topic is null ? null : reader.NeedOneOf<Topic>(entry.Topic, entry.Line, "topic"));
        if (entry.Intervention is not null)
        {
            uses.Add(new InterventionUse(reader.Path, entry.Line, entry.Intervention));
        }

        if (instrument is null)
        {
            return null;
        }

        ModifierCheck.Check(reader, entry, modifier, instrument);
        return (entry, modifier);
    }

    private void CheckCoverage(ImmutableArray<(SetEntry Entry, ThresholdSet Set)> sets)
    {
        foreach (var group in sets.GroupBy(each => (each.Set.InstrumentId, each.Set.ScaleId)))
        {
            Coverage.Check(reader, [.. group], instruments.Find(group.Key.InstrumentId)!.Use);
        }
    }
}
