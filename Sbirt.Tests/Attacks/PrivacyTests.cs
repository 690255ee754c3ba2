using System.Net.Http.Headers;
using System.Text;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.Screening.Sheets;

namespace Sbirt.Tests.Attacks;

/// <summary>Calls with marked names, identifiers and answers; no log line and no error may hold a mark.</summary>
public sealed class PrivacyTests
{
    private const string Mark = "ZqMark";

    private static readonly string[] Marked =
    [
        AuditC(more: $$""" "id":"{{Mark}}-id","subject":{"display":"{{Mark}}山田","reference":"Patient/{{Mark}}-1"},"identifier":{"system":"urn:{{Mark}}","value":"{{Mark}}-2"},"""),
        AuditC(first: 9, more: $$""" "identifier":{"system":"urn:{{Mark}}","value":"{{Mark}}-3"},"""),
        $$"""{"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"https://{{Mark}}.example/form","item":[{"linkId":"{{Mark}}","answer":[{"valueString":"{{Mark}}"}]}]}""",
        $$"""{"resourceType":"QuestionnaireResponse","status":"{{Mark}}"}""",
        $$"""{"resourceType":"{{Mark}}"}""",
        $$"""{"resourceType":"Patient","birthDate":"{{Mark}}","gender":"{{Mark}}","id":"{{Mark}}_!","name":[{"family":"{{Mark}}"}]}""",
        $$"""{"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"https://sbirt.example/fhir/Questionnaire/audit-c","item":[{"linkId":"audit-c-1","answer":[{"valueString":"{{Mark}}"}]}]}""",
        Parameters(Resource("questionnaire-response", AuditC(more: $$""" "subject":{"reference":"Patient/{{Mark}}a"},""")), Resource("patient", $$"""{"resourceType":"Patient","id":"{{Mark}}b"}""")),
        Parameters(Resource("questionnaire-response", AuditC()), Text("pack", Mark)),
        Parameters(Text(Mark, Mark)),
        $"{{\"resourceType\":\"QuestionnaireResponse\",\"{Mark}",
        $"{{\"a\":\"{Mark}\",\"a\":\"{Mark}\"}}",
    ];

    [Fact]
    public async Task P1_no_name_identifier_or_answer_is_in_a_log_line_or_an_error()
    {
        await using var service = await ServiceProcess.StartAsync(null, ("Logging__LogLevel__Default", "Trace"));
        var errors = new StringBuilder();
        foreach (var body in Marked)
        {
            foreach (var path in (string[])[Assess, Create, "/fhir", "/fhir/QuestionnaireResponse/$validate"])
            {
                await SendAsync(service, HttpMethod.Post, path, body, errors);
            }

            await SendAsync(service, HttpMethod.Post, "/fhir", Bundle("transaction", Post(body.StartsWith("{\"resourceType\":\"Q", StringComparison.Ordinal) && body.EndsWith('}') ? body : AuditC())), errors);
            await SendAsync(service, HttpMethod.Put, $"{Create}/{Mark}-id", body, errors);
        }

        await SendAsync(service, HttpMethod.Get, $"{Create}/{Mark}-nobody", null, errors);
        await SendAsync(service, HttpMethod.Get, $"/fhir/{Mark}/1?name={Mark}", null, errors);
        await SendAsync(service, HttpMethod.Get, $"/{Mark}", null, errors);

        errors.Length.ShouldBeGreaterThan(1000);
        errors.ToString().ShouldNotContain(Mark, Case.Insensitive);
        service.Output.ShouldNotContain(Mark, Case.Insensitive);
        service.Output.ShouldNotContain("山田");
    }

    [Fact]
    public async Task P6_errors_hold_no_version_path_statement_or_stack()
    {
        await using var service = await ServiceProcess.StartAsync();
        var errors = new StringBuilder();
        foreach (var body in (string[])["", "[", "{}", "null", Marked[2], Marked[4], Bundle("history")])
        {
            foreach (var path in (string[])[Assess, Create, "/fhir", "/fhir/x/$validate", "/", "/fhir/%00", "/fhir/QuestionnaireResponse/%FF"])
            {
                await SendAsync(service, HttpMethod.Post, path, body, errors);
                await SendAsync(service, HttpMethod.Put, path, body, errors);
            }
        }

        foreach (var word in (string[])[" at Sbirt", "Exception", "System.", ".cs", "/tmp/", "SELECT", "INSERT", "SQLite", "Npgsql", "Kestrel", "ASP.NET", ".NET", service.Folder])
        {
            errors.ToString().ShouldNotContain(word, Case.Sensitive);
        }
    }

    private static async Task SendAsync(ServiceProcess service, HttpMethod method, string path, string? body, StringBuilder errors)
    {
        using var request = new HttpRequestMessage(method, new Uri(service.Client.BaseAddress!, path));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+json");
        }

        using var response = await service.Client.SendAsync(request);
        if ((int)response.StatusCode >= 400)
        {
            errors.Append(response.Headers).AppendLine(await response.Content.ReadAsStringAsync());
        }
    }
}
