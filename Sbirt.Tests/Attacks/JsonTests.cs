using System.Net.Http.Headers;
using System.Text;
using Sbirt.Tests.Hosts;
using Sbirt.Tests.Service.Screening;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.Screening.Sheets;

namespace Sbirt.Tests.Attacks;

/// <summary>Bodies that mean harm or two things at once.</summary>
public sealed class JsonTests(SbirtServerFixture server) : IClassFixture<SbirtServerFixture>
{
    [Theory]
    [InlineData("""{"resourceType":"QuestionnaireResponse","resourceType":"Patient","status":"completed"}""")]
    [InlineData("""{"resourceType":"QuestionnaireResponse","status":"completed","status":"amended"}""")]
    [InlineData("""{"resourceType":"QuestionnaireResponse","status":"completed","item":[{"linkId":"a","link\u0049d":"b"}]}""")]
    public async Task J3_a_name_written_twice_is_refused(string body) =>
        (await server.Running.PostAsync(Assess, body)).ShouldRefuse(400, "duplicate-key");

    [Fact]
    public async Task J4_what_is_no_resource_is_refused_each_with_its_reason()
    {
        (await server.Running.PostAsync(Assess, "[]")).ShouldRefuse(400, "not-an-object");
        (await server.Running.PostAsync(Assess, "\"QuestionnaireResponse\"")).ShouldRefuse(400, "not-an-object");
        (await server.Running.PostAsync(Assess, "")).ShouldBe(400);
        (await server.Running.PostAsync(Assess, "{}")).ShouldRefuse(400, "resource-type-missing");
        (await server.Running.PostAsync(Assess, """{"resourceType":"Nonsense"}""")).ShouldRefuse(400, "resource-type-unknown");
        (await server.Running.PostAsync(Assess, """{"resourceType":"Patient","id":"\uD800"}""")).ShouldRefuse(400, "lone-surrogate");
        (await server.Running.PostAsync(Assess, "{\"resourceType\":\"Patient\",}")).ShouldRefuse(400, "invalid-json");
        (await server.Running.PostAsync(Assess, "{\"resourceType\":\"Patient\"/*x*/}")).ShouldRefuse(400, "invalid-json");
        (await SendAsync([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(AuditC())])).ShouldBe((400, "not-utf-8"));
        (await SendAsync(Encoding.Unicode.GetBytes(AuditC()))).ShouldBe((400, "not-utf-8"));
        (await SendAsync([.. Encoding.UTF8.GetBytes("""{"resourceType":"Patient","id":"""), 0x22, 0xC3, 0x28, 0x22, 0x7D])).ShouldBe((400, "not-utf-8"));
    }

