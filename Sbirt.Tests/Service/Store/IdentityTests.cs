using System.Text;
using Dapper;
using Sbirt.Service.Store;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Hosts.AnswerWrites;

namespace Sbirt.Tests.Service.Store;

public sealed class IdentityTests(PostgresCluster cluster) : StoreTests(cluster)
{
    [Theory]
    [BothDatabases]
    public async Task Sending_the_same_sheet_again_stores_nothing_and_tells_the_same_id(string provider)
    {
        var store = await OpenAsync(provider);

        var first = await store.WriteAsync<WriteOutcome.Created>(Create("{}", "sheet-1"));
        var again = await store.WriteAsync<WriteOutcome.Existing>(Create("{}", "sheet-1"));

        again.ShouldBe(new(first.Id, 1, first.LastUpdated, SameContent: true));
        (await store.CountAsync()).ShouldBe(1);
    }

    [Theory]
    [BothDatabases]
    public async Task Sheets_without_an_identifier_are_each_their_own(string provider)
    {
        var store = await OpenAsync(provider);

        await store.WriteAsync<WriteOutcome.Created>(Create("{}"));
        await store.WriteAsync<WriteOutcome.Created>(Create("{}"));

        (await store.CountAsync()).ShouldBe(2);
    }

    [Theory]
    [BothDatabases]
    public async Task Other_content_under_a_known_identifier_is_refused_unless_it_amends(string provider)
    {
        var store = await OpenAsync(provider);
        var first = await store.WriteAsync<WriteOutcome.Created>(Create("1", "sheet-1"));

        var clash = await store.WriteAsync<WriteOutcome.Conflict>(Create("2", "sheet-1"));

        clash.ShouldBe(new(ConflictKind.DifferentContent, first.Id));
        (await store.ReadAsync(first.Id))!.Body.ToArray().ShouldBe(StoreHome.Bytes("1"));
    }

    [Theory]
    [BothDatabases]
    public async Task Q5_an_amended_sheet_is_the_next_version_and_the_history_is_kept(string provider)
    {
        var store = await OpenAsync(provider);
        var first = await store.WriteAsync<WriteOutcome.Created>(Create("1", "sheet-1"));

        var amended = await store.WriteAsync<WriteOutcome.Updated>(Amend("2", "sheet-1"));

        amended.Id.ShouldBe(first.Id);
        var history = await store.HistoryAsync(StoreHome.Clinic, Answers, first.Id, 10, CancellationToken.None);
        history.Select(version => (version.Version, version.Body.ToArray()[0])).ShouldBe([(2, (byte)'2'), (1, (byte)'1')]);
        history.ShouldAllBe(version => version.Current == 2);
    }

    [Theory]
    [BothDatabases]
    public async Task Q5_a_late_repetition_of_the_first_sheet_does_not_undo_its_amendment(string provider)
    {
        var store = await OpenAsync(provider);
        var first = await store.WriteAsync<WriteOutcome.Created>(Create("1", "sheet-1"));
        await store.WriteAsync<WriteOutcome.Updated>(Amend("2", "sheet-1"));

        var late = await store.WriteAsync<WriteOutcome.Existing>(Create("1", "sheet-1"));

        (late.Id, late.Version, late.SameContent).ShouldBe((first.Id, 1, true));
        (await store.ReadAsync(first.Id))!.Version.ShouldBe(2);
    }

    [Theory]
    [BothDatabases]
    public async Task If_none_exist_answers_what_is_there_whatever_its_content(string provider)
    {
        var store = await OpenAsync(provider);
        var first = await store.WriteAsync<WriteOutcome.Created>(CreateUnlessThere("1", "sheet-1"));

        var second = await store.WriteAsync<WriteOutcome.Existing>(CreateUnlessThere("2", "sheet-1"));

        (second.Id, second.Version, second.SameContent).ShouldBe((first.Id, 1, false));
        Encoding.UTF8.GetString(second.Stored.Span).ShouldBe("1");
    }

    [Theory]
    [BothDatabases]
    public async Task Identifiers_that_name_two_resources_are_refused_and_leave_no_claim(string provider)
    {
        var store = await OpenAsync(provider);
        await store.WriteAsync<WriteOutcome.Created>(Create("1", "sheet-1"));
        await store.WriteAsync<WriteOutcome.Created>(Create("2", "sheet-2"));

        var refused = await store.WriteAsync<WriteOutcome.Conflict>(Create("3", "sheet-3", "sheet-1", "sheet-2"));

        refused.Kind.ShouldBe(ConflictKind.NamesAnother);
        await store.WriteAsync<WriteOutcome.Created>(Create("3", "sheet-3"));
    }

    [Theory]
    [BothDatabases]
    public async Task The_constraint_itself_refuses_a_second_owner(string provider)
    {
        var store = await OpenAsync(provider);
        await store.WriteAsync<WriteOutcome.Created>(Create("1", "sheet-1"));
        await using var beside = await Home.ConnectAsync();

        await Should.ThrowAsync<System.Data.Common.DbException>(() => beside.ExecuteAsync(
            "INSERT INTO resource_identity (tenant, type, digest, system, value, id) "
            + "SELECT tenant, type, digest, system, value, id FROM resource_identity"));
    }

    [Theory]
    [BothDatabases]
    public async Task One_tenant_neither_sees_nor_blocks_another(string provider)
    {
        var store = await OpenAsync(provider);
        var other = new StoreCaller("other clinic", "request-2");
        var mine = await store.WriteAsync<WriteOutcome.Created>(Create("1", "sheet-1"));

        var theirs = await store.WriteAsync(other, Create("2", "sheet-1"), CancellationToken.None);

        theirs.ShouldBeOfType<WriteOutcome.Created>();
        (await store.ReadAsync(other, Answers, mine.Id, null, CancellationToken.None)).ShouldBeNull();
        (await store.FindAsync(other, Answers, Named("sheet-1"), CancellationToken.None))!
            .Body.ToArray().ShouldBe(StoreHome.Bytes("2"));
        (await store.HistoryAsync(other, Answers, mine.Id, 9, CancellationToken.None)).ShouldBeEmpty();
    }

    [Theory]
    [BothDatabases]
    public async Task An_identifier_may_be_as_long_as_a_string_may_be(string provider)
    {
        var store = await OpenAsync(provider);
        var name = new string('長', 20_000);

        var created = await store.WriteAsync<WriteOutcome.Created>(Create("1", name));

        (await store.FindAsync(StoreHome.Clinic, Answers, Named(name), CancellationToken.None))!.Id.ShouldBe(created.Id);
        (await store.FindAsync(StoreHome.Clinic, Answers, Named(name[1..]), CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public void System_and_value_cannot_be_shifted_into_each_other() =>
        new BusinessIdentifier("ab", "c").Digest.ShouldNotBe(new BusinessIdentifier("a", "bc").Digest);

    [Theory]
    [InlineData("")]
    [InlineData("secret\0value")]
    public void Text_no_database_can_keep_is_refused_without_repeating_it(string value) => IsRefused(value);

    [Fact]
    public void Half_a_character_is_refused_without_repeating_it() => IsRefused("secret" + (char)0xD800);

    private static void IsRefused(string value) =>
        Should.Throw<ArgumentException>(() => new BusinessIdentifier("system", value)).ToString().ShouldNotContain("secret");
}
