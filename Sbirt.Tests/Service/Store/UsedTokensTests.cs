using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Store;

public sealed class UsedTokensTests(PostgresCluster cluster)
{
    [Theory]
    [BothDatabases]
    public async Task T14_each_id_of_an_issuer_is_taken_once_by_all_instances_together(string provider)
    {
        await using var home = await StoreHome.NewAsync(provider, cluster);
        var clock = new ClockByHand();
        var (one, two) = (await home.OpenAsync(clock), await home.OpenAsync(clock));
        var soon = clock.GetUtcNow().AddMinutes(5);

        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            (i % 2 == 0 ? one : two).UsedTokens.TryUseAsync("https://a.example", "id", soon, CancellationToken.None)));

        taken.Count(isFirst => isFirst).ShouldBe(1);
        (await two.UsedTokens.TryUseAsync("https://b.example", "id", soon, CancellationToken.None)).ShouldBeTrue();
        (await two.UsedTokens.TryUseAsync("https://a.examplei", "d", soon, CancellationToken.None)).ShouldBeTrue();
    }

    [Theory]
    [BothDatabases]
    public async Task D10_a_used_token_is_kept_until_no_clock_can_make_it_new_and_then_removed(string provider)
    {
        await using var home = await StoreHome.NewAsync(provider, cluster);
        var clock = new ClockByHand();
        var store = await home.OpenAsync(clock);
        var soon = clock.GetUtcNow().AddMinutes(5);
        await store.UsedTokens.TryUseAsync("i", "first", soon, CancellationToken.None);

        clock.Advance(TimeSpan.FromHours(2));
        (await store.UsedTokens.TryUseAsync("i", "first", soon, CancellationToken.None)).ShouldBeFalse();

        clock.Advance(TimeSpan.FromMinutes(10));
        await store.UsedTokens.TryUseAsync("i", "later", clock.GetUtcNow(), CancellationToken.None);
        (await home.CountAsync("used_token")).ShouldBe(1);
    }
}
