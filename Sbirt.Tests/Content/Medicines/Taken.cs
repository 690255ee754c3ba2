using System.Collections.Immutable;
using Sbirt.Content.Medicines;
using Sbirt.Content.Findings;

namespace Sbirt.Tests.Content.Medicines;

/// <summary>Builds uses and facts; each test names only what matters.</summary>
internal static class Taken
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    public static readonly MedicineLibrary Library = MedicineLibrary.LoadShipped();

    private static int next;

    public static MedicineUse Draft(string ingredient, int? days = 14, decimal? daily = null, string? by = "here", string? id = null) =>
        Use(ingredient, 0, days, daily, by, id) with { IsDraft = true };

    /// <summary>Ordered so many days before today.</summary>
    public static MedicineUse Use(string ingredient, int daysAgo, int? days = 30, decimal? daily = null, string? by = "here", string? id = null) =>
        new(
            id ?? $"use-{++next}",
            Library.Find(ingredient) ?? throw new InvalidOperationException(ingredient),
            UseKind.Order,
            false,
            DaySpan.On(Today.AddDays(-daysAgo)),
            days,
            false,
            daily is { } amount ? DailyAmount.Of(amount) : null,
            false,
            By(by));

    public static PrescribingSource By(string? name) => name is null ? PrescribingSource.Unknown : new PrescribingSource("Practitioner/" + name, "Organization/" + name);

    public static MedicineFacts Facts(params IEnumerable<MedicineUse> uses) => new(Today, [.. uses]);

    public static MedicineJudgement Judge(params IEnumerable<MedicineUse> uses) => MedicineJudging.Judge(Library, Facts(uses));

    public static MedicineFinding? Finding(this MedicineJudgement judgement, string rule) => judgement.Findings.FirstOrDefault(finding => finding.RuleId == rule);

    public static ImmutableArray<string> RuleIds(this MedicineJudgement judgement) => [.. judgement.Findings.Select(finding => finding.RuleId)];

    public static bool IsOpen(this MedicineJudgement judgement, string rule) => judgement.Open.Any(question => question.Rule.Id == rule);

    public static DrinkingFact Drinking(Seriousness seriousness, int daysAgo = 30) => new(seriousness, Today.AddDays(-daysAgo));
}
