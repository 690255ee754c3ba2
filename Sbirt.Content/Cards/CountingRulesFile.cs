using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Cards;

/// <summary>Reads the counting rules from YAML; every fault names its line.</summary>
internal sealed class CountingRulesFile(ContentReader reader)
{
    private const int Percent = 100;

    public CountingRules? Read()
    {
        if (reader.Read<CountingShape>() is not { } file)
        {
            return null;
        }

        return new CountingRules(
            reader.Need(file.Version, file.Line, "version"),
            reader.NeedDate(file.Effective, file.Line, "effective"),
            SourceEntry.NeedSources(reader, file.Sources, file.Line),
            Whole(file.FewBelow, file, "fewBelow"),
            Retirement(file.Retirement ?? new RetirementShape { Line = file.Line }),
            (file.Kinds ?? []).ToImmutableSortedDictionary(
                kind => kind.Key, kind => reader.NeedText(kind.Value, kind.Value.Line, kind.Key), StringComparer.Ordinal));
    }

    private RetirementRule Retirement(RetirementShape told)
    {
        var below = Whole(told.AcceptanceBelowPercent, told, "acceptanceBelowPercent");
        if (below > Percent)
        {
            reader.Fault(told.Line, $"`acceptanceBelowPercent: {below}` is more than everything.", "Write 0 to 100.");
        }

        return new RetirementRule(
            below,
            Whole(told.OffersAtLeast, told, "offersAtLeast"),
            Whole(told.AnswersAtLeast, told, "answersAtLeast"),
            [.. told.Never ?? []]);
    }

    private int Whole(string? number, Located at, string key)
    {
        var value = reader.NeedNumber(number, at.Line, key);
        if (value == decimal.Truncate(value) && value is >= 0 and <= int.MaxValue)
        {
            return (int)value;
        }

        reader.Fault(at.Line, $"`{key}: {number}` is not a whole number.", "Write 0, 1, 2 …");
        return 0;
    }
}

/// <summary>The YAML of <c>Cards/prompt-counting.yaml</c>.</summary>
internal sealed class CountingShape : Located
{
    public string? Version { get; set; }

    public string? Effective { get; set; }

    public List<SourceEntry>? Sources { get; set; }

    public string? FewBelow { get; set; }

    public RetirementShape? Retirement { get; set; }

    public Dictionary<string, LocalizedText>? Kinds { get; set; }
}

internal sealed class RetirementShape : Located
{
    public string? AcceptanceBelowPercent { get; set; }

    public string? OffersAtLeast { get; set; }

    public string? AnswersAtLeast { get; set; }

    public List<string>? Never { get; set; }
}
