using System.Collections.Frozen;
using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Medicines.Files;

/// <summary>Reads code-systems.yaml.</summary>
internal sealed class CodeSystemReader(ContentFile file)
{
    private readonly ContentReader reader = new(file);

    public IReadOnlyList<ContentFault> Faults => reader.Faults;

    public MedicineCodes? Read()
    {
        if (reader.Read<CodeSystemFile>() is not { } entry)
        {
            return null;
        }

        reader.Need(entry.Version, entry.Line, "version");
        var sources = new Citations(reader, entry.Sources, entry.Line);
        if (entry is not { Systems: { } systems, Injections: { } injections, Units: { Milligrams: { } masses, Pieces: { } pieces, Days: { } days } units, StrengthType: { } strength, AsNeeded: { PerDay: > 0 } asNeeded })
        {
            reader.Fault(entry.Line, "A part of the file is missing.", "Write systems, injections, units (milligrams, pieces, days), strengthType and asNeeded.");
            return null;
        }

        (int Line, string? Source)[] cited =
            [(injections.Line, injections.Source), (units.Line, units.Source), (strength.Line, strength.Source), (asNeeded.Line, asNeeded.Source)];
        foreach (var (line, source) in cited)
        {
            sources.Need(source, line);
        }

        foreach (var unit in masses.Where(each => each.Value <= 0).Select(each => each.Key).Concat(days.Where(each => each.Value <= 0).Select(each => each.Key)))
        {
            reader.Fault(units.Line, $"The unit `{unit}` is not worth more than 0.", "Write how many milligrams or days it is.");
        }

        var (byUri, ours) = ReadSystems(systems, sources);
        return new MedicineCodes(
            byUri.ToFrozenDictionary(StringComparer.Ordinal),
            ours.ToFrozenDictionary(),
            (injections.From, injections.To),
            masses.ToFrozenDictionary(StringComparer.Ordinal),
            pieces.ToFrozenSet(StringComparer.Ordinal),
            days.ToFrozenDictionary(StringComparer.Ordinal),
            (reader.Need(strength.Uri, strength.Line, "uri"), reader.Need(strength.Preparation, strength.Line, "preparation"), reader.Need(strength.Ingredient, strength.Line, "ingredient")),
            asNeeded.PerDay);
    }

    private (Dictionary<string, CodeKind> ByUri, Dictionary<CodeKind, ImmutableArray<string>> Ours) ReadSystems(List<CodeSystemEntry> systems, Citations sources)
    {
        var byUri = new Dictionary<string, CodeKind>(StringComparer.Ordinal);
        var ours = new Dictionary<CodeKind, ImmutableArray<string>>();
        foreach (var system in systems)
        {
            var kind = reader.NeedOneOf<CodeKind>(system.Kind, system.Line, "kind");
            sources.Need(system.Source, system.Line);
            foreach (var uri in system.Uris ?? [])
            {
                if (!byUri.TryAdd(uri, kind))
                {
                    reader.Fault(system.Line, $"The URI {uri} stands there twice.", "A URI names one kind of code.");
                }
            }

            if (system.Ours is { Count: > 0 })
            {
                ours[kind] = [.. system.Ours];
            }
        }

        return (byUri, ours);
    }
}
