using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Medicines;
using Sbirt.Content.Medicines.Files;

namespace Sbirt.Content.Claims.Files;

/// <summary>Reads one preset: each signal has the numbers its kind compares with, each number its source.</summary>
internal sealed class PresetReader
{
    private readonly ContentReader reader;
    private readonly FrozenDictionary<SignalKind, SignalWording> words;
    private readonly Citations sources;

    private PresetReader(ContentReader reader, PresetFile entry, FrozenDictionary<SignalKind, SignalWording> words)
    {
        this.reader = reader;
        this.words = words;
        sources = new Citations(reader, entry.Sources, entry.Line);
    }

    /// <summary>Null when it is not such a file; faults are added in any case.</summary>
    public static SignalPreset? Read(ContentFile file, FrozenDictionary<SignalKind, SignalWording>? words, List<ContentFault> faults)
    {
        var reader = new ContentReader(file);
        var entry = reader.Read<PresetFile>();
        var preset = entry is null ? null : new PresetReader(reader, entry, words ?? FrozenDictionary<SignalKind, SignalWording>.Empty).Preset(entry);
        faults.AddRange(reader.Faults);
        return preset;
    }

    private SignalPreset Preset(PresetFile entry)
    {
        if (entry.Signals is null or { Count: 0 })
        {
            reader.Fault(entry.Line, "`signals` is empty.", "List at least one signal: `signals: [ { id: claims-per-month, … } ]`.");
        }

        var signals = (entry.Signals ?? []).Select(Signal).OfType<SignalDefinition>().ToImmutableArray();
        foreach (var twice in (entry.Signals ?? []).Where(one => one.Id is not null).GroupBy(one => one.Id).Where(same => same.Count() > 1))
        {
            reader.Fault(twice.Last().Line, $"The signal \"{twice.Key}\" stands there twice.", "Give the second its own `id:`, with `kind:` saying what it counts.");
        }

        return new SignalPreset(
            Id(entry.Id, entry.Line),
            reader.Need(entry.Version, entry.Line, "version"),
            reader.NeedText(entry.Title, entry.Line, "title"),
            reader.NeedText(entry.Note, entry.Line, "note"),
            Limit(LimitNames.WindowMonths, "signsLookBackMonths", entry.SignsLookBackMonths ?? new LimitEntry { Line = entry.Line }),
            signals);
    }

    private SignalDefinition? Signal(SignalEntry entry)
    {
        var id = Id(entry.Id, entry.Line);
        if (SignalNeeds.All.FirstOrDefault(one => one.Id == (entry.Kind ?? id)) is not { } needs)
        {
            var key = entry.Kind is null ? "id" : "kind";
            reader.Fault(entry.Line, $"`{key}: {entry.Kind ?? id}` is no kind of signal.", $"Write one of: {string.Join(", ", SignalNeeds.All.Select(one => one.Id))}; an `id` of your own needs `kind:` beside it.");
            return null;
        }

        var limits = (entry.Limits ?? []).Where(each => each.Value is not null && LimitNames.Bounds.ContainsKey(each.Key))
            .ToFrozenDictionary(each => each.Key, each => Limit(each.Key, each.Key, each.Value), StringComparer.Ordinal);
        CheckLimits(entry, needs, limits);
        CheckLists(entry, needs);
        return new SignalDefinition(
            id,
            needs.Kind,
            Subject(entry, needs),
            words.GetValueOrDefault(needs.Kind) ?? new SignalWording(new("", ""), new("", ""), new("", "")),
            entry.Note?.ToLocalized(reader),
            limits,
            [.. (entry.Counts ?? []).Select(kind => reader.NeedOneOf<ClaimKind>(kind, entry.Line, "counts")).Distinct()],
            [.. (entry.Groups ?? []).Select(group => reader.NeedOneOf<MedicineGroup>(group, entry.Line, "groups")).Distinct()],
            Exclusions(entry.Exclusions));
    }

    private SignalSubject Subject(SignalEntry entry, SignalNeeds needs)
    {
        var subject = reader.NeedOneOf<SignalSubject>(entry.Subject, entry.Line, "subject", needs.Subjects[0]);
        if (!needs.Subjects.Contains(subject))
        {
            reader.Fault(entry.Line, $"{needs.Id} does not count by `subject: {entry.Subject}`.", $"Write one of: {string.Join(", ", needs.Subjects)}.");
        }

        return subject;
    }

