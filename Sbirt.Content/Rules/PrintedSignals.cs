using System.Collections.Immutable;
using Sbirt.Content.Claims;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Rules;

/// <summary>Prints the signals of a preset of the insurer's scan: each number by its name in the file, and what is left out.</summary>
internal static class PrintedSignals
{
    public static RuleChapter Chapter(SignalPreset preset, ExclusionCodes exclusions) => new(
        $"signals/{preset.Id}",
        new Localized($"レセプトの数え方: {preset.Title.Ja}", $"Counting claims: {preset.Title.En}"),
        [.. preset.Signals.Select(signal => Signal(preset, signal, exclusions))]);

    private static PrintedRule Signal(SignalPreset preset, SignalDefinition signal, ExclusionCodes exclusions)
    {
        var limits = signal.Limits.Values.OrderBy(limit => limit.Name, StringComparer.Ordinal).ToImmutableArray();
        var lists = signal.Exclusions;
        return new PrintedRule(
            $"signals/{preset.Id}/{signal.Id}",
            preset.Version,
            signal.Words.Title,
            signal.Effective,
            [
                .. limits.Select(limit => new PrintedCutOff(new Localized(limit.Name, limit.Name), Figure.Text(limit.Value))),
                .. Named(new("数えないもの", "Left out of the count"), lists.LeaveOut, exclusions),
                .. Named(new("お便りの対象としない方", "Nobody is written to in case of"), lists.Whole, exclusions),
                .. Named(new("別のお知らせにする方", "Another message in case of"), lists.OtherMessage, exclusions),
            ],
            [.. limits.Select(limit => new Source(limit.Source.Cite, limit.Source.Certainty)).Distinct()],
            Note(preset, signal));
    }

    private static IEnumerable<PrintedCutOff> Named(Localized what, ImmutableArray<string> ids, ExclusionCodes exclusions)
    {
        var names = ids.Select(id => exclusions.All.First(one => one.Id == id).Name).ToList();
        return names.Count == 0
            ? []
            : [new PrintedCutOff(what, new Localized(string.Join("、", names.Select(name => name.Ja)), string.Join(", ", names.Select(name => name.En))))];
    }

    private static Localized Note(SignalPreset preset, SignalDefinition signal)
    {
        ImmutableArray<Localized> parts = [signal.Words.Explanation, .. signal.Note is { } own ? [own] : ImmutableArray<Localized>.Empty, preset.Note];
        return new Localized(string.Concat(parts.Select(part => part.Ja)), string.Join(" ", parts.Select(part => part.En)));
    }
}
