using Sbirt.Service.Store;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Hosts.AnswerWrites;

namespace Sbirt.Tests.Service.Store;

public sealed class TransactionTests(PostgresCluster cluster) : StoreTests(cluster)
{
    [Theory]
    [BothDatabases]
    public async Task Writes_of_several_types_are_stored_together(string provider)
    {
        var store = await OpenAsync(provider);
        await store.WriteAsync<WriteOutcome.Created>(Create("old", "known"));

        var outcome = await store.TransactAsync(
            Create("1", "sheet-1"), Create("2", "sheet-1") with { Type = "Observation" }, Put("a", "3"), Create("old", "known"));

        var committed = outcome.ShouldBeOfType<TransactionOutcome.Committed>();
        committed.Outcomes.Select(one => one.GetType().Name).ShouldBe(["Created", "Created", "Created", "Existing"]);
        (await store.CountAsync()).ShouldBe(3);
    }

    [Theory]
    [BothDatabases]
    public async Task D4_when_the_last_entry_fails_nothing_is_stored_and_it_is_named(string provider)
    {
        var store = await OpenAsync(provider);
        await store.WriteAsync<WriteOutcome.Created>(Put("a", "1"));
        var auditBefore = await Home.CountAsync("audit_event");

        var outcome = await store.TransactAsync(
            Create("1", "sheet-1"), Create("2", "sheet-2"), Put("a", "2"), Put("b", "stale", ifMatch: 7));

        var refused = outcome.ShouldBeOfType<TransactionOutcome.Refused>();
        refused.Index.ShouldBe(3);
        refused.Why.ShouldBe(new WriteOutcome.VersionConflict(null));
        (await store.CountAsync()).ShouldBe(1);
        (await store.ReadAsync("a"))!.Version.ShouldBe(1);
        (await Home.CountAsync("resource_version")).ShouldBe(1);
        (await Home.CountAsync("resource_identity")).ShouldBe(0);

        // One row for the refusal, one for the read above; none says that something was created.
        (await Home.CountAsync("audit_event")).ShouldBe(auditBefore + 2);
        (await Home.CountAsync("audit_event WHERE action = 'create'")).ShouldBe(1);
        (await Home.CountAsync("audit_event WHERE outcome = 'refused: other version'")).ShouldBe(1);
    }

    [Theory]
    [BothDatabases]
    public async Task D5_two_entries_with_one_identifier_are_refused_whole_before_anything(string provider)
    {
        var store = await OpenAsync(provider);

        await Refused(2, Create("1", "sheet-1"), Create("2", "sheet-2"), Create("1", "sheet-1"));
        await Refused(1, Create("1", "sheet-1"), CreateUnlessThere("1", "sheet-1"));
        await Refused(1, CreateUnlessThere("1", "sheet-1"), CreateUnlessThere("1", "sheet-1"));
        await Refused(1, Put("a", "1"), Put("a", "2"));
        await Refused(1, Put("a", "1"), Create("2") with { Id = "a" });
        await Refused(1, Put("a", "1", null, "sheet-1"), Put("b", "2", null, "sheet-1"));

        (await store.CountAsync()).ShouldBe(0);

        async Task Refused(int index, params Write[] writes)
        {
            var refused = (await store.TransactAsync(writes)).ShouldBeOfType<TransactionOutcome.Refused>();
            refused.Index.ShouldBe(index);
            refused.Why.ShouldBe(new WriteOutcome.Conflict(ConflictKind.TwiceInTransaction, null));
        }
    }

    [Theory]
    [BothDatabases]
    public async Task One_entry_may_carry_its_identifier_in_the_resource_and_in_the_condition(string provider)
    {
        var store = await OpenAsync(provider);

        var outcome = await store.TransactAsync(Create("1", "sheet-1", "sheet-1") with { IfNoneExist = Named("sheet-1") });

        outcome.ShouldBeOfType<TransactionOutcome.Committed>();
    }
}
