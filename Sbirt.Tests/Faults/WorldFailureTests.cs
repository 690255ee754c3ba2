using System.Security.Cryptography;
using Dapper;
using Npgsql;
using Sbirt.Service.Store;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Hosts.AnswerWrites;

namespace Sbirt.Tests.Faults;

/// <summary>
/// The world fails under an open store: it says so, acknowledges nothing, and serves again without a restart. The cluster is its
/// own: while one disk is full, no database of the whole cluster can be made.
/// </summary>
public sealed class WorldFailureTests(PostgresCluster cluster) : IClassFixture<PostgresCluster>
{
    private const string Marker = "marker-of-the-patient";

    [Fact]
    public async Task D7_a_full_disk_under_sqlite_is_said_and_recovered_from()
    {
        using var disk = SmallDisk.OfMegabytes(4);
        disk.PutBallast(2);
        var home = StoreHome.In(Directory.CreateDirectory(Path.Combine(disk.Folder, "data")).FullName);
        await using (home)
        {
            await FillsUpAndRecoversAsync(await home.OpenAsync(), () => Task.Run(disk.MakeSpace));
        }
    }

    [Fact]
    public async Task D7_a_full_disk_under_postgres_is_said_and_recovered_from()
    {
        PostgresCluster.SkipUnlessInstalled();
        using var disk = SmallDisk.OfMegabytes(16);
        var place = Directory.CreateDirectory(Path.Combine(disk.Folder, "space")).FullName;
        await cluster.OwnAsync(place);
        var name = "small_" + RandomNumberGenerator.GetHexString(8, lowercase: true);
        await cluster.ExecuteAsync("postgres", $"CREATE TABLESPACE {name} LOCATION '{place}'");
        var connection = await cluster.NewDatabaseAsync($"TABLESPACE {name}");
        var database = new NpgsqlConnectionStringBuilder(connection).Database!;
        await using (var home = StoreHome.At(connection))
        {
            var store = await home.OpenAsync();
            disk.PutBallast(6);
            await FillsUpAndRecoversAsync(store, () => Task.Run(disk.MakeSpace));
        }

        await cluster.ExecuteAsync("postgres", $"DROP DATABASE {database} WITH (FORCE)");
        await cluster.ExecuteAsync("postgres", $"DROP TABLESPACE {name}");
    }

    [Fact]
    public async Task D7_a_read_only_file_is_said_and_still_read_for_readiness()
    {
        await using var home = await StoreHome.NewAsync("sqlite", cluster);
        await home.OpenAsync();
        var readOnly = home.Options with { Connection = home.Options.Connection + ";Mode=ReadOnly" };
        await using var store = await ResourceStore.OpenAsync(
            readOnly, home.Key, TimeProvider.System, () => "x", CancellationToken.None);

        var failure = await Should.ThrowAsync<StoreUnavailableException>(() => store.WriteAsync(Create(Marker, Marker)));

        failure.Failure.ShouldBe(StoreFailure.ReadOnly);
        failure.ToString().ShouldNotContain(Marker);
        (await store.WhatIsWrongAsync(CancellationToken.None)).ShouldBe(StoreFailure.ReadOnly);
    }

