using Sbirt.Content.Codes;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Tests.Builders;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Builders.SheetBuilder;

namespace Sbirt.Tests.Content.Instruments;

/// <summary>Totals that the sender claims: AUDIT 14, of which AUDIT-C 7, from the answers.</summary>
public sealed class StatedScoreTests
{
    private const string AuditTotal = "75624-7";
    private const string AuditCTotal = "75626-2";
    private const string DastTotal = "82667-7";

    [Theory]
    [InlineData(AuditTotal, 14, null)]
    [InlineData(AuditCTotal, 7, null)]
    [InlineData(AuditTotal, 15, "score-mismatch")]
    [InlineData(AuditCTotal, 14, "code-swap")]
    [InlineData(AuditTotal, 7, "code-swap")]
    [InlineData(AuditCTotal, 13, "code-swap")]
    [InlineData("44261-6", 14, "score-not-compared")]
    public void Q4_a_total_is_held_against_the_score_its_code_names(string loinc, int value, string? issue) =>
        IssuesOf(Sheet().Stating(null, loinc, value)).ShouldBe(issue is null ? [] : [issue]);

    [Theory]
    [InlineData("total", null, 14, null)]
    [InlineData("total", null, 13, "score-mismatch")]
    [InlineData("total", AuditTotal, 14, null)]
    [InlineData("total", AuditCTotal, 14, "code-swap")]
    [InlineData("consumption", AuditTotal, 7, "code-swap")]
    [InlineData("total", "44261-6", 14, null)]
    public void A_total_is_held_against_the_score_its_place_names(string scale, string? loinc, int value, string? issue) =>
        IssuesOf(Sheet().Stating(scale, loinc, value)).ShouldBe(issue is null ? [] : [issue]);

    [Theory]
    [InlineData("audit-score-total", 14, null)]
    [InlineData("audit-score-total", 15, "score-mismatch")]
    [InlineData("audit-score-consumption", 14, "code-swap")]
    public void A_total_may_come_under_our_own_code(string code, int value, string? issue)
    {
        var sheet = Sheet().Build() with { StatedScores = [new StatedScore(null, new Code(CodeSystems.Items, code), value, "here")] };

        Scoring.Score(Yaml.Audit, sheet, Sbirt.Content.Person.Unknown).ShouldBeOfType<Reading<Scored>.Ok>().Value
            .Issues.Select(each => each.Reason.Code).ShouldBe(issue is null ? [] : [issue]);
    }

    [Fact]
    public void A_wrong_total_under_a_wrong_code_has_both_issues() =>
        IssuesOf(Sheet().Stating("total", AuditCTotal, 12)).ShouldBe(["code-swap", "score-mismatch"]);

    [Fact]
    public void A_code_of_another_instrument_is_a_swap()
    {
        var other = Yaml.File(
            """
            items:
              - linkId: other-1
                text: { ja: 回数, en: How often }
                range: { min: 0, max: 10 }
            scales:
              - { id: total, main: true, title: { ja: 合計, en: Total }, items: [ other-1 ], loinc: 82667-7 }

            """,
            "other");
        var audit = ContentFile.Embedded("Instruments").Where(file => file.Path == "Instruments/audit.yaml");
        var library = InstrumentLibrary.Load([.. audit, other]);

        library.Find("audit")!.Score(Sheet().Stating(null, DastTotal, 14)).Issues
            .ShouldHaveSingleItem().Reason.Code.ShouldBe("code-swap");
    }

    [Theory]
    [InlineData(10, "score-unconfirmed", Seriousness.Low)]
    [InlineData(20, "score-mismatch", Seriousness.Moderate)]
    public void A_total_with_answers_missing_is_not_confirmed(int value, string code, Seriousness seriousness)
    {
        var scored = Yaml.Audit.Score(AnAudit(3, 2, 2, 1, 0, null, 1, 0, 0, 0).Stating("total", null, value));

        scored.Main.Value.ShouldBeNull();
        scored.Issues.Select(issue => (issue.Reason.Code, issue.Seriousness)).ShouldContain((code, seriousness));
    }

    [Fact]
    public void The_issue_names_the_score_that_was_used()
    {
        var issue = Yaml.Audit.Score(Sheet().Stating("total", null, 13)).Issues.ShouldHaveSingleItem();

        issue.Reason.Text.En.ShouldContain("14");
        issue.Reason.Text.En.ShouldNotContain("13");
        issue.Reason.Path.ShouldBe("stated.total");
    }

    private static SheetBuilder Sheet() => AnAudit(3, 2, 2, 1, 0, 1, 1, 0, 2, 2);

    private static IEnumerable<string> IssuesOf(SheetBuilder sheet) =>
        Yaml.Audit.Score(sheet).Issues.Select(issue => issue.Reason.Code);
}
