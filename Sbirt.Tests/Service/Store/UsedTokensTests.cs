using Sbirt.Service.Store;
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
    public async Task T14_calls_that_share_a_flush_each_get_their_own_answer(string provider)
    {
        await using var home = await StoreHome.NewAsync(provider, cluster);
        var store = await home.OpenAsync();
        var soon = DateTimeOffset.UtcNow.AddMinutes(5);

        var taken = await Task.WhenAll(Enumerable.Range(0, 300).Select(async i =>
            (Id: i % 100, IsFirst: await store.UsedTokens.TryUseAsync("i", $"{i % 100}", soon, CancellationToken.None))));

        taken.Where(use => use.IsFirst).Select(use => use.Id).Order().ShouldBe(Enumerable.Range(0, 100));
        (await home.CountAsync("used_token")).ShouldBe(100);
    }

    [Fact]
    public async Task D7_a_token_that_cannot_be_recorded_is_not_accepted_and_can_be_once_the_store_is_back()
    {
        await using var home = await StoreHome.NewAsync("sqlite", cluster);
        var store = await home.OpenAsync();
        var soon = DateTimeOffset.UtcNow.AddMinutes(5);
        await using (var holder = await home.ConnectAsync())
        {
            await Dapper.SqlMapper.ExecuteAsync(holder, "BEGIN IMMEDIATE");
            await Should.ThrowAsync<StoreUnavailableException>(() => store.UsedTokens.TryUseAsync("i", "a", soon, CancellationToken.None));
        }

        (await store.UsedTokens.TryUseAsync("i", "a", soon, CancellationToken.None)).ShouldBeTrue();
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
