using System.Collections.Immutable;

namespace Sbirt.Content.Rules;

/// <summary>Every rule of the content, chapter by chapter. A new kind of rule adds its chapter here and nowhere else.</summary>
public static class PrintedRules
{
    public static ImmutableArray<RuleChapter> Of(ContentLibrary content) =>
    [
        PrintedPrompts.Chapter(content.Prompts, content.Counting),
        PrintedMedicines.Chapter(content.Medicines),
        PrintedCounting.Chapter(content.Counting),
        .. content.Signals.Presets.Select(preset => PrintedSignals.Chapter(preset, content.Signals.Exclusions)),
        .. content.Thresholds.Packs.Select(pack => PrintedThresholds.Chapter(pack, content.Instruments)),
    ];
}
