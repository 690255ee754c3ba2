using System.Collections.Frozen;
using System.Collections.Immutable;
using Sbirt.Service.Claims.Files;
using Sbirt.Service.Claims.Scanning;
using Sbirt.Service.Claims.Uke;

namespace Sbirt.Service.Claims.ClickHouse;

/// <summary>
/// What was loaded, text by text in one order, whoever loaded it and when: by name and place in the file, as a scan of the
/// files would have them.
/// </summary>
internal sealed class LoadedTexts
{
    private readonly ImmutableArray<LoadedPart> parts;
    private readonly ImmutableArray<(LoadedPart Part, LoadedText Text, TextResult Result)> texts;
    private readonly ILookup<string, (LoadedText Text, TextResult Result)> whole;

    public LoadedTexts(ImmutableArray<LoadedPart> parts)
    {
        this.parts = parts;
        var all = parts.SelectMany(part => part.Texts.Zip(part.Result.Texts, (text, result) => (Part: part, Text: text, Result: result))).ToList();
        whole = all.Where(each => each.Result.Fault is null).ToLookup(each => each.Text.File, each => (each.Text, each.Result), StringComparer.Ordinal);
        // What was refused and came again, mended or not, was never refused or is so once.
        texts =
        [
            .. all.Where(each => each.Result.Fault is null)
                .Concat(all.Where(each => each.Result.Fault is not null && !whole.Contains(each.Text.File)).DistinctBy(each => each.Text.File))
                .OrderBy(each => each.Text.File, StringComparer.Ordinal).ThenBy(each => each.Text.From),
        ];
    }

    public IEnumerable<LoadedBlock> Blocks => parts.SelectMany(part => part.Blocks);

    public static LoadedText Of(ScanText text) => new(text.Number, text.File.Name, text.From, text.To, text.File.IsNamed);

    /// <exception cref="ScanFaultException">Facts that were loaded were made in another way.</exception>
    public void Check(FactMarks marks)
    {
        if (parts.Any(part => part.Marks.Key != marks.Key))
        {
            throw new ScanFaultException("The claims were loaded under another key: give all loaders and scans the same file keys/persons.key in their data folder.");
        }

        if (parts.Any(part => part.Marks.Medicines != marks.Medicines))
        {
            throw new ScanFaultException("The claims were loaded with another table of medicines, by another version of this program: load them into a new database.");
        }

        if (parts.Any(part => part.Marks.Codes != marks.Codes))
        {
            throw new ScanFaultException("Claims were loaded with other masters or other codes of exclusions: give all loaders the same --drug-master and --disease-master, or load into a new database.");
        }
    }

    /// <summary>The marks all of it was loaded with; null: nothing was loaded.</summary>
    public FactMarks? Marks => parts.IsEmpty ? null : parts[0].Marks;

    /// <summary>True: the text was loaded before, to the byte.</summary>
    /// <exception cref="ScanFaultException">A text of that name was loaded and had other content.</exception>
    public bool Holds(ScanText text, ScanProgress progress, CancellationToken cancellation)
    {
        var end = text.To ?? long.MaxValue;
        var same = whole[text.File.Name].Where(each => each.Text.From < end && each.Text.From + each.Result.Bytes > text.From).ToList();
        if (same.Count == 0)
        {
            return false;
        }

        if (same is [var only] && only.Text.From == text.From && Sha256(text, progress, cancellation) == only.Result.Sha256)
        {
            return true;
        }

        throw new ScanFaultException($"{text.File.Name} was loaded before with other content. If it is a new file, give it another name: of a claim in both, the state billed last counts.");
    }

    /// <exception cref="ScanFaultException">Two loaders loaded one text at the same time, or one was stopped.</exception>
    public void CheckWhole(IEnumerable<string> planned)
    {
        foreach (var (one, next) in texts.Zip(texts.Skip(1)))
        {
            if (one.Text.File == next.Text.File && (one.Text.From == next.Text.From || one.Text.From + one.Result.Bytes > next.Text.From))
            {
                throw new ScanFaultException($"{one.Text.File} was loaded by two loaders at the same time. docs/operations.md says how to take one of them back.");
            }
        }

        var there = texts.Select(each => ClusterLedger.TextName(each.Text.File, each.Text.From)).ToHashSet(StringComparer.Ordinal);
        if (planned.FirstOrDefault(text => !there.Contains(text)) is { } missing)
        {
            throw new ScanFaultException($"Loading is not finished: {missing[(missing.IndexOf(' ', StringComparison.Ordinal) + 1)..]} is not there yet. Wait for the loaders, or give the command of the one that was stopped again.");
        }
    }

    /// <summary>Everything that was read, as one part of a scan, with the numbers of the scan.</summary>
    public (ScanPart Plan, PartResult Result) AsPart()
    {
        var numbers = NumberOf();
        var plan = texts.Select((each, number) => new ScanText(number, new ClaimFile(number, each.Text.File, each.Text.File, null, each.Text.IsNamed, each.Result.Bytes), each.Text.From, each.Text.To));
        var results = texts.Select((each, number) => each.Result with { Number = number, Unreconciled = [.. each.Result.Unreconciled.Select(one => one with { File = number })] });
        var refused = parts.SelectMany(part => part.Result.Refused
            .Where(line => numbers.ContainsKey((part.Load, line.File)))
            .Select(line => line with { File = numbers[(part.Load, line.File)] }))
            .OrderBy(line => line.File).ThenBy(line => line.Offset).ThenBy(line => line.Line);
        var arithmetic = parts.Aggregate(default(ArithmeticCheck), (all, part) => all + part.Result.Arithmetic);
        return (new ScanPart(0, [.. plan]), new PartResult(0, 0, [.. results], [.. refused], arithmetic) { GivenInHospital = parts.Sum(part => part.Result.GivenInHospital) });
    }

    public TextNumbers Numbers() => new(
        parts.SelectMany(part => part.Blocks.Select(block => (block.Block, part.Load))).ToFrozenDictionary(each => each.Block, each => each.Load),
        NumberOf().ToFrozenDictionary());

    private static string Sha256(ScanText text, ScanProgress progress, CancellationToken cancellation)
    {
        using var stream = new TextStream(text.File.Open(), text, progress, cancellation);
        var buffer = new byte[1 << 17];
        while (stream.Read(buffer) > 0)
        {
            // Hashed as it passes.
        }

        return stream.Sha256();
    }

    private Dictionary<(ulong Load, int Number), int> NumberOf() =>
        texts.Select((each, number) => (Key: (each.Part.Load, each.Text.Number), number)).ToDictionary(each => each.Key, each => each.number);
}