    private void CheckLimits(SignalEntry entry, SignalNeeds needs, FrozenDictionary<string, CutOff> limits)
    {
        ImmutableArray<string> known = [.. needs.Required, .. needs.Optional];
        foreach (var name in needs.Required.Where(name => entry.Limits?.GetValueOrDefault(name) is null))
        {
            reader.Fault(entry.Line, $"The limit `{name}` is missing.", $"Write `{name}: {{ value: …, source: … }}` under `limits`.");
        }

        foreach (var (name, limit) in (entry.Limits ?? []).Where(each => !known.Contains(each.Key)))
        {
            reader.Fault(limit?.Line ?? entry.Line, $"{needs.Id} compares with no `{name}`.", $"It knows: {string.Join(", ", known)}.");
        }

        if (LimitNames.Rise.Count(limits.ContainsKey) is not 0 and var told && told < LimitNames.Rise.Length)
        {
            reader.Fault(entry.Line, "Only a part of a rise is told.", $"Write {string.Join(", ", LimitNames.Rise)}, or none of them.");
        }

        if (!limits.TryGetValue(LimitNames.ApproachFrom, out var from) || !limits.TryGetValue(LimitNames.Threshold, out var threshold))
        {
            return;
        }

        // With months in a row, the first months at the threshold are the approach.
        var isRow = limits.TryGetValue(LimitNames.ConsecutiveMonths, out var row) && row.Value > 1;
        if (isRow ? from.Value > threshold.Value : from.Value >= threshold.Value)
        {
            reader.Fault(entry.Limits![LimitNames.ApproachFrom].Line, $"`approachFrom: {from.Value}` does not lie below `threshold: {threshold.Value}`.", "Let the band begin below the threshold, or leave `approachFrom` out.");
        }
    }

    private void CheckLists(SignalEntry entry, SignalNeeds needs)
    {
        if (needs.CountsClaims != entry.Counts is { Count: > 0 })
        {
            reader.Fault(entry.Line, needs.CountsClaims ? "`counts` is missing." : $"{needs.Id} takes no `counts`.", needs.CountsClaims ? "Name the kinds of claims: `counts: [medical, dental, dispensing]`." : "Remove `counts`.");
        }

        var named = entry.Groups is { Count: > 0 };
        if ((needs.Groups == GroupsOf.Must && !named) || (needs.Groups == GroupsOf.None && named))
        {
            reader.Fault(entry.Line, named ? $"{needs.Id} takes no `groups`." : "`groups` is missing.", named ? "Remove `groups`." : "Name the groups it looks at: `groups: [anxiolytic, hypnotic]`.");
        }
    }

    private SignalExclusions Exclusions(ExclusionsEntry? entry)
    {
        if (entry is null)
        {
            return SignalExclusions.None;
        }

        var all = new SignalExclusions([.. entry.LeaveOut ?? []], [.. entry.Whole ?? []], [.. entry.OtherMessage ?? []]);
        foreach (var id in all.LeaveOut.Concat(all.Whole).Concat(all.OtherMessage).Where(id => !SignalExclusions.Known.ContainsKey(id)))
        {
            reader.Fault(entry.Line, $"There is no exclusion \"{id}\".", $"Use one of: {string.Join(", ", SignalExclusions.Known.Keys.Order(StringComparer.Ordinal))}.");
        }

        foreach (var twice in all.LeaveOut.Concat(all.Whole).Concat(all.OtherMessage).GroupBy(id => id).Where(same => same.Count() > 1))
        {
            reader.Fault(entry.Line, $"The exclusion \"{twice.Key}\" stands there twice.", "Keep it in one of leaveOut, whole and otherMessage.");
        }

        foreach (var id in all.Whole.Concat(all.OtherMessage).Where(id => SignalExclusions.Known.GetValueOrDefault(id) == ClaimSigns.None && SignalExclusions.Known.ContainsKey(id)))
        {
            reader.Fault(entry.Line, $"\"{id}\" can only be left out.", "Write it under leaveOut.");
        }

        return all;
    }

    private CutOff Limit(string name, string key, LimitEntry entry)
    {
        var (least, most) = LimitNames.Bounds[name];
        var value = reader.NeedNumber(entry.Value, entry.Line, key);
        var isDay = name != LimitNames.CountFrom || DateOnly.TryParseExact(value.ToString(CultureInfo.InvariantCulture), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        if (entry.Value is not null && (value != decimal.Truncate(value) || value < least || value > most || !isDay))
        {
            reader.Fault(entry.Line, $"`{key}: {entry.Value}` is not possible.", name == LimitNames.CountFrom ? "Write a day as YYYYMMDD." : $"Write a whole number from {least} to {most}.");
            value = least;
        }

        return new CutOff(key, value, sources.Need(entry.Source, entry.Line));
    }

    private string Id(string? word, int line)
    {
        var id = reader.Need(word, line, "id");
        if (id.Any(letter => letter != '-' && !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter)))
        {
            reader.Fault(line, $"`id: {id}` is not written as ids are.", "Use lower-case letters, digits and hyphens.");
        }

        return id;
    }
}
