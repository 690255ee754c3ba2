using System.Net;
using Sbirt.Service.Settings;
using Sbirt.Tests.Hosts;
using Sbirt.Tests.Service.CdsHooks;
using Sbirt.Tests.Service.Screening;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Security;

/// <summary>More calls than the service works on at once (docs/limits.md): in these tests one, while one more waits.</summary>
public sealed class AdmissionTests
{
    private const int Held = 2;
    private static readonly (string Key, string Value)[] OneAtOnce = [("Sbirt:Limits:CallsInWork", "1"), ("Sbirt:Limits:CallsWaiting", "1")];

    [Fact]
    public async Task L2_calls_beyond_what_is_worked_on_and_waits_are_told_when_to_come_again_and_the_others_are_answered()
    {
        await using var server = await SbirtServer.StartAsync(OneAtOnce);
        var store = await HeldStore.OfAsync(server);
        var (refused, held) = await FillAsync(() => HookAsync(server), Held);

        refused.Refused(429, "too-many-requests").Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        (await server.PostAsync(Calls.Path, "{")).Refused(429, "too-many-requests").Headers.RetryAfter.ShouldNotBeNull();
        (await server.PostAsync(Calls.Feedback, "{")).Refused(429, "too-many-requests").Headers.RetryAfter.ShouldNotBeNull();

        await store.DisposeAsync();
        (await Task.WhenAll(held)).ShouldAllBe(answer => answer.Kind() == "invite");
    }

