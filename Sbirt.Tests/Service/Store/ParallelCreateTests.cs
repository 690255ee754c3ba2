using Sbirt.Service.Store;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Hosts.AnswerWrites;

namespace Sbirt.Tests.Service.Store;

public sealed class ParallelCreateTests(PostgresCluster cluster) : StoreTests(cluster)
{
    [Theory]
    [BothDatabases]
    public async Task D3_thirty_two_equal_posts_store_one_and_tell_its_id(string provider) =>
        await StoreOneAsync(provider, 32, () => Create("{}", "sheet-1"));

    [Theory]
    [BothDatabases]
    public async Task D3_sixty_four_conditional_creates_store_one_and_tell_its_id(string provider)
    {
        var writer = 0;
        await StoreOneAsync(
            provider, 64, () => CreateUnlessThere($"by {Interlocked.Increment(ref writer)}", "sheet-1"));
    }

    /// <summary>Two stores on one database stand for two instances of the service.</summary>
    private async Task StoreOneAsync(string provider, int writers, Func<Write> write)
    {
        var home = await NewHomeAsync(provider);
        var stores = new[] { await home.OpenAsync(), await home.OpenAsync() };
        using var start = new Barrier(writers);

        // Threads of their own: on pool threads the barrier would let them in a few at a time.
        var outcomes = new WriteOutcome[writers];
        var threads = Enumerable.Range(0, writers).Select(number => new Thread(() =>
        {
            start.SignalAndWait();
#pragma warning disable xUnit1031 // the thread is this writer's own
            outcomes[number] = stores[number % 2].WriteAsync(write()).GetAwaiter().GetResult();
#pragma warning restore xUnit1031
        })).ToList();
        threads.ForEach(thread => thread.Start());
        await Task.Run(() => threads.ForEach(thread => thread.Join()));

        var created = outcomes.OfType<WriteOutcome.Created>().ShouldHaveSingleItem();
        outcomes.OfType<WriteOutcome.Existing>().Count(one => one.Id == created.Id).ShouldBe(writers - 1);
        (await stores[0].CountAsync()).ShouldBe(1);
        (await home.CountAsync("resource_version")).ShouldBe(1);
        (await stores[1].Audit.CheckAsync(CancellationToken.None)).IsWhole.ShouldBeTrue();
    }
}
