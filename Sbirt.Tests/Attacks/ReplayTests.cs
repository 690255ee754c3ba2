using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Attacks;

/// <summary>One token, one call: also in parallel, after a restart, and when clocks jump.</summary>
public sealed class ReplayTests
{
    [Fact]
    public async Task T13_a_token_is_good_for_one_call()
    {
        await using var server = await TrustedServer.StartAsync();
        var token = server.Token().Signed;

        (await server.CallAsync(token)).ShouldBeLetIn();
        (await server.CallAsync(token)).ShouldBeRefused();
        (await server.CallAsync(server.Token().With(draft => draft.Claims["jti"] = "same").Signed)).ShouldBeLetIn();
        (await server.CallAsync(server.Token().With(draft => draft.Claims["jti"] = "same").Signed)).ShouldBeRefused();
        (await server.CallAsync(server.OtherToken().With(draft => draft.Claims["jti"] = "same").Signed)).ShouldBeLetIn();
    }

    [Fact]
    public async Task T13_a_refused_token_uses_up_no_id()
    {
        await using var server = await TrustedServer.StartAsync();
        var token = server.Token();

        (await server.CallAsync(token.SignedWith(new byte[96]))).ShouldBeRefused();
        (await server.CallAsync(token.Signed)).ShouldBeLetIn();
    }

    [Fact]
    public async Task T14_of_fifty_calls_at_once_with_one_token_one_passes()
    {
        await using var server = await TrustedServer.StartAsync();
        var token = server.Token().Signed;

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => server.CallAsync(token)));

        answers.Count(answer => answer.Status != 401).ShouldBe(1);
        answers.ShouldAllBe(answer => answer.Status != 500 && answer.Status != 503);
    }

    [Fact]
    public async Task T15_a_used_token_stays_used_after_a_restart()
    {
        using var folder = new WorkFolder();
        var (key, clock) = (SigningKey.Es384("ehr-1"), new ClockByHand());
        string token;
        await using (var server = await TrustedServer.StartAsync(folder.Path, key, clock))
        {
            token = server.Token().Signed;
            (await server.CallAsync(token)).ShouldBeLetIn();
        }

        await using var again = await TrustedServer.StartAsync(folder.Path, key, clock);
        (await again.CallAsync(token)).ShouldBeRefused();
        (await again.CallAsync(again.Token().Signed)).ShouldBeLetIn();
    }
}