    [Fact]
    public async Task L2_the_same_holds_for_fhir()
    {
        await using var server = await SbirtServer.StartAsync(OneAtOnce);
        await using var store = await HeldStore.OfAsync(server);
        var (refused, _) = await FillAsync(() => server.PostAsync(Sheets.Create, Sheets.AuditC()), Held);

        refused.ShouldRefuse(429, "too-many-requests").Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        foreach (var path in new[] { Sheets.Create, Sheets.Assess, "/fhir/Patient/$validate", "/fhir" })
        {
            (await server.PostAsync(path, "{")).ShouldRefuse(429, "too-many-requests").Headers.RetryAfter.ShouldNotBeNull(path);
        }
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/cds-services")]
    [InlineData("/fhir/metadata")]
    [InlineData("/fhir/Questionnaire/audit-c")]
    [InlineData("/rules")]
    public async Task L2_what_only_reads_is_answered_while_calls_are_refused(string path)
    {
        await using var server = await SbirtServer.StartAsync(OneAtOnce);
        await using var store = await HeldStore.OfAsync(server);
        await FillAsync(() => HookAsync(server), Held);

        (await server.GetAsync(path)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task L2_callers_who_hang_up_leave_no_place_taken()
    {
        await using var server = await SbirtServer.StartAsync(OneAtOnce);
        for (var round = 0; round < 3; round++)
        {
            using var hangUp = new CancellationTokenSource();
            await using (await HeldStore.OfAsync(server))
            {
                var (_, held) = await FillAsync(() => PostAsync(server, hangUp.Token), Held);
                await hangUp.CancelAsync();
                foreach (var call in held)
                {
                    await Should.ThrowAsync<OperationCanceledException>(call);
                }
            }

            await AnsweredAgainAsync(server);
        }

        await BothPlacesAreFreeAsync(server);
    }

    [Fact]
    public async Task L2_calls_that_the_store_fails_leave_no_place_taken()
    {
        await using var server = await SbirtServer.StartAsync(OneAtOnce);
        await using (await HeldStore.OfAsync(server))
        {
            var (_, held) = await FillAsync(() => HookAsync(server), Held);
            (await await Task.WhenAny(held)).Status.ShouldBe(503);
        }

        await BothPlacesAreFreeAsync(server);
    }

    [Fact]
    public async Task L2_bodies_that_do_not_come_take_no_place()
    {
        await using var server = await SbirtServer.StartAsync(OneAtOnce);
        using var first = new GatedBody();
        using var second = new GatedBody();
        using var third = new GatedBody();
        var slow = new[] { first, second, third };
        var sending = slow.Select(body => server.Client.PostAsync(new Uri(server.Address, Sheets.Assess), body)).ToList();
        await Task.WhenAll(slow.Select(body => body.Started));

        (await HookAsync(server)).Kind().ShouldBe("invite");

        first.Open();
        second.Open();
        (await Task.WhenAll(sending[..Held])).ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        third.Open();
        (await sending[^1]).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task L2_a_refusal_comes_before_the_token_is_looked_at_and_so_uses_up_none()
    {
        await using var fhir = new GuardedFhir();
        await fhir.InitializeAsync();
        var limits = new LimitSettings();
        var token = await fhir.Authorization.TokenForAsync(GuardedFhir.AppA, fhir.KeyA, "system/*.*");
        (await fhir.CallWithAsync(token, HttpMethod.Post, Sheets.Create, Sheets.AuditC())).Status.ShouldBe(201);
        var store = await HeldStore.OfAsync(fhir.Server.Running);
        var (_, held) = await FillAsync(
            () => fhir.CallWithAsync(token, HttpMethod.Post, Sheets.Create, Sheets.AuditC()), limits.CallsInWork + limits.CallsWaiting);

        (await fhir.Server.Running.PostAsync(Sheets.Create, "{")).ShouldRefuse(429, "too-many-requests");

        await store.DisposeAsync();
        (await Task.WhenAll(held)).ShouldAllBe(answer => answer.Status == 201 || answer.Status == 200);
        (await fhir.Server.Running.PostAsync(Sheets.Create, "{")).ShouldRefuse(401, "unauthenticated");
    }

    [Fact]
    public async Task L2_sheets_that_are_being_stored_take_no_place_of_a_hook_call()
    {
        await using var server = await SbirtServer.StartAsync(OneAtOnce);
        var store = await HeldStore.OfAsync(server);
        await FillAsync(() => server.PostAsync(Sheets.Create, Sheets.AuditC()), Held);

        var hook = HookAsync(server);
        await store.DisposeAsync();

        (await hook).Kind().ShouldBe("invite");
    }

    [Fact]
    public async Task A_burst_within_the_places_is_answered_whole_without_any_setting()
    {
        await using var server = await SbirtServer.StartAsync();
        var limits = new LimitSettings();

        var answers = await Task.WhenAll(Enumerable.Range(0, limits.CallsInWork + limits.CallsWaiting).Select(_ => HookAsync(server)));

        answers.ShouldAllBe(answer => answer.Status == 200);
    }

    private static Task<FhirAnswer> HookAsync(SbirtServer server)
    {
        var id = Guid.NewGuid().ToString();
        return server.HookAsync(Calls.NeverAsked(id, id, id));
    }

    private static async Task<FhirAnswer> PostAsync(SbirtServer server, CancellationToken cancellation)
    {
        var id = Guid.NewGuid().ToString();
        using var content = new StringContent(Calls.NeverAsked(id, id, id), null, "application/json");
        using var response = await server.Client.PostAsync(new Uri(server.Address, Calls.Path), content, cancellation);
        return new FhirAnswer((int)response.StatusCode, response.Headers, await response.Content.ReadAsByteArrayAsync(cancellation));
    }

    /// <summary>One call more than there is room for, while none can end: the one that came too late, and the others.</summary>
    private static async Task<(FhirAnswer Refused, IReadOnlyList<Task<FhirAnswer>> Held)> FillAsync(Func<Task<FhirAnswer>> call, int room)
    {
        var calls = Enumerable.Range(0, room + 1).Select(_ => call()).ToList();
        var late = await Task.WhenAny(calls);
        var refused = await late;
        refused.Status.ShouldBe(429);
        return (refused, [.. calls.Where(each => each != late)]);
    }

    private static async Task BothPlacesAreFreeAsync(SbirtServer server)
    {
        await AnsweredAgainAsync(server);
        await using var store = await HeldStore.OfAsync(server);
        await FillAsync(() => HookAsync(server), Held);
    }

    /// <summary>Comes to its turn after all who were there before: the server may notice late that a caller hung up.</summary>
    private static async Task AnsweredAgainAsync(SbirtServer server)
    {
        FhirAnswer answer;
        do
        {
            answer = await HookAsync(server);
        }
        while (answer.Status == 429);

        answer.Kind().ShouldBe("invite");
    }
}
