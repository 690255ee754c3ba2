using System.Text.Json.Nodes;
using Sbirt.Content.Instruments;
using Sbirt.FhirAdapter.Reading;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Reading;

public sealed class QuestionnaireResponseReaderTests
{
    [Fact]
    public void Answers_come_in_the_order_of_the_response_with_their_place()
    {
        var sheet = AResponse.To("audit-c").Coded("audit-c-1", "never").Number("audit-c-2", 0).ReadOk().Sheets[0];
        sheet.InstrumentId.ShouldBe("audit-c");
        sheet.Answers.Select(answer => answer.LinkId).ShouldBe(["audit-c-1", "audit-c-2"]);
        sheet.Answers[1].Path.ShouldBe("QuestionnaireResponse.item[1].answer[0]");
    }

    [Theory]
    [InlineData("entered-in-error")]
    [InlineData("stopped")]
    [InlineData("something-else")]
    public void J8_a_status_that_cannot_be_used_is_refused(string status) =>
        AResponse.To("audit-c").With("status", status).Refusals().ShouldBe(["status-not-usable"]);

    [Theory]
    [InlineData("in-progress", ResponseStatus.InProgress)]
    [InlineData("completed", ResponseStatus.Completed)]
    [InlineData("amended", ResponseStatus.Amended)]
    public void A_usable_status_is_kept(string status, ResponseStatus expected) =>
        AResponse.To("audit-c").With("status", status).ReadOk().Status.ShouldBe(expected);

    [Fact]
    public void Q3_another_version_of_the_questionnaire_is_never_scored() =>
        AResponse.ToForm("https://sbirt.example/fhir/Questionnaire/audit|0.9.0").Refusals()
            .ShouldBe(["questionnaire-version-mismatch"]);

    [Theory]
    [InlineData("https://elsewhere.example/fhir/Questionnaire/mood")]
    [InlineData("#not-there")]
    public void Q3_an_unknown_questionnaire_is_refused(string canonical) =>
        AResponse.ToForm(canonical).Refusals().ShouldBe(["questionnaire-unknown"]);

    [Theory]
    [InlineData("audit-c")]
    [InlineData("Questionnaire/audit-c")]
    [InlineData("http://127.0.0.1:5080/fhir/Questionnaire/audit-c")]
    public void Our_form_is_known_by_its_id_too_and_the_missing_version_is_said(string canonical)
    {
        var read = AResponse.ToForm(canonical).Coded("audit-c-1", "never").ReadOk();
        read.Sheets[0].InstrumentId.ShouldBe("audit-c");
        read.Issues.Select(issue => issue.Reason.Code).ShouldBe(["questionnaire-version-not-told"]);
    }

    [Fact]
    public void A_copy_under_another_address_that_asks_something_else_is_not_ours() =>
        AResponse.ToForm("https://elsewhere.example/Questionnaire/audit-c").Coded("audit-c-1", "never").Coded("extra", "x")
            .Refusals().ShouldBe(["questionnaire-unknown"]);

    [Fact]
    public void Without_a_questionnaire_linkIds_of_one_instrument_only_tell_which_it_is_and_that_is_said()
    {
        var read = AResponse.ToNoForm().Coded("phq-2-1", "not-at-all").ReadOk();
        read.Sheets[0].InstrumentId.ShouldBe("phq-2");
        read.Issues.Select(issue => issue.Reason.Code).ShouldBe(["questionnaire-recognised"]);
    }

    [Fact]
    public void Without_a_questionnaire_and_with_foreign_linkIds_the_response_is_refused() =>
        AResponse.ToNoForm().Coded("q1", "never").Refusals().ShouldBe(["questionnaire-missing"]);

    [Fact]
    public void J7_a_modifierExtension_anywhere_refuses_the_response()
    {
        var modifier = new JsonArray(new JsonObject { ["url"] = "urn:x", ["valueBoolean"] = true });
        AResponse.To("audit-c").With("modifierExtension", modifier).Refusals().ShouldBe(["modifier-extension-unknown"]);
        AResponse.To("audit-c")
            .Item(new JsonObject { ["linkId"] = "audit-c-1", ["modifierExtension"] = modifier.DeepClone() })
            .Refusals().ShouldBe(["modifier-extension-unknown"]);
        AResponse.To("audit-c")
            .Answer("audit-c-1", new JsonObject { ["valueInteger"] = 1, ["modifierExtension"] = modifier.DeepClone() })
            .Refusals().ShouldBe(["modifier-extension-unknown"]);
    }

    [Fact]
    public void Q7_five_thousand_items_are_read_and_one_more_is_refused()
    {
        Many(5_000).ReadOk().Sheets[0].Answers.Length.ShouldBe(0);
        Many(5_001).Refusals().ShouldBe(["too-many-items"]);

        static AResponse Many(int count)
        {
            var response = AResponse.To("audit-c");
            for (var i = 0; i < count; i++)
            {
                response.Item(new JsonObject { ["linkId"] = "g" });
            }

            return response;
        }
    }