    [Fact]
    public async Task J4_a_resourceType_at_the_end_is_read()
    {
        var late = AuditC().Replace("\"resourceType\":\"QuestionnaireResponse\",", "", StringComparison.Ordinal)[..^1] + ",\"resourceType\":\"QuestionnaireResponse\"}";

        (await server.Running.PostAsync(Assess, late)).ShouldBe(200);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e400")]
    [InlineData("-0")]
    [InlineData("5.00")]
    [InlineData("4e0")]
    [InlineData("1234567890123456789012345678901234567890")]
    [InlineData("9223372036854775808")]
    [InlineData("\"4\"")]
    [InlineData("null")]
    [InlineData("true")]
    public async Task J5_a_number_that_is_no_score_never_becomes_one(string number)
    {
        var body = AuditC().Replace("\"valueInteger\":4", $"\"valueInteger\":{number}", StringComparison.Ordinal);

        var answer = (await server.Running.PostAsync(Assess, body));

        answer.Status.ShouldBeInRange(400, 499);
        answer.ShouldBe(answer.Status);
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("1e-400")]
    [InlineData("-0.0")]
    [InlineData("4.0000000000000000000000000000000000000001")]
    [InlineData("79228162514264337593543950336")]
    [InlineData("4e2147483648")]
    public async Task J5_a_decimal_of_any_size_is_refused_or_read_and_never_fails(string number)
    {
        var body = AuditC().Replace("\"valueInteger\":4", $"\"valueDecimal\":{number}", StringComparison.Ordinal);

        (await server.Running.PostAsync(Assess, body)).Status.ShouldBeOneOf(200, 400, 422);
    }

    [Theory]
    [InlineData("__proto__")]
    [InlineData("constructor")]
    [InlineData("prototype")]
    [InlineData("$type")]
    public async Task J6_names_with_a_meaning_in_other_languages_are_unknown_elements(string name) =>
        (await server.Running.PostAsync(Assess, AuditC(more: $$"""  "{{name}}":{"isAdmin":true},"""))).ShouldRefuse(400, "unknown-element");

    [Fact]
    public async Task J7_a_modifierExtension_makes_the_response_unusable()
    {
        const string Modifier = """ "modifierExtension":[{"url":"urn:not","valueBoolean":true}],""";

        (await server.Running.PostAsync(Assess, AuditC(more: Modifier))).ShouldRefuse(422, "modifier-extension-unknown");
        (await server.Running.PostAsync(Assess, AuditC().Replace("{\"linkId\"", "{" + Modifier + "\"linkId\"", StringComparison.Ordinal)))
            .ShouldRefuse(422, "modifier-extension-unknown");
        (await server.Running.PostAsync(Assess, AuditC().Replace("[{\"valueInteger\"", "[{" + Modifier + "\"valueInteger\"", StringComparison.Ordinal)))
            .ShouldRefuse(422, "modifier-extension-unknown");
    }

    [Theory]
    [InlineData("entered-in-error")]
    [InlineData("stopped")]
    public async Task J8_a_response_that_was_taken_back_is_not_used(string status)
    {
        (await server.Running.PostAsync(Assess, AuditC(status: status))).ShouldRefuse(422, "status-not-usable");
        (await server.Running.PostAsync(Create, AuditC(status: status))).ShouldRefuse(422, "status-not-usable");
    }

    [Theory]
    [InlineData("1971", "2026")]
    [InlineData("1971-04", "2026-11-20")]
    [InlineData("2000-02-29", "2025-02-28T23:59:60Z")]
    [InlineData("0001-01-01", "9999-12-31T23:59:59.999+14:00")]
    [InlineData("9999-12-31", "0001-01-01T00:00:00-12:00")]
    [InlineData("2030-01-01", "2026-03-29T02:30:00+01:00")]
    public async Task J9_dates_at_the_edges_never_fail(string born, string authored)
    {
        var answer = await server.Running.PostAsync(Assess, Parameters(
            Resource("questionnaire-response", AuditC(more: $"\"authored\":\"{authored}\",")),
            Resource("patient", $$"""{"resourceType":"Patient","birthDate":"{{born}}"}""")));

        answer.Status.ShouldBeOneOf(200, 400);
        answer.ShouldBe(answer.Status);
    }

    [Theory]
    [InlineData("\"valueQuantity\":{\"value\":3,\"unit\":\"drinks/wk\"}", "answer-wrong-type")]
    [InlineData("\"valueQuantity\":{\"value\":3,\"system\":\"http://unitsofmeasure.org\",\"code\":\"/d\"}", "answer-wrong-type")]
    [InlineData("\"valueQuantity\":{\"value\":3}", "answer-wrong-type")]
    [InlineData("\"valueInteger\":-3", "answer-out-of-range")]
    [InlineData("\"valueDecimal\":2.5", "answer-out-of-range")]
    public async Task J10_a_quantity_is_never_taken_for_a_count_whatever_its_unit(string value, string reason)
    {
        var body = "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\","
            + "\"questionnaire\":\"https://sbirt.example/fhir/Questionnaire/niaaa-single\","
            + "\"item\":[{\"linkId\":\"niaaa-single-1\",\"answer\":[{" + value + "}]}]}";

        (await server.Running.PostAsync(Assess, body)).ShouldRefuse(422, reason);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<a href='javascript:alert(1)'>x</a>")]
    [InlineData("<svg onload=alert(1)></svg>")]
    [InlineData("<style>*{background:url(//evil)}</style>")]
    public async Task J12_narrative_of_a_caller_is_never_said_again(string evil)
    {
        var text = $$""" "text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">{{evil}}</div>"},""";

        var answer = await server.Running.PostAsync(Assess, AuditC(more: text));
        var refused = await server.Running.PostAsync(Assess, AuditC(first: 9, more: text));

        (answer.Text + refused.Text).ShouldNotContain(evil[..8]);
        refused.Status.ShouldBeOneOf(400, 422);
    }

    [Theory]
    [InlineData("""[{"resourceType":"Patient","id":"p","generalPractitioner":[{"reference":"#o"}]},{"resourceType":"Organization","id":"o","name":"x","partOf":{"reference":"#o"}}]""")]
    [InlineData("""[{"resourceType":"Patient","id":"p","contained":[{"resourceType":"Patient","id":"q"}]}]""")]
    [InlineData("""[{"resourceType":"Patient","id":"p","link":[{"type":"refer","other":{"reference":"#p"}}]}]""")]
    [InlineData("""[{"resourceType":"Patient"}]""")]
    public async Task J13_references_in_circles_and_boxes_in_boxes_end(string contained)
    {
        var answer = await server.Running.PostAsync(Assess, AuditC(more: $$""" "contained":{{contained}},"subject":{"reference":"#p"},"""));

        answer.Status.ShouldBeOneOf(200, 400);
        answer.ShouldBe(answer.Status);
    }

    [Fact]
    public async Task J16_no_expression_of_a_caller_is_evaluated()
    {
        var evil = "%resource.item.where(linkId.matches('^(a+)+$'))" + new string('(', 20_000);
        var form = $$$"""{"resourceType":"Questionnaire","url":"urn:evil","status":"active","item":[{"linkId":"{{{new string('a', 40)}}}!","type":"integer","text":"x","extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression","valueExpression":{"language":"text/fhirpath","expression":"{{{evil}}}"}}]}]}""";
        const string Answered = """{"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"urn:evil","item":[{"linkId":"a"}]}""";

        var answer = await server.Running.PostAsync(Assess, Parameters(Resource("questionnaire-response", Answered), Resource("questionnaire", form)));

        answer.ShouldRefuse(422, "questionnaire-unknown");
    }

    private async Task<(int Status, string Code)> SendAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+json");
        using var response = await server.Running.Client.PostAsync(new Uri(Assess, UriKind.Relative), content);
        var answer = new FhirAnswer((int)response.StatusCode, response.Headers, await response.Content.ReadAsByteArrayAsync());
        return (answer.Status, answer.ReasonCodes[0]);
    }
}
