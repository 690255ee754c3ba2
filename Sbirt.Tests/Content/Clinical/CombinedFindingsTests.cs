using System.Collections.Immutable;
using Sbirt.Content;
using Sbirt.Content.Codes;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Content.Thresholds;
using Sbirt.Tests.Builders;
using Sbirt.Tests.FhirAdapter;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Clinical;

/// <summary>The order of the answers does not matter; findings that disagree are all shown, the most serious first.</summary>
public sealed class CombinedFindingsTests
{
    private const int Seed = 20240404;

    private static readonly ThresholdLibrary Library = Shipped.Content.Thresholds;

    public static TheoryData<string> Ids => ClinicalForms.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void K4_answers_in_another_order_give_the_same_scores_and_findings(string id)
    {
        var random = new Random(Seed);
        var form = ClinicalForms.Of(id);
        for (var i = 0; i < 40; i++)
        {
            var person = People.Any(random);
            var filled = FilledForm.Random(form, random, gaps: i % 2 == 0 ? 0 : 0.2);
            var turned = filled.Choices.Keys.Order(StringComparer.Ordinal).ToArray();
            random.Shuffle(turned);
            var sheet = SheetBuilder.ASheet(id);
            foreach (var linkId in turned)
            {
                _ = form.Instrument.Find(linkId) is { Range: null } item
                    ? sheet.WithCode(linkId, CodeSystems.Answers, item.Options[filled.Choices[linkId]].Code)
                    : sheet.With(linkId, filled.Choices[linkId]);
            }

            var (ours, other) = (filled.Score(person), form.Instrument.Score(sheet, person));
            Told(other).ShouldBe(Told(ours), filled.ToString());
            foreach (var pack in ClinicalForms.Packs)
            {
                Told(Judging.Judge(Library, pack, other, person)).ShouldBe(Told(Judging.Judge(Library, pack, ours, person)), filled.ToString());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void K7_the_most_serious_finding_leads_and_none_is_dropped(string id)
    {
        var random = new Random(Seed + 1);
        for (var i = 0; i < 60; i++)
        {
            var person = People.Any(random) with { Pregnant = random.Next(3) == 0 ? true : null };
            var scored = FilledForm.Random(ClinicalForms.Of(id), random, gaps: i % 3 == 0 ? 0.2 : 0).Score(person);
            foreach (var pack in ClinicalForms.Packs)
            {
                var judgement = Judging.Judge(Library, pack, scored, person);
                judgement.Findings.Select(finding => (int)finding.Seriousness).ShouldBeInOrder(SortDirection.Descending);
                judgement.Findings.Count(finding => finding.Set is not null)
                    .ShouldBe(Library.RulesFor(pack, id).Own.Scales.Length);
                judgement.Findings.ShouldAllBe(finding => finding.Evidence.Length > 0);
            }
        }
    }

    [Fact]
    public void K7_never_drinking_and_a_positive_audit_c_are_both_shown_and_the_positive_one_leads()
    {
        var filled = Filled("audit-c", ("audit-c-1", 0), ("audit-c-2", 4), ("audit-c-3", 4));
        var scored = filled.Score(new Person(Sex.Male, 40));
        var judgement = Judging.Judge(Library, "jp-mhlw", scored, new Person(Sex.Male, 40));

        scored.Main.Value.ShouldBe(8);
        scored.ScoreOf("audit-c-1").ShouldBe(0);
        judgement.Leading!.Band!.Id.ShouldBe("positive");
        judgement.Leading.Evidence[0].Value.ShouldBe(8);
    }

    [Fact]
    public void K7_never_drinking_with_answers_about_drinking_is_reported_answer_by_answer_in_the_audit()
    {
        var filled = Filled("audit", [.. Enumerable.Range(1, 10).Select(item => ($"audit-{item}", item == 1 ? 0 : item < 9 ? 4 : 2))]);
        var scored = filled.Score(Person.Unknown);

        scored.Main.Value.ShouldBe(8);
        scored.Hidden.Select(hidden => hidden.Item.LinkId).ShouldBe(Enumerable.Range(2, 7).Select(item => $"audit-{item}"));
        scored.Issues.Count(issue => issue.Reason.Code == "hidden-answer" && issue.Seriousness == Seriousness.Moderate).ShouldBe(7);
    }

    [Fact]
    public void K7_a_low_total_and_a_serious_sign_are_both_shown_and_the_sign_leads()
    {
        var mild = Filled("phq-9", [.. Enumerable.Range(1, 9).Select(item => ($"phq-9-{item}", item == 9 ? 1 : 0))]);
        var judgement = Judging.Judge(Library, "jp-mhlw", mild.Score(Person.Unknown), Person.Unknown);

        judgement.Findings.Select(finding => finding.Code).ShouldBe(["suicidality", "jp-mhlw.phq-9.total.minimal"]);
    }

    private static FilledForm Filled(string id, params (string LinkId, int Choice)[] choices) =>
        new(ClinicalForms.Of(id), choices.ToImmutableDictionary(each => each.LinkId, each => each.Choice));

    private static string Told(Scored scored) => string.Join('\n',
    [
        .. scored.Scales.Select(score => $"{score.Scale.Id} {score.Value} {score.Lower} {score.Upper} {string.Join(' ', score.Missing)}"),
        string.Join(' ', scored.Missing),
        string.Join(' ', scored.Answers.Select(answer => $"{answer.Item.LinkId}={answer.Score}")),
        .. scored.Issues.Select(issue => $"{issue.Reason.Code} {issue.Reason.Text.En} {issue.Reason.Path}"),
    ]);

    private static string Told(Judgement judgement) => string.Join('\n',
        judgement.Findings.Concat(judgement.Beside).Select(finding =>
            $"{finding.Code} {finding.Title.En} {finding.Intervention} {finding.HandOver} {string.Join(' ', finding.Assumptions)} {string.Join(' ', finding.Evidence)}"));
}
