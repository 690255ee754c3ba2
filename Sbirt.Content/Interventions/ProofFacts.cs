using Sbirt.Content.Handouts;

namespace Sbirt.Content.Interventions;

/// <summary>Made-up facts that every text is rendered with before the program starts (and, all of them, in tests).</summary>
internal static class ProofFacts
{
    private static readonly string[][] Persons =
    [
        [],
        ["pregnant"],
        ["under20"],
        ["driving"],
        ["withdrawalHistory"],
        ["sedatives"],
        ["pregnant", "under20", "driving", "withdrawalHistory", "sedatives"],
    ];

    private static readonly string[][] Scores =
    [
        ["scored", "banded", "week", "crisisContactKnown", "clinicContactKnown"],
        ["incomplete"],
        [],
    ];

    private static readonly string[][] Talks =
    [
        ["readinessNotAsked"],
        ["notReady", "importanceAsked", "confidenceAsked"],
        ["unsure", "importanceAsked", "importanceAboveZero", "confidenceAsked", "confidenceAboveZero"],
        ["ready", "importanceAsked", "importanceAboveZero", "confidenceAsked", "confidenceAboveZero"],
    ];

    /// <summary>A dozen combinations that hold each fact at least once both ways: quick enough for each start.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, object>> Quick() =>
        Enumerable.Range(0, 12).Select(i => Values([
            .. Persons[i % Persons.Length],
            .. Scores[i % Scores.Length],
            .. Talks[i % Talks.Length]]));

    /// <summary>Every combination.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, object>> Full() =>
        from person in Persons
        from score in Scores
        from talk in Talks
        select Values([.. person, .. score, .. talk]);

    private static Dictionary<string, object> Values(IReadOnlyCollection<string> facts)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var condition in Vocabulary.Conditions)
        {
            values[condition] = facts.Contains(condition);
        }

        foreach (var name in Vocabulary.Values)
        {
            values[name] = "5";
        }

        return values;
    }
}
