using System.Collections.Immutable;

namespace Sbirt.Service.Claims.Synthesis;

/// <summary>A person of whom it is known beforehand what a scan must say.</summary>
/// <param name="Story">What was planted, as a short name.</param>
/// <param name="FromMonths">Months that the story needs; with fewer the person is not planted.</param>
/// <param name="Live">Drafts a month of care.</param>
internal sealed record Planted(string Story, int FromMonths, Action<PlantedMonth> Live, ImmutableArray<Expected> Expected)
{
    public Payer Payer { get; init; }

    /// <summary>Has a sister or brother of the same day in the household: the story after this one.</summary>
    public bool IsFirstTwin { get; init; }

    public static Planted In(string story, string preset, string signal, PlantedStatus status, int? value, Action<PlantedMonth> live, int fromMonths = 1) =>
        new(story, fromMonths, live, [new Expected(preset, signal, status, value)]);
}

/// <summary>What a scan must say of a planted person in the last month.</summary>
/// <param name="Value">What was counted, of an excluded person with what must not count; null: nothing is said.</param>
internal sealed record Expected(string Preset, string Signal, PlantedStatus Status, int? Value);

/// <summary>How a scan must judge.</summary>
internal enum PlantedStatus
{
    None,
    Approaching,
    Reached,

    /// <summary>Shown, and no reason to write: nothing is left once what must not count is left out.</summary>
    Excluded,
}
