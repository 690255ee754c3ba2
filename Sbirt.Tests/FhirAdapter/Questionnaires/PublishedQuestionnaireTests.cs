using System.Text;
using System.Text.Json.Nodes;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Questionnaires;
using Sbirt.FhirAdapter.Structure;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Questionnaires;

public sealed class PublishedQuestionnaireTests
{
    public static TheoryData<string> Ids { get; } = [.. Shipped.Content.Instruments.Instruments.Select(each => each.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_published_questionnaire_is_valid_R4_in_both_languages(string id)
    {
        foreach (var language in new[] { Language.Ja, Language.En })
        {
            StructureValidator.Validate(QuestionnaireWriter.Write(Shipped.Instrument(id), language)).ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_published_expression_is_longer_than_a_thousand_characters_or_nested_deeper_than_twenty(string id)
    {
        foreach (var expression in Expressions(Published(id)))
        {
            expression.Length.ShouldBeLessThanOrEqualTo(1000, expression);
            Depth(expression).ShouldBeLessThanOrEqualTo(20, expression);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_enableWhen_names_a_question_that_stands_before_it(string id)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in Published(id)["item"]!.AsArray())
        {
            foreach (var row in item!["enableWhen"]?.AsArray() ?? [])
            {
                seen.ShouldContain((string)row!["question"]!);
            }

            seen.Add((string)item["linkId"]!).ShouldBeTrue();
        }
    }

    [Fact]
    public void A_skip_rule_with_scores_becomes_one_line_per_fitting_option()
    {
        var item = Item("audit", "audit-2");
        item["enableWhen"]!.AsArray().Select(row => (string)row!["answerCoding"]!["code"]!)
            .ShouldBe(["monthly-or-less", "2-4-a-month", "2-3-a-week", "4-or-more-a-week"]);
        ((string)item["enableBehavior"]!).ShouldBe("any");
    }

    [Fact]
    public void An_option_carries_itemWeight_on_itself_and_ordinalValue_on_its_coding()
    {
        var option = Item("audit", "audit-9")["answerOption"]![2]!;
        ((string)option["extension"]![0]!["url"]!).ShouldBe("http://hl7.org/fhir/StructureDefinition/itemWeight");
        ((decimal)option["extension"]![0]!["valueDecimal"]!).ShouldBe(4);
        ((string)option["valueCoding"]!["extension"]![0]!["url"]!)
            .ShouldBe("http://hl7.org/fhir/StructureDefinition/ordinalValue");
        ((decimal)option["valueCoding"]!["extension"]![0]!["valueDecimal"]!).ShouldBe(4);
    }

    [Fact]
    public void The_AUDIT_total_goes_out_under_its_verified_LOINC_code()
    {
        var score = Item("audit", "audit-score-total");
        ((string)score["code"]![0]!["code"]!).ShouldBe("75624-7");
        ((bool)score["readOnly"]!).ShouldBeTrue();
    }

    [Fact]
    public void Wording_that_may_not_be_shipped_is_replaced_by_the_neutral_label()
    {
        var instrument = Shipped.Instrument("dast-10");
        instrument.Licence.Ja.ShouldBe(WordingStatus.NotShipped);
        ((string)Item("dast-10", instrument.Items[0].LinkId)["text"]!).ShouldBe(instrument.Items[0].Label.Ja);
    }

    [Fact]
    public void The_other_language_stands_beside_the_text_as_a_translation()
    {
        var published = JsonNode.Parse(QuestionnaireWriter.Write(Shipped.Instrument("audit"), Language.En))!;
        var item = published["item"]!.AsArray().First(each => (string)each!["linkId"]! == "audit-1")!;
        ((string)item["text"]!).ShouldBe("How often do you have a drink containing alcohol?");
        var translation = item["_text"]!["extension"]![0]!["extension"]!.AsArray();
        ((string)translation[0]!["valueCode"]!).ShouldBe("ja");
        ((string)translation[1]!["valueString"]!).ShouldBe("あなたはアルコール含有飲料をどのくらいの頻度で飲みますか?");
    }

    [Fact]
    public void The_score_of_suicidality_answers_is_not_shown_to_the_person() =>
        Item("c-ssrs", "c-ssrs-score-triage")["extension"]!.AsArray()
            .ShouldContain(extension => ((string)extension!["url"]!).EndsWith("questionnaire-hidden", StringComparison.Ordinal));

    [Fact]
    public void The_same_instrument_gives_the_same_bytes() =>
        Encoding.UTF8.GetString(QuestionnaireWriter.Write(Shipped.Instrument("phq-9")))
            .ShouldBe(Encoding.UTF8.GetString(QuestionnaireWriter.Write(Shipped.Instrument("phq-9"))));

    private static JsonNode Published(string id) => JsonNode.Parse(QuestionnaireWriter.Write(Shipped.Instrument(id)))!;

    private static JsonNode Item(string id, string linkId) =>
        Published(id)["item"]!.AsArray().First(item => (string)item!["linkId"]! == linkId)!;

    private static IEnumerable<string> Expressions(JsonNode questionnaire) => questionnaire["item"]!.AsArray()
        .SelectMany(item => item!["extension"]?.AsArray() ?? [])
        .Select(extension => (string?)extension!["valueExpression"]?["expression"])
        .OfType<string>();

    private static int Depth(string expression)
    {
        var (depth, deepest) = (0, 0);
        foreach (var letter in expression)
        {
            depth += letter switch { '(' => 1, ')' => -1, _ => 0 };
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }
}
