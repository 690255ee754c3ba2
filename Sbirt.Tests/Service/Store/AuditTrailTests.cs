using Dapper;
using Sbirt.Service.Store;
using Sbirt.Service.Store.Audit;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Hosts.AnswerWrites;

namespace Sbirt.Tests.Service.Store;

public sealed class AuditTrailTests(PostgresCluster cluster) : StoreTests(cluster)
{
    [Theory]
    [BothDatabases]
    public async Task Every_operation_leaves_a_line_also_a_refused_one(string provider)
    {
        var store = await OpenAsync(provider);
        var created = await store.WriteAsync<WriteOutcome.Created>(Create("1", "sheet-1"));
        await store.WriteAsync(Create("1", "sheet-1"));
        await store.WriteAsync(Create("2", "sheet-1"));
        await store.ReadAsync(created.Id);
        await store.ReadAsync("unknown");
        await store.FindAsync(StoreHome.Clinic, Answers, Named("sheet-1"), CancellationToken.None);
        await store.HistoryAsync(StoreHome.Clinic, Answers, created.Id, 5, CancellationToken.None);
        await store.Audit.AppendAsync(StoreHome.Clinic, new("scan", "Claim", null, "done"), CancellationToken.None);

        await using var beside = await Home.ConnectAsync();
        var lines = await beside.QueryAsync<string>(
            "SELECT action || ' ' || type || ': ' || outcome FROM audit_event ORDER BY seq");

        lines.ShouldBe([
            "create QuestionnaireResponse: done",
            "create QuestionnaireResponse: already there",
            "create QuestionnaireResponse: refused: other content",
            "read QuestionnaireResponse: done",
            "read QuestionnaireResponse: none",
            "search QuestionnaireResponse: done",
            "history QuestionnaireResponse: done",
            "scan Claim: done",
        ]);
        (await store.Audit.CheckAsync(CancellationToken.None)).ShouldBe(new AuditCheck(8, null));
    }

    [Theory]
    [BothDatabases]
    public async Task The_trail_holds_no_id_identifier_or_content(string provider)
    {
        var store = await OpenAsync(provider);
        await store.WriteAsync(Put("marker-id", "marker-body", null, "marker-name"));
        await store.WriteAsync(Create("other", "marker-name"));
        await store.ReadAsync("marker-id");

        await using var beside = await Home.ConnectAsync();
        var rows = await beside.QueryAsync<string>(
            "SELECT tenant || action || type || subject || outcome || request_id FROM audit_event");

        rows.ShouldAllBe(row => !row.Contains("marker", StringComparison.Ordinal));
        rows.Count().ShouldBe(3);
    }

    [Theory]
    [BothDatabases]
    public async Task The_database_refuses_to_change_or_remove_a_line_or_a_version(string provider)
    {
        var home = await NewHomeAsync(provider);
        await FillAsync(home);
        await using var beside = await home.ConnectAsync();

        await Refused("UPDATE audit_event SET outcome = 'nothing' WHERE seq = 2");
        await Refused("DELETE FROM audit_event WHERE seq = 2");
        await Refused("UPDATE resource_version SET last_updated_ms = 0");

        async Task Refused(string sql) =>
            await Should.ThrowAsync<System.Data.Common.DbException>(() => beside.ExecuteAsync(sql));
    }

    public static TheoryData<string, string, long> Forgeries()
    {
        var data = new TheoryData<string, string, long>();
        foreach (var provider in (string[])["sqlite", "postgres"])
        {
            data.Add(provider, "UPDATE audit_event SET outcome = 'nothing' WHERE seq = 4", 4);
            data.Add(provider, "UPDATE audit_event SET at_ms = at_ms + 1 WHERE seq = 1", 1);
            data.Add(provider, "UPDATE audit_event SET subject = '' WHERE seq = 6", 6);
            data.Add(provider, "DELETE FROM audit_event WHERE seq = 3", 3);
            data.Add(provider, "DELETE FROM audit_event WHERE seq = 1", 1);
            data.Add(provider, "DELETE FROM audit_event WHERE seq BETWEEN 3 AND 5", 3);
            data.Add(provider, "DELETE FROM audit_event WHERE seq > 4", 5);
            data.Add(provider, "DELETE FROM audit_event", 1);
            data.Add(provider, "DELETE FROM audit_event WHERE seq = 3; UPDATE audit_event SET seq = -seq WHERE seq > 3; UPDATE audit_event SET seq = -seq - 1 WHERE seq < 0", 3);
            data.Add(provider, "UPDATE audit_event SET seq = -2 WHERE seq = 2; UPDATE audit_event SET seq = 2 WHERE seq = 3; UPDATE audit_event SET seq = 3 WHERE seq = -2", 2);
            data.Add(provider, "DELETE FROM audit_head", 7);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task P3_an_edit_removal_or_change_of_order_shows_at_its_place(string provider, string forgery, long brokenAt)
    {
        var home = await NewHomeAsync(provider);
        var store = await FillAsync(home);
        await using var beside = await home.ConnectAsync();
        await beside.ExecuteAsync(provider == "sqlite"
            ? "DROP TRIGGER audit_event_is_never_changed; DROP TRIGGER audit_event_is_never_removed"
            : "DROP TRIGGER audit_event_is_never_changed ON audit_event");

        await beside.ExecuteAsync(forgery);

        (await store.Audit.CheckAsync(CancellationToken.None)).BrokenAt.ShouldBe(brokenAt);
    }

    [Fact]
    public async Task P3_a_broken_trail_is_not_served_from()
    {
        var home = await NewHomeAsync("sqlite");
        await FillAsync(home);
        await using (var beside = await home.ConnectAsync())
        {
            var guard = await beside.QuerySingleAsync<string>(
                "SELECT sql FROM sqlite_master WHERE name = 'audit_event_is_never_changed'");
            await beside.ExecuteAsync(
                "DROP TRIGGER audit_event_is_never_changed; UPDATE audit_event SET outcome = 'nothing' WHERE seq = 4;" + guard);
        }

        (await Should.ThrowAsync<StoreRefusedException>(() => home.OpenAsync())).Message.ShouldContain("row 4");
    }

    [Fact]
    public void A_pseudonym_is_the_same_for_one_resource_and_differs_by_key_tenant_and_type()
    {
        var key = new AuditKey(new byte[32]);
        var other = new AuditKey([.. Enumerable.Repeat((byte)1, 32)]);

        key.Pseudonym("t", "A", "1").ShouldBe(new AuditKey(new byte[32]).Pseudonym("t", "A", "1"));
        string[] names = [key.Pseudonym("t", "A", "1"), key.Pseudonym("t", "B", "1"), key.Pseudonym("u", "A", "1"), other.Pseudonym("t", "A", "1")];
        names.Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void The_key_is_made_once_and_only_its_owner_may_read_it()
    {
        var folder = Directory.CreateTempSubdirectory("sbirt-key-").FullName;
        try
        {
            var first = AuditKey.InFolder(folder).Pseudonym("t", "A", "1");
            AuditKey.InFolder(folder).Pseudonym("t", "A", "1").ShouldBe(first);
            if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(Path.Combine(folder, "keys", "audit.key"))
                    .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            File.WriteAllBytes(Path.Combine(folder, "keys", "audit.key"), [1, 2, 3]);
            Should.Throw<StoreRefusedException>(() => AuditKey.InFolder(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<ResourceStore> FillAsync(StoreHome home)
    {
        var store = await home.OpenAsync();
        for (var sheet = 1; sheet <= 6; sheet++)
        {
            await store.WriteAsync(Create("{}", $"sheet-{sheet}"));
        }

        return store;
    }
}
