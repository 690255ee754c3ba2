using System.Diagnostics;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.CdsHooks.Calls;

namespace Sbirt.Tests.Service.CdsHooks;

/// <summary>A record system that takes every question and never answers.</summary>
public sealed class SilentServerTests
{
    private const string Screening = Calls.Path;
    private const string Medicines = "/cds-services/sbirt-medicines";
    private static readonly TimeSpan Deadline = new Sbirt.FhirAdapter.Client.FhirClientOptions().TotalDeadline;

    [Theory]
    [InlineData(Screening, "patient-view", 7)]
    [InlineData(Medicines, "order-sign", 6)]
    public async Task It_is_asked_for_all_at_once_and_waited_for_once(string path, string hook, int questions)
    {
        await using var ehr = await EhrServer.StartAsync();
        await using var server = await ConnectedTo(ehr);
        await SilencedAsync(server, ehr);

        var (answer, took) = await TimedAsync(() => server.HookAsync(Call(null, hook, more: Access(ehr)), path));

        answer.Status.ShouldBe(412, answer.Text);
        answer.ReasonCodes.ShouldContain("prefetch-missing");
        ehr.Calls.Count.ShouldBe(questions);
        ehr.Calls.Select(call => call.Query).ShouldBeUnique();
        // One after the other they would take as many deadlines as there are questions.
        took.ShouldBeInRange(Deadline * 0.8, Deadline * 3);
    }

    [Fact]
    public async Task What_is_only_good_to_know_is_waited_for_once_and_the_card_is_shown_without_it()
    {
        await using var ehr = await EhrServer.StartAsync();
        await using var server = await ConnectedTo(ehr);
        await SilencedAsync(server, ehr);

        var (answer, took) = await TimedAsync(() => server.HookAsync(Call(Prefetch(Patient(), Searchset(AuditC(1))), more: Access(ehr))));

        answer.Kind().ShouldBe("result");
        ehr.Calls.Count.ShouldBe(5);
        took.ShouldBeLessThan(Deadline * 3);
    }

    [Fact]
    public async Task After_that_it_is_left_alone_for_a_while_and_nobody_waits_again()
    {
        await using var ehr = await EhrServer.StartAsync();
        await using var server = await ConnectedTo(ehr);
        await SilencedAsync(server, ehr);
        (await server.HookAsync(Call(null, more: Access(ehr)))).Status.ShouldBe(412);
        var asked = ehr.Calls.Count;

        var (answer, took) = await TimedAsync(() => server.HookAsync(Call(null, instance: "i-2", more: Access(ehr))));

        answer.Refused(412, "prefetch-missing", "fhir-server-paused", "prefetch-missing");
        ehr.Calls.Count.ShouldBe(asked);
        took.ShouldBeLessThan(Deadline);
    }

    private static async Task<(FhirAnswer Answer, TimeSpan Took)> TimedAsync(Func<Task<FhirAnswer>> call)
    {
        var begun = Stopwatch.GetTimestamp();
        var answer = await call();
        return (answer, Stopwatch.GetElapsedTime(begun));
    }

    /// <summary>Every query that either service publishes is met with silence.</summary>
    private static async Task SilencedAsync(SbirtServer server, EhrServer ehr)
    {
        foreach (var query in (await server.GetAsync("/cds-services")).Json.GetProperty("services").EnumerateArray()
            .SelectMany(service => service.GetProperty("prefetch").EnumerateObject())
            .Select(template => template.Value.GetString()!.Replace("{{context.patientId}}", "p1", StringComparison.Ordinal)))
        {
            ehr.Answers(query, EhrAnswers.Silence);
            ehr.Answers(query.Replace("|", "%7C", StringComparison.Ordinal), EhrAnswers.Silence);
        }
    }

    private static Task<SbirtServer> ConnectedTo(EhrServer ehr) =>
        SbirtServer.StartAsync(("Sbirt:Clients:0:Id", "ehr"), ("Sbirt:Clients:0:FhirServers:0", ehr.BaseUrl.AbsoluteUri));

    private static string Access(EhrServer ehr) => $"\"fhirServer\":\"{ehr.BaseUrl}\",\"fhirAuthorization\":{{\"access_token\":\"some-opaque-token\",\"token_type\":\"Bearer\",\"expires_in\":300,\"scope\":\"patient/*.rs\",\"subject\":\"sbirt\"}},";
}
