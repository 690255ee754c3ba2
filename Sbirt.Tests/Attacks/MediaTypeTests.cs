using System.Net.Http.Headers;
using System.Text;
using Sbirt.FhirAdapter.Structure;
using Sbirt.Tests.Hosts;
using Sbirt.Tests.Service.Screening;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.Screening.Sheets;

namespace Sbirt.Tests.Attacks;

/// <summary>What is not FHIR JSON, and addresses and methods that are not ours: always an OperationOutcome.</summary>
public sealed class MediaTypeTests(SbirtServerFixture server) : IClassFixture<SbirtServerFixture>
{
    [Theory]
    [InlineData("application/xml")]
    [InlineData("application/fhir+xml")]
    [InlineData("text/xml")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json-patch+json")]
    public async Task J11_only_JSON_in_UTF_8_is_read(string mediaType)
    {
        const string Xml = """<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><Patient xmlns="http://hl7.org/fhir"><id value="&b;"/></Patient>""";
        foreach (var path in (string[])[Assess, Create, "/fhir", "/fhir/Patient/$validate"])
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Xml));
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
            using var response = await server.Running.Client.PostAsync(new Uri(path, UriKind.Relative), content);

            await ShouldBeOutcomeAsync(response, 415, "unsupported-media-type");
        }
    }

    [Fact]
    public async Task J11_a_body_without_a_type_is_not_read()
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(AuditC()));
        using var response = await server.Running.Client.PostAsync(new Uri(Assess, UriKind.Relative), content);

        await ShouldBeOutcomeAsync(response, 415, "unsupported-media-type");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/fhir+json; charset=utf-8")]
    [InlineData("application/fhir+json; fhirVersion=4.0")]
    public async Task J11_JSON_by_its_other_names_is_read(string mediaType)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(AuditC()));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        using var response = await server.Running.Client.PostAsync(new Uri(Assess, UriKind.Relative), content);

        ((int)response.StatusCode).ShouldBe(200);
    }

    [Theory]
    [InlineData("application/fhir+xml", "")]
    [InlineData("text/csv", "")]
    [InlineData("", "?_format=xml")]
    [InlineData("application/fhir+json", "?_format=application/fhir%2Bxml")]
    public async Task J11_XML_is_not_given_either(string accepted, string query)
    {
        var headers = accepted.Length == 0 ? [] : new[] { ("Accept", accepted) };

        (await server.Running.GetAsync("/fhir/metadata" + query, headers)).ShouldRefuse(406, "not-acceptable");
    }

    [Theory]
    [InlineData("GET", "/nothing", 404, "not-found")]
    [InlineData("GET", "/fhir/Nothing/1", 404, "not-found")]
    [InlineData("GET", "/fhir/../../etc/passwd", 404, "not-found")]
    [InlineData("GET", "/fhir/QuestionnaireResponse", 405, "method-not-allowed")]
    [InlineData("DELETE", "/fhir/QuestionnaireResponse/1", 405, "method-not-allowed")]
    [InlineData("PATCH", "/fhir/QuestionnaireResponse/1", 405, "method-not-allowed")]
    [InlineData("GET", "/fhir/QuestionnaireResponse/$assess", 404, "not-found")]
    [InlineData("DELETE", "/fhir/metadata", 405, "method-not-allowed")]
    [InlineData("POST", "/fhir/Questionnaire/audit", 405, "method-not-allowed")]
    [InlineData("TRACE", "/fhir/metadata", 405, "method-not-allowed")]
    [InlineData("BREW", "/fhir", 405, "method-not-allowed")]
    public async Task P6_other_addresses_and_methods_are_refused_in_FHIR(string method, string path, int status, string code)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(server.Running.Address, path));
        using var response = await server.Running.Client.SendAsync(request);

        await ShouldBeOutcomeAsync(response, status, code);
    }

    private static async Task ShouldBeOutcomeAsync(HttpResponseMessage response, int status, string code)
    {
        var body = await response.Content.ReadAsByteArrayAsync();
        var text = Encoding.UTF8.GetString(body);
        ((int)response.StatusCode).ShouldBe(status, text);
        text.ShouldContain($"\"code\":\"{code}\"");
        StructureValidator.Validate(body).ShouldBeEmpty(text);
        response.Headers.Contains("Server").ShouldBeFalse();
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }
}
