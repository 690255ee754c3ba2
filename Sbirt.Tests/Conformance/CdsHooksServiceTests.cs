using System.Text;
using System.Text.Json.Nodes;
using Sbirt.Service.Doctor;
using Sbirt.Tests.Benchmarks;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Conformance;

/// <summary>What the service sends, held against the requirement list of CDS Hooks 2.0 by the examination that others use, too.</summary>
public sealed class CdsHooksServiceTests
{
    private const int Calls = 60;
    private static readonly string[] Optional = ["url", "icon", "resourceId", "systemActions", "links", "extension"];

    [Fact]
    [Rows(1, 4, 5, 6, 7, 8, 9, 10, 13, 16, 29, 36, 211)]
    public async Task Discovery_is_an_object_with_every_service_on_every_hook()
    {
        await using var server = await SbirtServer.StartAsync();

        var answer = await server.GetAsync("/cds-services");

        answer.Status.ShouldBe(200);
        answer.ContentHeaders!.ContentType!.MediaType.ShouldBe("application/json");
        Broken(answer.Body, DocumentKind.Discovery).ShouldBeEmpty();
        var services = answer.Json.GetProperty("services").EnumerateArray().ToList();
        services.Count.ShouldBeGreaterThan(5);
        services.ShouldAllBe(each => each.GetProperty("title").GetString()!.Length > 0 && each.GetProperty("prefetch").EnumerateObject().Any());
        services.GroupBy(each => each.GetProperty("id").GetString()).ShouldAllBe(hooks => hooks.Count() > 1);
        foreach (var service in services)
        {
            var call = Call(0, service.GetProperty("hook").GetString()!);
            (await server.PostAsync("/cds-services/" + service.GetProperty("id").GetString(), call)).Status.ShouldBe(200);
        }
    }

    [Fact]
    [Rows(55, 56, 57, 58, 59)]
    public async Task Prefetch_templates_use_only_tokens_and_queries_that_every_client_can_fill()
    {
        await using var server = await SbirtServer.StartAsync();

        var templates = (await server.GetAsync("/cds-services")).Json.GetProperty("services").EnumerateArray()
            .SelectMany(each => each.GetProperty("prefetch").EnumerateObject().Select(one => one.Value.GetString()!))
            .Distinct().ToList();

        templates.Count.ShouldBeGreaterThan(5);
        templates.ShouldAllBe(template => template.Contains("{{context.patientId}}", StringComparison.Ordinal));
        templates.ShouldAllBe(template => template.Split("{{").Length == 2 && template.Split("}}").Length == 2);
        var parameters = templates.Where(template => template.Contains('?', StringComparison.Ordinal)).SelectMany(template => template.Split('?')[1].Split('&')).Select(each => each.Split('=')[0]);
        parameters.Distinct().ShouldBeSubsetOf(["patient", "code", "category", "_sort", "_count"]);
    }

    [Fact]
    [Rows(213)]
    public async Task Discovery_says_that_hooks_for_safety_are_agreed_beforehand()
    {
        await using var server = await SbirtServer.StartAsync();

        (await server.GetAsync("/cds-services?lang=en")).Json.GetProperty("services")[0].GetProperty("usageRequirements").GetString()!
            .ShouldContain("Agree beforehand which hooks are used");
    }

    [Fact]
    [Rows(3, 74, 77, 80, 83, 85, 87, 88, 90, 92, 93, 95, 96, 98, 100, 105, 115, 117, 119, 121, 124, 125, 127, 128, 130, 131, 136, 200, 214, 215, 216, 217, 218, 219, 220)]
    public async Task Every_answer_passes_the_examination()
    {
        await using var server = await SbirtServer.StartAsync();
        var kinds = new HashSet<string>();
        var silent = 0;
        for (var number = 0; number < Calls; number++)
        {
            var answer = await server.PostAsync("/cds-services/sbirt-screening?lang=" + (number % 2 == 0 ? "ja" : "en"), Call(number, "patient-view"));

            answer.Status.ShouldBe(200);
            Broken(answer.Body, DocumentKind.Response).ShouldBeEmpty();
            foreach (var card in answer.Json.GetProperty("cards").EnumerateArray())
            {
                kinds.Add(card.GetProperty("source").GetProperty("topic").GetProperty("code").GetString()!);
                card.GetProperty("suggestions").EnumerateArray().SelectMany(each => each.GetProperty("actions").EnumerateArray())
                    .ShouldAllBe(action => action.GetProperty("type").GetString() == "create" && action.GetProperty("description").GetString()!.Length > 0);
            }

            silent += answer.Json.GetProperty("cards").GetArrayLength() == 0 ? 1 : 0;
        }

        kinds.Count.ShouldBeGreaterThan(1);
        silent.ShouldBeGreaterThan(0);
    }

