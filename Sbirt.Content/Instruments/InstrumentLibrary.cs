using System.Collections.Frozen;
using System.Collections.Immutable;
using Sbirt.Content.Codes;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Instruments.Evaluation;
using Sbirt.Content.Instruments.Files;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Instruments;

/// <summary>All instruments of the content, each checked against itself and against its neighbours.</summary>
public sealed class InstrumentLibrary
{
    private readonly FrozenDictionary<string, Instrument> byId;
    private readonly FrozenDictionary<string, ImmutableArray<(Instrument Instrument, Scale Main)>> byTotal;

    private InstrumentLibrary(ImmutableArray<Instrument> instruments, FrozenSet<string> faultyIds)
    {
        Instruments = instruments;
        FaultyIds = faultyIds;
        byId = instruments.ToFrozenDictionary(instrument => instrument.Id, StringComparer.Ordinal);
        byTotal = instruments
            .SelectMany(instrument => instrument.Scales.Where(scale => scale.Main).Take(1).Select(scale => (Instrument: instrument, Main: scale)))
            .SelectMany(each => each.Main.Codes.Where(code => code.System == CodeSystems.Loinc).Select(code => (code.Value, each)))
            .GroupBy(each => each.Value, each => each.each, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>In the order of their files.</summary>
    public ImmutableArray<Instrument> Instruments { get; }

    /// <summary>Ids of files that were refused: whoever names them is not blamed as well.</summary>
    internal FrozenSet<string> FaultyIds { get; }

    /// <summary>The instrument with this id, or null.</summary>
    public Instrument? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The instruments whose total goes under this LOINC code, each with its main scale; in the order of their files.</summary>
    public ImmutableArray<(Instrument Instrument, Scale Main)> FindByTotal(string loinc) => byTotal.GetValueOrDefault(loinc, []);

    /// <summary>Reads and checks the files; throws <see cref="ContentFaultException"/> with every fault of all of them.</summary>
    public static InstrumentLibrary Load(IEnumerable<ContentFile> files)
    {
        var faults = new List<ContentFault>();
        var library = Load(files, faults);
        return faults.Count == 0 ? library : throw new ContentFaultException(faults);
    }

    /// <summary>Reads the files, gathers their faults, and keeps the sound instruments.</summary>
    internal static InstrumentLibrary Load(IEnumerable<ContentFile> files, List<ContentFault> faults)
    {
        var sound = new Dictionary<string, (Instrument Instrument, string File)>(StringComparer.Ordinal);
        var faulty = new HashSet<string>(StringComparer.Ordinal);
        var spans = new ScoreSpans(faults);
        foreach (var file in files)
        {
            var reader = new InstrumentReader(file);
            var instrument = reader.Read();
            faults.AddRange(reader.Faults);
            if (instrument is null)
            {
                faulty.Add(reader.Id ?? Path.GetFileNameWithoutExtension(file.Path));
            }
            else if (!sound.TryAdd(instrument.Id, (instrument, file.Path)))
            {
                faults.Add(new ContentFault(file.Path, 1, $"The instrument \"{instrument.Id}\" stands already in {sound[instrument.Id].File}.", "Give it another id, or remove one of the files."));
            }
            else
            {
                spans.Note(instrument, file.Path, reader.ScaleLines);
            }
        }

        ImmutableArray<Instrument> instruments = [.. sound.Values.Select(each => each.Instrument)];
        var scoreCodes = instruments
            .SelectMany(instrument => instrument.Scales.SelectMany(scale => scale.Codes.Append(instrument.ScoreCode(scale))))
            .Select(code => (code.System, code.Value))
            .ToFrozenSet();
        foreach (var instrument in instruments)
        {
            instrument.Plan = new InstrumentPlan(instrument, scoreCodes);
        }

        return new InstrumentLibrary(instruments, faulty.ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>One score code means one span, whichever instruments carry it (AUDIT-C inside AUDIT and alone).</summary>
    private sealed class ScoreSpans(List<ContentFault> faults)
    {
        private readonly Dictionary<(string, string), (Scale Scale, string InstrumentId)> seen = [];

        public void Note(Instrument instrument, string file, Dictionary<string, int> lines)
        {
            foreach (var scale in instrument.Scales)
            {
                foreach (var code in scale.Codes)
                {
                    if (!seen.TryAdd((code.System, code.Value), (scale, instrument.Id))
                        && seen[(code.System, code.Value)] is var (other, otherId)
                        && (other.Min != scale.Min || other.Max != scale.Max))
                    {
                        faults.Add(new ContentFault(
                            file,
                            lines.GetValueOrDefault(scale.Id, 1),
                            $"The code {code.Value} spans {Figure.Text(scale.Min)} to {Figure.Text(scale.Max)} here, but {Figure.Text(other.Min)} to {Figure.Text(other.Max)} in \"{otherId}\".",
                            "One of the two scales carries a code that is not its own: take it out."));
                    }
                }
            }
        }
    }
}
