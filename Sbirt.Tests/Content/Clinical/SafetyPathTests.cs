using System.Collections.Immutable;
using Sbirt.Content;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Content.Interventions;
using Sbirt.Content.Languages;
using Sbirt.Content.Thresholds;
using Sbirt.Tests.FhirAdapter;
using Sbirt.Tests.Oracles;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Clinical;

/// <summary>A sign of suicidality opens the safety path whatever the total, whatever is missing.</summary>
public sealed class SafetyPathTests
{
    private static readonly ClinicalForm Phq9 = ClinicalForms.Of("phq-9");
    private static readonly ClinicalForm Cssrs = ClinicalForms.Of("c-ssrs");

    public static TheoryData<int> Positive => [1, 2, 3];

    [Theory]
    [MemberData(nameof(Positive))]
    public void Q6_phq_9_item_9_leads_at_every_total(int answer)
    {
        for (var rest = 0; rest <= 24; rest++)
        {
            var filled = Phq9With(answer, rest);
            filled.Score(Person.Unknown).Main.Value.ShouldBe(answer + rest);
            ShouldLead(filled);
        }
    }

    [Theory]
    [MemberData(nameof(Positive))]
    public void Q6_phq_9_item_9_leads_whatever_else_is_missing(int answer)
    {
        ShouldLead(new FilledForm(Phq9, ImmutableDictionary<string, int>.Empty.Add("phq-9-9", answer)));
        var random = new Random(answer);
        for (var i = 0; i < 40; i++)
        {
            ShouldLead(FilledForm.Random(Phq9, random, gaps: 0.4).With("phq-9-9", answer));
        }
    }

    [Fact]
    public void Phq_9_without_item_9_or_with_a_never_to_it_opens_no_safety_path()
    {
        for (var rest = 0; rest <= 24; rest++)
        {
            var filled = Phq9With(0, rest);
            foreach (var sheet in new[] { filled, filled.Without(["phq-9-9"]) })
            {
                Judge(sheet, "jp-mhlw").Findings.ShouldNotContain(finding => finding.Code == "suicidality");
            }
        }
    }

    [Fact]
    public void Q6_any_yes_of_the_c_ssrs_leads_and_no_yes_opens_nothing()
    {
        var linkIds = Cssrs.Instrument.Items.Select(item => item.LinkId).ToArray();
        IEnumerable<FilledForm> sheets = [new FilledForm(Cssrs, ImmutableDictionary<string, int>.Empty)];

        // Every item yes, no, or not answered: 2,187 sheets.
        sheets = linkIds.Aggregate(sheets, (all, linkId) => all.SelectMany(sheet => new[] { sheet, sheet.With(linkId, 0), sheet.With(linkId, 1) }));
        foreach (var sheet in sheets)
        {
            var opens = CssrsOracle.OpensSafetyPath(sheet.For(Cssrs.Scales[0], Person.Unknown));
            opens.ShouldBe(sheet.Choices.ContainsValue(1));
            if (opens)
            {
                ShouldLead(sheet, "jp-mhlw", Language.Ja);
            }
            else
            {
                Judge(sheet, "jp-mhlw").Findings.ShouldNotContain(finding => finding.Code == "suicidality", sheet.ToString());
            }
        }
    }

    [Fact]
    public void Q6_one_yes_of_the_c_ssrs_leads_in_every_pack_and_language()
    {
        foreach (var item in Cssrs.Instrument.Items)
        {
            ShouldLead(new FilledForm(Cssrs, ImmutableDictionary<string, int>.Empty.Add(item.LinkId, 1)));
        }
    }

    private static FilledForm Phq9With(int ninth, int rest) => new(
        Phq9,
        Enumerable.Range(1, 8)
            .Select(item => KeyValuePair.Create($"phq-9-{item}", Math.Clamp(rest - (3 * (item - 1)), 0, 3)))
            .Append(KeyValuePair.Create("phq-9-9", ninth))
            .ToImmutableDictionary());

    private static Judgement Judge(FilledForm filled, string pack) =>
        Judging.Judge(Shipped.Content.Thresholds, pack, filled.Score(Person.Unknown), Person.Unknown);

    private static void ShouldLead(FilledForm filled)
    {
        foreach (var pack in ClinicalForms.Packs)
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                ShouldLead(filled, pack, language);
            }
        }
    }

    private static void ShouldLead(FilledForm filled, string pack, Language language)
    {
        var judgement = Judge(filled, pack);
        var leading = judgement.Leading.ShouldNotBeNull(filled.ToString());
        leading.Code.ShouldBe("suicidality", filled.ToString());
        leading.Seriousness.ShouldBe(Seriousness.Urgent);
        leading.Topic.ShouldBe(Topic.Suicidality);
        leading.Evidence.ShouldNotBeEmpty();
        judgement.Intervention.ShouldBe("suicidality-urgent");
        judgement.HandOver.ShouldBeTrue();

        var plan = Planning.Plan(Shipped.Content.Interventions, new PlanRequest(
            judgement.Intervention!,
            language,
            Person.Unknown,
            new DateOnly(2026, 11, 21),
            filled.Score(Person.Unknown),
            leading,
            Shipped.Content.Thresholds.Find(pack)!.Title));
        plan.InterventionId.ShouldBe("suicidality-urgent");
        plan.Steps[0].Kind.ShouldBe(StepKind.Safety);
        plan.Note.ShouldNotBeEmpty();
        plan.HandoutMarkdown.ShouldNotBeEmpty();
        plan.FollowUpDates[0].ShouldBe(new DateOnly(2026, 11, 22));
    }
}
