using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sbirt.FhirAdapter.Directory;

namespace Sbirt.FhirAdapter.CdsHooks;

/// <summary>
/// Looks for what else in an order tells how long it lasts: bounds of a dosage, steps that follow one another (a dose
/// that is lowered slowly ends with its last step), repeats, extensions with numbers, a narrative, "60 days" in a text.
/// An order with any of these would contradict itself if its supply alone became shorter.
/// </summary>
internal static partial class DayWords
{
    // Nobody writes so much about one medicine; what is longer is not looked through and taken to tell of days.
    private const int MostTextChars = 4_000;

    private static readonly FrozenSet<string> Durations = new[]
    {
        "boundsDuration", "boundsRange", "boundsPeriod", "count", "countMax", "event",
        "initialFill", "dispenseInterval", "numberOfRepeatsAllowed",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> WordsOnly = new[]
    {
        "valueBoolean", "valueCode", "valueCodeableConcept", "valueCoding", "valueIdentifier", "valueMarkdown", "valueReference", "valueString", "valueUri",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool StandIn(JsonElement order) =>
        order.Member("text") is not null
        || order.Items("dosageInstruction").Select(dosage => ((JsonElement?)dosage).Written("sequence")).Distinct().Skip(1).Any()
        || new[] { "dosageInstruction", "dispenseRequest", "note", "extension" }.Any(name => order.Member(name) is { } part && SaysDays(part));

    private static bool SaysDays(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(member => (IsDuration(member.Name) && !IsNoRepeat(member)) || SaysDays(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(SaysDays),
        JsonValueKind.String => element.GetString() is { Length: > MostTextChars } || Days().IsMatch(element.GetString()!.Normalize(NormalizationForm.FormKC)),
        _ => false,
    };

    private static bool IsNoRepeat(JsonProperty member) =>
        member.NameEquals("numberOfRepeatsAllowed") && member.Value.ValueKind == JsonValueKind.Number && member.Value.GetRawText() == "0";

    // An extension's number is not read, so it is not known what it counts. A Quantity's own "value" is no extension's.
    private static bool IsDuration(string name) =>
        Durations.Contains(name)
        || (name.StartsWith("value", StringComparison.Ordinal) && name.Length > 5 && char.IsAsciiLetterUpper(name[5]) && !WordsOnly.Contains(name));

    [GeneratedRegex(@"[0-9一二三四五六七八九十百]\s{0,3}(日分|日間|週|[かヶケカ箇ヵ]月|days?\b|weeks?\b|months?\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 100)]
    private static partial Regex Days();
}