    [Fact]
    public async Task D7_a_server_that_ends_connections_or_turns_read_only_is_said_and_recovered_from()
    {
        await using var home = await StoreHome.NewAsync("postgres", cluster);
        var store = await home.OpenAsync();
        var database = new NpgsqlConnectionStringBuilder(home.Options.Connection).Database!;
        await store.WriteAsync<WriteOutcome.Created>(Create("1", "sheet-1"));

        await cluster.ExecuteAsync("postgres", $"ALTER DATABASE {database} SET default_transaction_read_only = on");
        await EndConnectionsAsync();
        (await FailureAsync(store)).ShouldBe(StoreFailure.LostConnection);
        (await FailureAsync(store)).ShouldBe(StoreFailure.ReadOnly);
        (await store.WhatIsWrongAsync(CancellationToken.None)).ShouldBe(StoreFailure.ReadOnly);

        await cluster.ExecuteAsync("postgres", $"ALTER DATABASE {database} SET default_transaction_read_only = off");
        await EndConnectionsAsync();
        await store.WhatIsWrongAsync(CancellationToken.None);
        (await store.WhatIsWrongAsync(CancellationToken.None)).ShouldBeNull();
        await store.WriteAsync<WriteOutcome.Existing>(Create("1", "sheet-1"));
        (await store.Audit.CheckAsync(CancellationToken.None)).IsWhole.ShouldBeTrue();

        Task EndConnectionsAsync() => cluster.ExecuteAsync(
            "postgres", $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'");
    }

    [Fact]
    public async Task D7_a_server_that_is_not_there_refuses_the_start_as_a_lost_connection()
    {
        var nowhere = new StoreOptions(StoreProvider.Postgres, "Host=/nowhere;Username=nobody;Password=secret;Timeout=2");

        var failure = await Should.ThrowAsync<StoreUnavailableException>(() => ResourceStore.OpenAsync(
            nowhere, new(new byte[32]), TimeProvider.System, () => "x", CancellationToken.None));

        failure.Failure.ShouldBe(StoreFailure.LostConnection);
        failure.ToString().ShouldNotContain("nobody");
        nowhere.ToString().ShouldNotContain("secret");
    }

    [Theory]
    [BothDatabases]
    public async Task D7_another_writer_that_never_ends_is_said_to_be_busy(string provider)
    {
        await using var home = await StoreHome.NewAsync(provider, cluster);
        var store = await home.OpenAsync();
        await using var holder = await home.ConnectAsync();
        await using (var transaction = await holder.BeginTransactionAsync())
        {
            await holder.ExecuteAsync(
                provider == "sqlite" ? "UPDATE audit_head SET seq = seq" : "SELECT pg_advisory_xact_lock(7425000001)",
                transaction: transaction);
            (await FailureAsync(store)).ShouldBe(StoreFailure.Busy);
        }

        await store.WriteAsync<WriteOutcome.Created>(Create("1", "sheet-1"));
    }

    private static async Task FillsUpAndRecoversAsync(ResourceStore store, Func<Task> makeSpace)
    {
        var stored = new List<string>();
        StoreUnavailableException? failure = null;
        for (var number = 0; number < 2_000 && failure is null; number++)
        {
            try
            {
                stored.Add((await store.WriteAsync<WriteOutcome.Created>(Large(number))).Id);
            }
            catch (StoreUnavailableException full)
            {
                failure = full;
            }
        }

        failure.ShouldNotBeNull().Failure.ShouldBe(StoreFailure.DiskFull);
        failure.ToString().ShouldNotContain(Marker);
        failure.InnerException.ShouldBeNull();
        (await FailureAsync(store, Large(stored.Count))).ShouldBe(StoreFailure.DiskFull);
        (await store.CountAsync()).ShouldBe(stored.Count);

        await makeSpace();

        (await store.WriteAsync<WriteOutcome.Created>(Large(stored.Count))).Version.ShouldBe(1);
        (await store.WhatIsWrongAsync(CancellationToken.None)).ShouldBeNull();
        foreach (var id in stored)
        {
            (await store.ReadAsync(id)).ShouldNotBeNull();
        }

        (await store.CountChangedBodiesAsync(CancellationToken.None)).ShouldBe(0);
        (await store.Audit.CheckAsync(CancellationToken.None)).IsWhole.ShouldBeTrue();
    }

    /// <summary>Random letters, which no database can make smaller.</summary>
    private static Write.Create Large(int number)
    {
        var letters = new byte[40_000];
        new Random(number).NextBytes(letters);
        return Create(Marker + Convert.ToBase64String(letters), $"{Marker} {number}");
    }

    private static async Task<StoreFailure> FailureAsync(ResourceStore store, Write? write = null) =>
        (await Should.ThrowAsync<StoreUnavailableException>(() => store.WriteAsync(write ?? Create("1", "sheet-1")))).Failure;
}
