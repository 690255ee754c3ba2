using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sbirt.Content;
using Sbirt.Content.Cards;
using Sbirt.Content.Codes;
using Sbirt.Content.Findings;

namespace Sbirt.Tests.Benchmarks;

/// <summary>The numbers and codes of our content as parameters of the CQL library, so that both sides decide by the same ones.</summary>
internal static class ScreeningParameters
{
    private const string Audit = "audit";

    public static string Of(ContentLibrary content, string packId, DateOnly today)
    {
        var (rules, audit, pack) = (content.Prompts, content.Instruments.Find(Audit)!, content.Thresholds.Find(packId)!);
        var bands = pack.Sets.Single(set => set is { InstrumentId: Audit, ScaleId: "total" }).Bands;
        var dependence = pack.Modifiers.Single(modifier => modifier is { InstrumentId: Audit, Id: "dependence-subscore" });
        var young = pack.Modifiers.Single(modifier => modifier is { InstrumentId: Audit, Id: "alcohol-under-20" });
        var points = audit.Items.SelectMany(item => item.Options).DistinctBy(option => option.Code).ToList();
        var diagnoses = rules.Reasons.Where(reason => reason is { Result: null, WithinDays: null }).SelectMany(reason => reason.Conditions).ToImmutableArray();
        var gammaGt = rules.Reason("gamma-gt").Result!;
        return JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["Today"] = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["Form"] = audit.Canonical.Split('|')[0],
            ["Answers"] = points.Select(option => option.Code),
            ["Points"] = points.Select(option => option.Score),
            ["ModerateFrom"] = bands.First(band => band.Seriousness == Seriousness.Moderate).From,
            ["HighFrom"] = bands.First(band => band.Seriousness == Seriousness.High).From,
            ["DependenceItems"] = dependence.On,
            ["DependenceFrom"] = dependence.AtLeast,
            ["DrinkingItem"] = young.On.Single(),
            ["DrinkingFrom"] = young.AtLeast,
            ["DrinkingToAge"] = young.AppliesTo.MaxAge!,
            ["ResultWaits"] = rules.Days.ResultWaits,
            ["BeforeReferralWaits"] = rules.Days.ReferralWaits - 1,
            ["HandOverWaits"] = rules.Days.HandOverWaits,
            ["BeforeAskAgain"] = rules.Days.AskAgain - 1,
            ["ResultsLookedAt"] = rules.Days.ResultsLookedAt,
            ["FromAge"] = rules.FromAge,
            ["TaskSystem"] = CodeSystems.Base + "/CodeSystem/sbirt-task",
            ["PlaceSystem"] = CodeSystems.ResourceTypes,
            ["OpenRequests"] = (string[])["draft", "active", "on-hold"],
            ["OpenTasks"] = (string[])["draft", "requested", "received", "accepted", "ready", "in-progress", "on-hold"],
            ["MadeResults"] = (string[])["final", "amended", "corrected", "preliminary"],
            ["DiagnosisSystems"] = diagnoses.Concat(rules.Known).Select(set => set.System).Distinct(StringComparer.Ordinal),
            ["KnownCodes"] = Pattern(rules.Known),
            ["ReasonCodes"] = Pattern(diagnoses),
            ["GammaGtSystems"] = gammaGt.Codes.Select(set => set.System),
            ["GammaGtCodes"] = Pattern(gammaGt.Codes),
            ["GammaGtUnits"] = gammaGt.Units,
            ["GammaGtFrom"] = gammaGt.AtLeast,
        });
    }

    /// <summary>The codes and beginnings of codes as one regular expression.</summary>
    private static string Pattern(IEnumerable<CodeSet> sets) => "(" + string.Join('|', sets
        .SelectMany(set => set.Codes.Select(Regex.Escape).Concat(set.Prefixes.Select(prefix => Regex.Escape(prefix) + ".*")))
        .Distinct(StringComparer.Ordinal)) + ")";
}
