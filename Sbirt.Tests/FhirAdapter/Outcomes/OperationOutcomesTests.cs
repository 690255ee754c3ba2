using System.Text;
using System.Text.Json;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Outcomes;
using Sbirt.FhirAdapter.Structure;
using Sbirt.FhirAdapter.Structure.Walk;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Outcomes;

public sealed class OperationOutcomesTests
{
    private static readonly Reason OutOfRange = new(
        "answer-out-of-range",
        new Localized("範囲の外の答えです。", "The answer is outside its range."),
        "QuestionnaireResponse.item[0].answer[0].value");

    [Fact]
    public void A_refusal_reads_like_this() =>
        Json(OperationOutcomes.Refusal(OutOfRange, Language.Ja, """
            {"resourceType":"QuestionnaireResponse",
            "item":[{"answer":[{"valueInteger":9}]}]}
            """u8)).ShouldBe(
            """
            {"resourceType":"OperationOutcome","language":"ja","issue":[{"severity":"error","code":"value",
            "details":{"coding":[{"system":"https://sbirt.example/fhir/CodeSystem/sbirt-reasons",
            "code":"answer-out-of-range"}],"text":"範囲の外の答えです。"},
            "location":["line 2, column 36"],
            "expression":["QuestionnaireResponse.item[0].answer[0].value"]}]}
            """.ReplaceLineEndings(string.Empty));

    [Fact]
    public void The_text_is_in_the_language_asked_for() =>
        Json(OperationOutcomes.Refusal(OutOfRange, Language.En)).ShouldContain("The answer is outside its range.");

    [Theory]
    [InlineData("invalid-json", 400)]
    [InlineData("answer-unknown-item", 422)]
    [InlineData("version-conflict", 412)]
    [InlineData("conflict", 409)]
    [InlineData("precondition-required", 428)]
    [InlineData("too-many-requests", 429)]
    [InlineData("body-too-large", 413)]
    [InlineData("unsupported-media-type", 415)]
    [InlineData("not-acceptable", 406)]
    [InlineData("method-not-allowed", 405)]
    [InlineData("not-found", 404)]
    [InlineData("gone", 410)]
    [InlineData("unauthenticated", 401)]
    [InlineData("forbidden", 403)]
    [InlineData("store-unavailable", 503)]
    [InlineData("internal-error", 500)]
    public void A_code_has_its_status(string code, int status) =>
        OperationOutcomes.Refusal(OutOfRange with { Code = code }, Language.En).Status.ShouldBe(status);

    [Fact]
    public void Every_reason_becomes_an_issue_and_the_first_decides_the_status()
    {
        var outcome = OperationOutcomes.Refusal([OutOfRange, HttpReasons.NotFound], Language.En);
        outcome.Status.ShouldBe(422);
        using var json = JsonDocument.Parse(outcome.Json);
        json.RootElement.GetProperty("issue").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public void A_code_that_is_not_in_the_table_is_our_mistake_and_throws() =>
        Should.Throw<InvalidOperationException>(
            () => OperationOutcomes.Refusal(OutOfRange with { Code = "never-listed" }, Language.En));

    [Fact]
    public void Every_outcome_is_itself_a_valid_OperationOutcome()
    {
        foreach (var code in OutcomeKinds.Codes)
        {
            var outcome = OperationOutcomes.Refusal(
                OutOfRange with { Code = code, At = new TextPlace(3, 4) }, Language.Ja);
            StructureValidator.Validate(outcome.Json.Span).ShouldBeEmpty(code);
        }
    }

    [Fact]
    public void Every_fault_of_a_body_becomes_an_issue_with_its_place()
    {
        var faults = StructureValidator.Validate("""{"resourceType":"Patient","gender":"m","nam":1}"""u8);
        var outcome = OperationOutcomes.Refusal(faults, Language.En);
        outcome.Status.ShouldBe(400);
        StructureValidator.Validate(outcome.Json.Span).ShouldBeEmpty();
        Json(outcome).ShouldBe(
            """
            {"resourceType":"OperationOutcome","language":"en","issue":[{"severity":"error","code":"code-invalid",
            "details":{"coding":[{"system":"https://sbirt.example/fhir/CodeSystem/sbirt-reasons",
            "code":"code-not-in-value-set"}],
            "text":"The code is not in the required value set. (R4: female | male | other | unknown)"},
            "location":["line 1, column 36"],"expression":["Patient.gender"]},
            {"severity":"error","code":"structure",
            "details":{"coding":[{"system":"https://sbirt.example/fhir/CodeSystem/sbirt-reasons",
            "code":"unknown-element"}],"text":"R4 has no such element here."},
            "location":["line 1, column 40"],"expression":["Patient.nam"]}]}
            """.ReplaceLineEndings(string.Empty));
    }

    [Fact]
    public void Validation_answers_200_either_way()
    {
        var valid = OperationOutcomes.Validation([], Language.Ja);
        valid.Status.ShouldBe(200);
        StructureValidator.Validate(valid.Json.Span).ShouldBeEmpty();
        Json(valid).ShouldContain("\"severity\":\"information\"");
        OperationOutcomes.Validation(StructureValidator.Validate("{}"u8), Language.Ja).Status.ShouldBe(200);
    }

    [Fact]
    public void Every_code_of_a_structure_fault_has_its_line_and_its_sentence()
    {
        var codes = typeof(FaultCodes).GetFields()
            .Where(field => field.IsLiteral && field.FieldType == typeof(string))
            .Select(field => (string)field.GetRawConstantValue()!)
            .ToArray();
        codes.Length.ShouldBeGreaterThan(15);
        codes.ShouldAllBe(code => OutcomeKinds.Of(code).Status == 400 && FaultTexts.Of(code).Ja.Length > 0);
    }

    private static string Json(Outcome outcome) => Encoding.UTF8.GetString(outcome.Json.Span);
}
