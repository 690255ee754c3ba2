using System.Data.Common;
using Dapper;
using Sbirt.Service.Store;
using Sbirt.Service.Store.Databases;
using Sbirt.Service.Store.Migrations;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Store;

public sealed class SchemaUpgradeTests(PostgresCluster cluster) : StoreTests(cluster)
{
    private static readonly Migration First = new(1, "0001-a.sql", "CREATE TABLE a (x BIGINT); INSERT INTO a VALUES (1)");
    private static readonly Migration Second = new(2, "0002-b.sql", "CREATE TABLE b (x BIGINT); INSERT INTO b VALUES (1)");
    private static readonly Migration StopsHalfWay =
        Second with { Sql = "CREATE TABLE b (x BIGINT); INSERT INTO b VALUES (1); INSERT INTO nowhere VALUES (1)" };

    [Theory]
    [BothDatabases]
    public async Task D9_a_migration_stopped_half_way_leaves_nothing_of_itself_and_is_taken_up_again(string provider)
    {
        var home = await NewHomeAsync(provider);
        await using var database = Database.Of(home.Options);
        await database.CheckBeforeServingAsync(CancellationToken.None);

        await Should.ThrowAsync<DbException>(() => UpgradeAsync(database, First, StopsHalfWay));

        (await home.CountAsync("a")).ShouldBe(1);
        await Should.ThrowAsync<DbException>(() => home.CountAsync("b"));
        (await home.CountAsync("schema_migration")).ShouldBe(1);

        await UpgradeAsync(database, First, Second);
        await UpgradeAsync(database, First, Second);

        (await home.CountAsync("a")).ShouldBe(1);
        (await home.CountAsync("b")).ShouldBe(1);
    }

    [Theory]
    [BothDatabases]
    public async Task D9_a_newer_schema_is_refused_with_a_sentence(string provider)
    {
        var home = await NewHomeAsync(provider);
        await home.OpenAsync();
        await using (var beside = await home.ConnectAsync())
        {
            await beside.ExecuteAsync("INSERT INTO schema_migration (number, name, applied_ms) VALUES (9999, 'later', 0)");
        }

        var refused = await Should.ThrowAsync<StoreRefusedException>(() => home.OpenAsync());

        refused.Message.ShouldContain("schema 9999");
        refused.Message.ShouldContain("newer program");
    }

    [Theory]
    [BothDatabases]
    public async Task Instances_that_start_together_upgrade_once(string provider)
    {
        var home = await NewHomeAsync(provider);
        _ = home.Key;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => home.OpenAsync())));

        (await home.CountAsync("schema_migration")).ShouldBe(Migration.For(provider).Count);
    }

    [Fact]
    public void Both_databases_have_the_same_steps()
    {
        var sqlite = Migration.For("sqlite").Select(step => step.Number).ToList();

        sqlite.ShouldBe(Migration.For("postgres").Select(step => step.Number));
        sqlite.ShouldBe(Enumerable.Range(1, sqlite.Count));
    }

    private static Task UpgradeAsync(Database database, params Migration[] steps) =>
        new SchemaUpgrade(database, steps, TimeProvider.System).RunAsync(CancellationToken.None);
}
