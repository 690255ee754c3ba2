using Sbirt.Content;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Content.Interventions;
using Sbirt.Content.Languages;
using Sbirt.Content.Thresholds;

namespace Sbirt.Tests.Content.Interventions;

/// <summary>The shipped library, loaded once, and made-up answers for the plans of the tests.</summary>
internal static class Plans
{
    public static InterventionLibrary Library { get; } = InterventionLibrary.LoadShipped();

    public static DateOnly Today { get; } = new(2026, 11, 21);

    public static Localized Japan { get; } = new("日本(厚生労働省)", "Japan (MHLW)");

    public static PlanRequest Request(string id, Language language, Person? person = null) =>
        new(id, language, person ?? Person.Unknown, Today);

    /// <summary>AUDIT answered "2 to 3 times a week", "5 or 6 drinks", with a total.</summary>
    public static PlanRequest WithAudit(this PlanRequest request, decimal? total, string frequency = "2-3-a-week", string amount = "5-6")
    {
        var scored = Audit(total, frequency, amount);
        var band = new Band("brief", 8, 14, new("減酒支援", "Brief intervention"), new("-", "-"), Seriousness.Moderate, request.InterventionId, false, null);
        var set = new ThresholdSet("jp-mhlw", "audit", "total", new(null, null, null, null), [band], [], new(2024, 4, 1), null);
        var finding = new Finding("jp-mhlw.audit.total.brief", Topic.Alcohol, Seriousness.Moderate, new("-", "-"), new("-", "-"), set, band, null, request.InterventionId, false, [], []);
        return request with { Scored = scored, Finding = finding, PackTitle = Japan };
    }

    public static Scored Audit(decimal? total, string frequency, string amount)
    {
        var instrument = new Instrument(
            "audit",
            "1.0.0",
            new("AUDIT(アルコール使用障害同定テスト)", "AUDIT (Alcohol Use Disorders Identification Test)"),
            new("-", "-"),
            Topic.Alcohol,
            new("-", "-", WordingStatus.Published, WordingStatus.Published),
            new(null, null, true, new("-", "-")),
            10,
            null,
            [],
            [],
            [],
            [],
            [],
            []);
        var scale = new Scale("total", true, new("-", "-"), ScaleKind.Sum, null, [], [], [], 1, 0, 40, false, "{score}");
        return new Scored(
            instrument,
            [Answer("audit-1", frequency), Answer("audit-2", amount)],
            [new ScaleScore(scale, total, total ?? 9, total ?? 13, [])],
            [],
            [],
            []);
    }

    private static ItemScore Answer(string linkId, string code)
    {
        var option = new Option(code, new(null, null), [], 1);
        return new ItemScore(new Item(linkId, new(null, null), new("-", "-"), ItemKind.Choice, [], [option], null, null, true), option, 1, 1, 1);
    }

    /// <summary>The shipped files with one of them changed.</summary>
    public static IReadOnlyList<ContentFile> FilesWith(string path, Func<string, string> change) =>
        [.. InterventionLibrary.Shipped().Select(file => file.Path == path ? file with { Text = change(file.Text) } : file)];
}