    [Fact]
    public void Q7_thirty_levels_are_walked_and_one_more_is_refused()
    {
        Nested(30).ReadOk().Sheets[0].Answers.Select(answer => answer.LinkId).ShouldBe(["audit-c-1"]);
        Nested(31).Refusals().ShouldBe(["too-deep"]);

        static AResponse Nested(int levels)
        {
            var item = new JsonObject
            {
                ["linkId"] = "audit-c-1",
                ["answer"] = new JsonArray(AResponse.Coding(null, "never")),
            };
            for (var level = 1; level < levels; level++)
            {
                item = new JsonObject { ["linkId"] = "group", ["item"] = new JsonArray(item) };
            }

            return AResponse.To("audit-c").Item(item);
        }
    }

    [Fact]
    public void Items_inside_answers_are_found()
    {
        var inner = new JsonObject { ["linkId"] = "audit-c-2", ["answer"] = new JsonArray(AResponse.Coding(null, "1-2")) };
        var outer = AResponse.Coding(null, "never");
        outer["item"] = new JsonArray(inner);
        AResponse.To("audit-c").Answer("audit-c-1", outer).ReadOk().Sheets[0].Answers.Select(answer => answer.Path)
            .ShouldBe(["QuestionnaireResponse.item[0].answer[0]", "QuestionnaireResponse.item[0].answer[0].item[0].answer[0]"]);
    }

    [Fact]
    public void Every_kind_of_value_is_told_apart()
    {
        var values = AResponse.To("audit-c")
            .Answer("audit-c-1", AResponse.Coding("http://loinc.org", "LA6270-8", "Never"))
            .Answer("audit-c-1", new JsonObject { ["valueInteger"] = 2 })
            .Answer("audit-c-1", new JsonObject { ["valueDecimal"] = 2.5m })
            .Answer("audit-c-1", new JsonObject { ["valueBoolean"] = true })
            .Answer("audit-c-1", new JsonObject { ["valueString"] = "飲まない" })
            .Answer("audit-c-1", new JsonObject { ["valueDate"] = "2026-01-01" })
            .ReadOk().Sheets[0].Answers.Select(answer => answer.Value);
        values.ShouldBe([
            new AnswerValue.Coded("http://loinc.org", "LA6270-8", "Never"),
            new AnswerValue.Number(2),
            new AnswerValue.Number(2.5m),
            new AnswerValue.Truth(true),
            new AnswerValue.Words("飲まない"),
            new AnswerValue.Unsupported("Date"),
        ]);
    }

    [Fact]
    public void Weights_are_read_from_the_answer_and_from_its_coding()
    {
        var answer = AResponse.Coding(null, "never");
        answer["valueCoding"]!["extension"] = Weight("http://hl7.org/fhir/StructureDefinition/ordinalValue", 0);
        answer["extension"] = Weight("http://hl7.org/fhir/StructureDefinition/itemWeight", 3);
        AResponse.To("audit-c").Answer("audit-c-1", answer).ReadOk().Sheets[0].Answers[0].StatedWeights
            .ShouldBe([0m, 3m], ignoreOrder: true);

        static JsonArray Weight(string url, decimal value) =>
            [new JsonObject { ["url"] = url, ["valueDecimal"] = value }];
    }

    [Fact]
    public void Q4_a_stated_total_is_read_as_such_and_never_as_an_answer()
    {
        var sheet = AResponse.To("audit-c").Coded("audit-c-1", "never").Number("audit-c-score-total", 9).ReadOk().Sheets[0];
        sheet.Answers.Length.ShouldBe(1);
        sheet.StatedScores.ShouldBe([new StatedScore("total", null, 9, "QuestionnaireResponse.item[1].answer[0]")]);
    }

    [Fact]
    public void Q4_a_stated_total_that_differs_is_reported_and_our_number_used()
    {
        var scored = AResponse.To("audit-c")
            .Coded("audit-c-1", "4-or-more-a-week").Coded("audit-c-2", "3-4").Coded("audit-c-3", "never")
            .Number("audit-c-score-total", 9).Score();
        scored.Main.Value.ShouldBe(5);
        scored.Issues.Select(issue => issue.Reason.Code).ShouldContain("score-mismatch");
    }

    [Theory]
    [InlineData("Patient/1", true)]
    [InlineData("https://ehr.example/fhir/Patient/1", true)]
    [InlineData("Practitioner/2", false)]
    [InlineData("RelatedPerson/3", null)]
    public void Who_answered_is_read_from_the_source(string reference, bool? expected)
    {
        var read = AResponse.To("audit-c").With("source", new JsonObject { ["reference"] = reference }).ReadOk();
        read.SelfCompleted.ShouldBe(expected);
        read.Sheets[0].SelfCompleted.ShouldBe(expected);
    }

    [Fact]
    public void What_stands_around_the_answers_is_kept()
    {
        var read = AResponse.To("audit-c")
            .With("id", "qr-1")
            .With("language", "en-US")
            .With("authored", "2026-03")
            .With("subject", new JsonObject { ["reference"] = "Patient/1" })
            .With("identifier", new JsonObject { ["system"] = "urn:s", ["value"] = "v" })
            .ReadOk();
        read.Id.ShouldBe("qr-1");
        read.Language.ShouldBe(Sbirt.Content.Languages.Language.En);
        read.Authored.ShouldBe("2026-03");
        read.Subject.ShouldBe("Patient/1");
        read.Identifier.ShouldBe(new BusinessIdentifier("urn:s", "v"));
    }
}
