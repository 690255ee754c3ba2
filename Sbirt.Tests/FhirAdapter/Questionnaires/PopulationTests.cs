using System.Text.Json.Nodes;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Questionnaires;
using Sbirt.FhirAdapter.Structure;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Questionnaires;

public sealed class PopulationTests
{
    [Fact]
    public void A_populated_response_names_form_and_person_asks_every_question_and_answers_none()
    {
        var response = JsonNode.Parse(Populated("Patient/1").Response)!;
        response["questionnaire"]!.GetValue<string>().ShouldStartWith("https://sbirt.example/fhir/Questionnaire/audit-c|");
        response["status"]!.GetValue<string>().ShouldBe("in-progress");
        response["subject"]!["reference"]!.GetValue<string>().ShouldBe("Patient/1");
        response["authored"].ShouldBeNull();
        response["item"]!.AsArray().Count.ShouldBe(3);
        response["item"]!.AsArray().ShouldAllBe(item => item!["answer"] == null);
    }

    [Fact]
    public void What_could_not_be_filled_is_said()
    {
        Populated("Patient/1").Unfilled.Select(reason => reason.Code).ShouldBe(["answers-not-filled"]);
        Populated(null).Unfilled.Select(reason => reason.Code).ShouldBe(["subject-not-filled", "answers-not-filled"]);
    }

    [Fact]
    public void Earlier_answers_to_the_same_questions_are_carried_over_and_score_the_same()
    {
        var earlier = AResponse.To("audit-c")
            .Coded("audit-c-1", "2-3-a-week").Coded("audit-c-2", "5-6").Coded("audit-c-3", "never").Score();
        var populated = Population.Populate(earlier.Instrument, null, earlier.Answers, Language.Ja);

        var copy = System.Text.Json.JsonDocument.Parse(populated.Response).RootElement;
        var read = Sbirt.FhirAdapter.Reading.QuestionnaireResponseReader.Read(copy, Shipped.Lookup)
            .ShouldBeOfType<Sbirt.Content.Findings.Reading<Sbirt.FhirAdapter.Reading.ReadResponse>.Ok>().Value;
        AResponse.Score(read.Sheets[0]).Main.Value.ShouldBe(5);
        populated.Unfilled.Select(reason => reason.Code).ShouldBe(["subject-not-filled"]);
    }

    [Fact]
    public void The_answer_of_the_operation_is_valid_R4()
    {
        var parameters = Population.Write(Populated(null), Language.En);
        StructureValidator.Validate(parameters).ShouldBeEmpty();
        JsonNode.Parse(parameters)!["parameter"]!.AsArray().Select(each => each!["name"]!.GetValue<string>())
            .ShouldBe(["response", "issues"]);
    }

    private static Populated Populated(string? subject) =>
        Population.Populate(Shipped.Instrument("audit-c"), subject, [], Language.Ja);
}
