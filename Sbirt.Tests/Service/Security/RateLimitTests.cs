using Sbirt.Tests.Hosts;
using Sbirt.Tests.Service.Screening;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Security;

public sealed class RateLimitTests
{
    [Fact]
    public async Task L2_calls_over_the_rate_are_refused_with_when_to_come_again()
    {
        await using var server = await SbirtServer.StartAsync(("Sbirt:Limits:RequestsPerSecond", "2"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => server.GetAsync("/fhir/metadata")));

        var refused = answers.Where(answer => answer.Status == 429).ToList();
        refused.Count.ShouldBeGreaterThan(20);
        refused[0].ShouldRefuse(429, "too-many-requests").Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        answers.ShouldAllBe(answer => answer.Status == 200 || answer.Status == 429);
        (await server.GetAsync("/health/live")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task L2_calls_over_the_number_at_once_are_refused_and_the_place_comes_free_again()
    {
        await using var server = await SbirtServer.StartAsync(("Sbirt:Limits:ConcurrentRequests", "1"));
        using var gate = new GatedBody();
        using var first = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, Sheets.Assess));
        first.Content = gate;

        var waiting = server.Client.SendAsync(first);
        await gate.Started;
        FhirAnswer second;
        do
        {
            second = await server.GetAsync("/fhir/metadata");
        }
        while (second.Status == 200 && !waiting.IsCompleted);

        second.ShouldRefuse(429, "too-many-requests").Headers.RetryAfter.ShouldNotBeNull();
        gate.Open();
        ((int)(await waiting).StatusCode).ShouldBe(200);
        (await server.GetAsync("/fhir/metadata")).ShouldBe(200);
    }

    [Fact]
    public async Task Without_a_limit_set_nobody_is_refused()
    {
        await using var server = await SbirtServer.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => server.GetAsync("/fhir/metadata")));

        answers.ShouldAllBe(answer => answer.Status == 200);
    }
}
