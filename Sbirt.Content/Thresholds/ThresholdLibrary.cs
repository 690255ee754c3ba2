using System.Collections.Frozen;
using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Instruments;
using Sbirt.Content.Thresholds.Files;

namespace Sbirt.Content.Thresholds;

/// <summary>All threshold packs, checked against the instruments and against each other.</summary>
public sealed class ThresholdLibrary
{
    private readonly FrozenDictionary<string, ThresholdPack> byId;
    private readonly FrozenDictionary<(string Pack, string Instrument), InstrumentRules> rules;
    private readonly ImmutableArray<InterventionUse> uses;

    private ThresholdLibrary(ImmutableArray<ThresholdPack> packs, ImmutableArray<InterventionUse> uses, InstrumentLibrary instruments)
    {
        Packs = packs;
        this.uses = uses;
        byId = packs.ToFrozenDictionary(pack => pack.Id, StringComparer.Ordinal);
        rules = packs.SelectMany(pack => instruments.Instruments.Select(instrument =>
                KeyValuePair.Create((pack.Id, instrument.Id), RulesWithBeside(pack, instrument))))
            .ToFrozenDictionary();
    }

    /// <summary>In the order of their files.</summary>
    public ImmutableArray<ThresholdPack> Packs { get; }

    /// <summary>The pack with this id, or null.</summary>
    public ThresholdPack? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Reads and checks the files; throws <see cref="ContentFaultException"/> with every fault of all of them.</summary>
    public static ThresholdLibrary Load(IEnumerable<ContentFile> files, InstrumentLibrary instruments)
    {
        var faults = new List<ContentFault>();
        var library = Load(files, instruments, faults);
        return faults.Count == 0 ? library : throw new ContentFaultException(faults);
    }

    /// <summary>Every place that names an intervention which is not among the known ones.</summary>
    public ImmutableArray<ContentFault> CheckInterventions(IReadOnlySet<string> knownIds) =>
        [.. uses.Distinct().Where(use => !knownIds.Contains(use.InterventionId)).Select(use => new ContentFault(
            use.File,
            use.Line,
            $"`intervention: {use.InterventionId}` does not exist.",
            "Use the id of a file under Interventions/, or write that file."))];

    /// <summary>Reads the files, gathers their faults, and keeps the sound packs.</summary>
    internal static ThresholdLibrary Load(IEnumerable<ContentFile> files, InstrumentLibrary instruments, List<ContentFault> faults)
    {
        var read = new Dictionary<string, ReadPack>(StringComparer.Ordinal);
        var named = new HashSet<string>(StringComparer.Ordinal);
        var uses = ImmutableArray.CreateBuilder<InterventionUse>();
        foreach (var file in files)
        {
            var reader = new PackReader(file, instruments);
            var pack = reader.Read();
            faults.AddRange(reader.Faults);
            uses.AddRange(reader.Uses.Where(use => use.InterventionId.Length > 0));
            named.Add(reader.Id ?? Path.GetFileNameWithoutExtension(file.Path));
            if (pack is not null && !read.TryAdd(pack.Id, new ReadPack(pack, file)))
            {
                faults.Add(new ContentFault(file.Path, 1, $"The pack \"{pack.Id}\" stands already in {read[pack.Id].File.Path}.", "Give it another id, or remove one of the files."));
            }
        }

        var before = faults.Count;
        PackLinks.Check(read, named, faults);

        // With broken links between packs nothing can be inherited: an empty library carries the faults out.
        return faults.Count > before
            ? new ThresholdLibrary([], uses.ToImmutable(), instruments)
            : new ThresholdLibrary([.. read.Values.Select(each => each.Pack)], uses.ToImmutable(), instruments);
    }

    /// <summary>What the pack says about an instrument; nothing when the instrument has no sets anywhere.</summary>
    internal InstrumentRules RulesFor(string packId, string instrumentId) =>
        rules.GetValueOrDefault((packId, instrumentId)) ?? InstrumentRules.None;

    private InstrumentRules RulesWithBeside(ThresholdPack pack, Instrument instrument)
    {
        var own = RulesOf(LineOf(pack), instrument);
        var said = new List<PackRules> { own };
        var beside = ImmutableArray.CreateBuilder<(string, PackRules)>();
        foreach (var id in pack.Beside)
        {
            var other = RulesOf(LineOf(byId[id]), instrument);
            beside.Add((id, other.Without(said)));
            said.Add(other);
        }

        return new InstrumentRules(own, beside.ToImmutable());
    }

    /// <summary>The pack, then what it inherits, nearest first, each once.</summary>
    private ImmutableArray<ThresholdPack> LineOf(ThresholdPack pack)
    {
        var line = new List<ThresholdPack>();
        var open = new Queue<ThresholdPack>([pack]);
        while (open.TryDequeue(out var next))
        {
            if (line.Contains(next))
            {
                continue;
            }

            line.Add(next);
            foreach (var inherited in next.Inherits)
            {
                open.Enqueue(byId[inherited]);
            }
        }

        return [.. line];
    }

    private static PackRules RulesOf(ImmutableArray<ThresholdPack> line, Instrument instrument) => new(
        [.. instrument.Scales
            .Select(scale => (scale.Id, line
                .Select(pack => pack.Sets.Where(set => set.InstrumentId == instrument.Id && set.ScaleId == scale.Id).ToImmutableArray())
                .FirstOrDefault(sets => sets.Length > 0, [])))
            .Where(each => each.Item2.Length > 0)],
        [.. line.SelectMany(pack => pack.Modifiers)
            .Where(modifier => modifier.InstrumentId == instrument.Id)
            .DistinctBy(modifier => modifier.Id)]);
}