    [Fact]
    [Rows(75, 103, 107, 109, 110, 111, 112, 133, 134, 135, 138, 139, 141, 142, 144, 146, 147)]
    public async Task What_the_specification_leaves_free_and_we_do_not_send_is_nowhere()
    {
        await using var server = await SbirtServer.StartAsync();
        for (var number = 0; number < Calls; number++)
        {
            var json = (await server.PostAsync("/cds-services/sbirt-screening", Call(number, "patient-view"))).Json;
            json.EnumerateObject().Select(each => each.Name).ShouldBe(["cards"]);
            foreach (var card in json.GetProperty("cards").EnumerateArray())
            {
                card.EnumerateObject().Select(each => each.Name).ShouldNotContain(name => Optional.Contains(name));
                card.GetProperty("source").EnumerateObject().Select(each => each.Name).ShouldNotContain(name => Optional.Contains(name));
            }
        }
    }

    [Fact]
    [Rows(34, 52, 54, 61)]
    public async Task What_is_missing_or_failed_is_read_with_the_token_or_refused_with_412()
    {
        await using var ehr = await EhrServer.StartAsync();
        await using var server = await SbirtServer.StartAsync(("Sbirt:Clients:0:FhirServers:0", ehr.BaseUrl.ToString()));
        var call = JsonNode.Parse(Call(0, "patient-view"))!;
        call["prefetch"]!["answers"] = new JsonObject { ["resourceType"] = "OperationOutcome", ["issue"] = new JsonArray(new JsonObject { ["severity"] = "error", ["code"] = "exception" }) };

        var refused = await server.PostAsync("/cds-services/sbirt-screening", call.ToJsonString());
        refused.Status.ShouldBe(412);
        refused.ReasonCodes.ShouldContain("prefetch-missing");

        call["fhirServer"] = ehr.BaseUrl.ToString();
        call["fhirAuthorization"] = new JsonObject { ["access_token"] = "transient", ["token_type"] = "Bearer", ["expires_in"] = 300, ["scope"] = "user/*.read", ["subject"] = "sbirt" };
        ehr.Holds("QuestionnaireResponse?patient=p0&_sort=-authored&_count=50", """{"resourceType":"Bundle","type":"searchset"}""");
        var read = await server.PostAsync("/cds-services/sbirt-screening", call.ToJsonString());
        read.Status.ShouldBe(200, read.Text);
        ehr.Calls.ShouldNotBeEmpty();
    }

    [Fact]
    [Rows(27)]
    public async Task A_call_is_answered_long_before_the_half_second_that_is_asked_for()
    {
        await using var server = await SbirtServer.StartAsync();
        await server.PostAsync("/cds-services/sbirt-screening", Call(0, "patient-view"));
        var took = new List<TimeSpan>();
        for (var number = 1; number <= Calls; number++)
        {
            var begun = System.Diagnostics.Stopwatch.GetTimestamp();
            (await server.PostAsync("/cds-services/sbirt-screening", Call(number, "patient-view"))).Status.ShouldBe(200);
            took.Add(System.Diagnostics.Stopwatch.GetElapsedTime(begun));
        }

        // The bound is the specification's own, far above what is measured (docs/benchmarks/hooks.md), so that a busy machine does not fail it.
        took.Order().ElementAt(Calls / 2).ShouldBeLessThan(TimeSpan.FromMilliseconds(500));
    }

    private static string Call(int number, string hook)
    {
        var call = JsonNode.Parse(HookCalls.One(number, DateOnly.FromDateTime(DateTime.Now)))!;
        call["hook"] = hook;
        if (number % 3 == 2)
        {
            // Nobody has asked this patient yet.
            call["prefetch"]!["answers"] = null;
        }

        call["hookInstance"] = Guid.NewGuid().ToString();
        return call.ToJsonString();
    }

    private static IEnumerable<string> Broken(byte[] json, DocumentKind kind) => DoctorExamination.Of(json, kind).Findings
        .Select(finding => $"{finding.Requirement?.Id} {finding.Pointer} {finding.Text.En} in {Encoding.UTF8.GetString(json)[..200]}");
}
