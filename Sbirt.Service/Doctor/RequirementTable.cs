using System.Collections.Frozen;
using System.Globalization;
using CsvHelper;

namespace Sbirt.Service.Doctor;

/// <summary>
/// The tables a document is held against: <c>requirements.csv</c> (HL7's requirement list for CDS Hooks 2.0, its
/// invariants, and the sentences that have no number there) and <c>hooks.csv</c> (context fields each hook requires).
/// </summary>
internal static class RequirementTable
{
    private static readonly Lazy<FrozenDictionary<string, Requirement>> Requirements = new(() => Rows("requirements.csv")
        .Select(row => new Requirement(row[0], StrengthOf(row[1]), row[2], row[3]))
        .ToFrozenDictionary(row => row.Id, StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<string, string[]>> Hooks = new(() => Rows("hooks.csv")
        .ToFrozenDictionary(row => row[0], row => row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal));

    /// <summary>All rows.</summary>
    public static IEnumerable<Requirement> All => Requirements.Value.Values;

    /// <summary>The row of that id; asking for one that is not there is our own mistake.</summary>
    public static Requirement Of(string id) => Requirements.Value[id];

    /// <summary>The context fields a published hook requires; null when the hook is not a published one.</summary>
    public static string[]? ContextOf(string hook) => Hooks.Value.GetValueOrDefault(hook);

    private static Strength StrengthOf(string word) => word switch
    {
        "SHALL" or "SHALL NOT" => Strength.Shall,
        "SHOULD" or "SHOULD NOT" => Strength.Should,
        _ => Strength.May,
    };

    private static List<string[]> Rows(string name)
    {
        using var stream = typeof(RequirementTable).Assembly.GetManifestResourceStream($"Doctor/{name}")!;
        using var text = new StreamReader(stream);
        using var csv = new CsvParser(text, CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        while (csv.Read())
        {
            rows.Add(csv.Record!);
        }

        return rows[1..];
    }
}
