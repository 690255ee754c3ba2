using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Instruments.Files;

/// <summary>Reads the answers of choice items: those of one item, and the lists that several items share.</summary>
internal sealed class OptionReader(
    ContentReader reader,
    WordingReader wordings,
    Dictionary<string, List<OptionEntry>>? shared)
{
    private readonly Dictionary<string, ImmutableArray<Option>> read = new(StringComparer.Ordinal);

    /// <summary>The list of <c>answers:</c> with this name; its own faults are noted once.</summary>
    public ImmutableArray<Option> Shared(string name, int line)
    {
        if (read.TryGetValue(name, out var known))
        {
            return known;
        }

        if (shared is null || !shared.TryGetValue(name, out var entries))
        {
            reader.Fault(line, $"The item takes its answers from \"{name}\", which `answers` does not list.", "Name a list that stands under `answers:` at the top of the file.");
            return [];
        }

        return read[name] = Read(entries, entries is [var first, ..] ? first.Line : line);
    }

    public ImmutableArray<Option> Read(List<OptionEntry> entries, int line)
    {
        if (entries.Count < 2)
        {
            reader.Fault(line, "A choice has fewer than two answers.", "List at least two options.");
        }

        var plain = entries.Count == 2 && entries.All(entry => entry.Code is "no" or "yes");
        ImmutableArray<Option> options = [.. entries.Select(entry => ReadOne(entry, plain))];
        NoteTwins(entries, options);
        return options;
    }

    private Option ReadOne(OptionEntry entry, bool plain)
    {
        var code = reader.Need(entry.Code, entry.Line, "code");
        if (entry.ScoreBySex is not null && entry.Score is not null)
        {
            reader.Fault(entry.Line, "An answer has both `score` and `scoreBySex`.", "Keep one of them.");
        }

        var bySex = entry.ScoreBySex is { } told
            ? new ScoreBySex(reader.NeedNumber(told.Male, told.Line, "male"), reader.NeedNumber(told.Female, told.Line, "female"))
            : null;
        return new Option(
            code,
            wordings.ReadOption(entry.Text, entry.Line, plain),
            CodeReader.Read(reader, entry.Loinc, entry.Codes, entry.Line),
            bySex is null ? reader.NeedNumber(entry.Score, entry.Line, "score") : Math.Max(bySex.Male, bySex.Female),
            bySex is { } two && two.Male == two.Female ? null : bySex);
    }

    private void NoteTwins(List<OptionEntry> entries, ImmutableArray<Option> options)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < options.Length; i++)
        {
            if (options[i].Code.Length > 0 && !codes.Add(options[i].Code))
            {
                reader.Fault(entries[i].Line, $"The answer code \"{options[i].Code}\" is used twice.", "Give each answer of an item its own code.");
            }

            foreach (var code in options[i].Codes.Where(code => !codes.Add($"{code.System}|{code.Value}")))
            {
                reader.Fault(entries[i].Line, $"The code \"{code.Value}\" stands for two answers of one item.", "A code names one answer only.");
            }
        }
    }
}
