using Sbirt.Service.Store;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Hosts.AnswerWrites;

namespace Sbirt.Tests.Service.Store;

public sealed class VersionTests(PostgresCluster cluster) : StoreTests(cluster)
{
    [Theory]
    [BothDatabases]
    public async Task What_is_read_is_byte_for_byte_what_was_sent(string provider)
    {
        var store = await OpenAsync(provider);
        byte[] sent = [.. StoreHome.Bytes("{ \"量\" :  5.00,\r\n\t\"x\":1e2, \"注\":\"飲酒 𠮷\\u3042\" }"), 0xFF, 0x00, 0xFE];

        var created = await store.WriteAsync<WriteOutcome.Created>(new Write.Create { Type = Answers, Body = sent });

        (await store.ReadAsync(created.Id))!.Body.ToArray().ShouldBe(sent);
    }

    [Theory]
    [BothDatabases]
    public async Task A_put_to_a_new_id_creates_it_and_a_further_one_is_its_next_version(string provider)
    {
        var store = await OpenAsync(provider);

        (await store.WriteAsync<WriteOutcome.Created>(Put("a", "1"))).Version.ShouldBe(1);
        (await store.WriteAsync<WriteOutcome.Updated>(Put("a", "2"))).Version.ShouldBe(2);
        (await store.WriteAsync<WriteOutcome.Existing>(Put("a", "2"))).Version.ShouldBe(2);

        (await store.ReadAsync("a", 1))!.Body.ToArray().ShouldBe(StoreHome.Bytes("1"));
        (await store.ReadAsync("a"))!.Body.ToArray().ShouldBe(StoreHome.Bytes("2"));
        (await store.ReadAsync("a", 3)).ShouldBeNull();
        (await store.ReadAsync("b")).ShouldBeNull();
    }

    [Theory]
    [BothDatabases]
    public async Task D6_an_update_that_saw_an_older_version_is_refused_and_told_the_current_one(string provider)
    {
        var store = await OpenAsync(provider);
        await store.WriteAsync<WriteOutcome.Created>(Put("a", "1"));
        await store.WriteAsync<WriteOutcome.Updated>(Put("a", "2", ifMatch: 1));

        (await store.WriteAsync<WriteOutcome.VersionConflict>(Put("a", "3", ifMatch: 1))).Current.ShouldBe(2);
        (await store.WriteAsync<WriteOutcome.VersionConflict>(Put("b", "1", ifMatch: 1))).Current.ShouldBeNull();
        (await store.ReadAsync("a"))!.Version.ShouldBe(2);
    }

    [Theory]
    [BothDatabases]
    public async Task D6_of_sixteen_updates_of_one_version_one_wins_and_the_others_are_told(string provider)
    {
        var home = await NewHomeAsync(provider);
        var stores = new[] { await home.OpenAsync(), await home.OpenAsync() };
        await stores[0].WriteAsync<WriteOutcome.Created>(Put("a", "0"));

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 16).Select(writer => Task.Run(
            () => stores[writer % 2].WriteAsync(Put("a", $"by {writer}", ifMatch: 1)))));

        outcomes.OfType<WriteOutcome.Updated>().Count().ShouldBe(1);
        outcomes.OfType<WriteOutcome.VersionConflict>().ShouldAllBe(conflict => conflict.Current == 2);
        outcomes.OfType<WriteOutcome.VersionConflict>().Count().ShouldBe(15);
    }

    [Theory]
    [BothDatabases]
    public async Task An_update_frees_the_identifiers_it_no_longer_carries(string provider)
    {
        var store = await OpenAsync(provider);
        await store.WriteAsync<WriteOutcome.Created>(Put("a", "1", null, "wrong", "right"));

        await store.WriteAsync<WriteOutcome.Updated>(Put("a", "2", null, "right"));

        await store.WriteAsync<WriteOutcome.Created>(Put("b", "1", null, "wrong"));
        (await store.WriteAsync<WriteOutcome.Conflict>(Put("b", "2", null, "right")))
            .ShouldBe(new(ConflictKind.NamesAnother, "a"));
        (await store.FindAsync(StoreHome.Clinic, Answers, Named("wrong"), CancellationToken.None))!.Id.ShouldBe("b");
    }

    [Theory]
    [BothDatabases]
    public async Task A_create_under_a_taken_id_is_refused(string provider)
    {
        var store = await OpenAsync(provider);
        await store.WriteAsync<WriteOutcome.Created>(Create("1") with { Id = "a" });

        (await store.WriteAsync<WriteOutcome.Conflict>(Create("2") with { Id = "a" })).Kind.ShouldBe(ConflictKind.IdTaken);
    }

    [Theory]
    [BothDatabases]
    public async Task D10_a_clock_set_back_does_not_turn_the_history_round(string provider)
    {
        var home = await NewHomeAsync(provider);
        var clock = new ClockThatJumpsBack();
        var store = await home.OpenAsync(clock);
        var first = await store.WriteAsync<WriteOutcome.Created>(Put("a", "1"));

        clock.JumpBack(TimeSpan.FromHours(1));
        var second = await store.WriteAsync<WriteOutcome.Updated>(Put("a", "2"));

        second.LastUpdated.ShouldBeGreaterThanOrEqualTo(first.LastUpdated);
        (await store.Audit.CheckAsync(CancellationToken.None)).IsWhole.ShouldBeTrue();
    }

    [Theory]
    [BothDatabases]
    public async Task Results_are_kept_with_the_version_they_were_derived_from(string provider)
    {
        var store = await OpenAsync(provider);
        var derived = new DerivedResult("2026-11", "jp-mhlw", StoreHome.Bytes("{\"score\":5.00}"));
        await store.WriteAsync<WriteOutcome.Created>(Put("a", "1") with { Results = [derived] });

        (await Keep(1, derived)).ShouldBe(ResultKept.Already);
        (await Keep(1, derived with { ContentVersion = "2027-01" })).ShouldBe(ResultKept.Kept);
        (await Keep(1, derived with { Body = StoreHome.Bytes("other") })).ShouldBe(ResultKept.Differs);
        (await Keep(2, derived)).ShouldBe(ResultKept.NoSuchVersion);

        var results = await store.ResultsAsync(StoreHome.Clinic, Answers, "a", 1, CancellationToken.None);
        results.Select(result => result.ContentVersion).ShouldBe(["2026-11", "2027-01"]);
        results.Select(result => result.Body.ToArray()).ShouldAllBe(body => body.SequenceEqual(derived.Body.ToArray()));

        Task<ResultKept> Keep(long version, DerivedResult result) =>
            store.KeepResultAsync(StoreHome.Clinic, Answers, "a", version, result, CancellationToken.None);
    }

    [Theory]
    [InlineData("W/\"3\"", 3)]
    [InlineData("\"12\"", 12)]
    [InlineData(" W/\"1\" ", 1)]
    public void A_version_tag_is_read(string tag, long version)
    {
        VersionTag.TryRead(tag, out var read).ShouldBeTrue();
        read.ShouldBe(version);
        VersionTag.Write(version).ShouldBe($"W/\"{version}\"");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("3")]
    [InlineData("W/3")]
    [InlineData("\"\"")]
    [InlineData("\"0\"")]
    [InlineData("\"-1\"")]
    [InlineData("\"1\", \"2\"")]
    [InlineData("w/\"1\"")]
    [InlineData("\"99999999999999999999\"")]
    public void What_is_no_single_version_tag_is_not_read(string? tag) =>
        VersionTag.TryRead(tag, out _).ShouldBeFalse();
}
