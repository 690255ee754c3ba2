using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dapper;
using Sbirt.Service.Store;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Hosts.AnswerWrites;

namespace Sbirt.Tests.Faults;

/// <summary>A process that writes is killed at moments drawn from a seed; then everything it acknowledged is looked for.</summary>
public sealed class KillTests(PostgresCluster cluster)
{
    private const string HomeVariable = "SBIRT_TEST_WRITER_FOLDER";
    private const string ConnectionVariable = "SBIRT_TEST_WRITER_CONNECTION";
    private const string Opening = "opening";

    [Theory]
    [BothDatabases]
    public Task D1_what_was_acknowledged_survives_twenty_kills(string provider) => SurvivesAsync(provider, kills: 20, seed: 20);

    [Fact]
    [Trait("Category", "Nightly")]
    public Task D1_what_was_acknowledged_survives_five_hundred_kills_on_sqlite() => SurvivesFiveHundredAsync("sqlite");

    [Fact]
    [Trait("Category", "Nightly")]
    public Task D1_what_was_acknowledged_survives_five_hundred_kills_on_postgres() => SurvivesFiveHundredAsync("postgres");

    /// <summary>The process that is killed: this test program itself, told by the environment where to write.</summary>
    [Fact(Explicit = true)]
    public async Task Writer_that_is_killed()
    {
        var folder = Environment.GetEnvironmentVariable(HomeVariable);
        Assert.SkipUnless(folder is not null, "Runs only as the process that another test kills.");
        var connection = Environment.GetEnvironmentVariable(ConnectionVariable);
        var options = StoreOptions.From(connection is null ? "sqlite" : "postgres", connection, folder);
        await using var said = new StreamWriter(Console.OpenStandardError()) { AutoFlush = true };
        await said.WriteLineAsync(Opening);
        var key = Sbirt.Service.Store.Audit.AuditKey.InFolder(folder);
        var store = await ResourceStore.OpenAsync(
            options, key, TimeProvider.System, () => Guid.CreateVersion7().ToString(), CancellationToken.None);
        var run = Guid.NewGuid().ToString("N");
        for (var number = 0; ; number++)
        {
            foreach (var line in await WriteSomethingAsync(store, run, number))
            {
                await said.WriteLineAsync(line);
            }
        }
    }

    /// <summary>Creates, amendments, transactions and results in turn; each line is one acknowledgement: id, version, seed of the body.</summary>
    private static async Task<IEnumerable<string>> WriteSomethingAsync(ResourceStore store, string run, int number)
    {
        var name = $"{run}-{number}";
        if (number % 4 == 3)
        {
            var outcome = await store.TransactAsync(
                Create(BodyOf(name + "a"), name + "a"), Create(BodyOf(name + "b"), name + "b"), Create(BodyOf(name + "c"), name + "c"));
            return ((TransactionOutcome.Committed)outcome).Outcomes.Cast<WriteOutcome.Created>()
                .Zip("abc", (created, letter) => $"{created.Id} {created.Version} {name}{letter}");
        }

        var first = await store.WriteAsync<WriteOutcome.Created>(
            Create(BodyOf(name), name) with { Results = [new("1", "jp-mhlw", StoreHome.Bytes(name))] });
        if (number % 4 != 2)
        {
            return [$"{first.Id} 1 {name}"];
        }

        var next = await store.WriteAsync<WriteOutcome.Updated>(Amend(BodyOf(name + "n"), name));
        return [$"{first.Id} 1 {name}", $"{next.Id} {next.Version} {name}n"];
    }

    /// <summary>Bodies of one to some forty thousand bytes, so that some span many pages.</summary>
    private static string BodyOf(string name) =>
        new StringBuilder().Insert(0, name + ";", 1 + (name.Sum(letter => letter) % 7 * 150)).ToString();

    private async Task SurvivesFiveHundredAsync(string provider)
    {
        // Ten stores of fifty kills: one that grows to gigabytes would spend the night on the checks of its own start.
        for (var store = 0; store < 10; store++)
        {
            await SurvivesAsync(provider, kills: 50, seed: 500 + store);
        }
    }

    private async Task SurvivesAsync(string provider, int kills, int seed)
    {
        await using var home = await StoreHome.NewAsync(provider, cluster);
        var moments = new Random(seed);
        var acknowledged = new List<string>();
        for (var kill = 0; kill < kills; kill++)
        {
            var lines = await RunAndKillAsync(home, moments);
            acknowledged.AddRange(lines);
            if (kill % 20 == 19)
            {
                await HoldsAsync(home, acknowledged);
            }
        }

        acknowledged.Count.ShouldBeGreaterThan(kills, "the writer hardly wrote: the kills came too early to prove anything");
        await HoldsAsync(home, acknowledged);
    }

    private static async Task<IReadOnlyList<string>> RunAndKillAsync(StoreHome home, Random moments)
    {
        // Every fifth kill falls into the start: checks, migrations, recovery from the kill before.
        var isDuringStart = moments.Next(5) == 0;
        var waitMs = moments.Next(isDuringStart ? 150 : 400);
        using var writer = Process.Start(Writer(home))!;
        using var cutOff = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var leftBehind = cutOff.Token.Register(() => writer.Kill());
        var output = DrainAsync(writer.StandardOutput);
        var lines = new List<string>();
        while (await writer.StandardError.ReadLineAsync(cutOff.Token) is { } line)
        {
            if (line != Opening)
            {
                lines.Add(line);
            }

            if (line != Opening || isDuringStart)
            {
                break;
            }
        }

        var reading = ReadRestAsync(writer.StandardError, lines);
        await Task.Delay(waitMs);
        if (writer.HasExited)
        {
            Assert.Fail("The writer ended by itself: " + string.Join('\n', lines) + await output);
        }

        writer.Kill();
        await writer.WaitForExitAsync();
        await reading;
        await output;
        return lines;
    }

    private static async Task<string> DrainAsync(StreamReader reader) => await reader.ReadToEndAsync();

    /// <summary>What reached the pipe was acknowledged; a last line without its end was not.</summary>
    private static async Task ReadRestAsync(StreamReader reader, List<string> lines)
    {
        var rest = await reader.ReadToEndAsync();
        var whole = rest[..(rest.LastIndexOf('\n') + 1)];
        lines.AddRange(whole.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line != Opening));
    }

    private static ProcessStartInfo Writer(StoreHome home)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var word in (string[])[
            typeof(KillTests).Assembly.Location, "-method", $"{typeof(KillTests).FullName}.{nameof(Writer_that_is_killed)}", "-explicit", "only"])
        {
            start.ArgumentList.Add(word);
        }

        start.Environment[HomeVariable] = home.Folder;
        if (home.Options.Provider == StoreProvider.Postgres)
        {
            start.Environment[ConnectionVariable] = home.Options.Connection;
        }

        return start;
    }

    private static async Task HoldsAsync(StoreHome home, IEnumerable<string> acknowledged)
    {
        var store = await home.OpenAsync();
        (await store.CountChangedBodiesAsync(CancellationToken.None)).ShouldBe(0);
        (await store.Audit.CheckAsync(CancellationToken.None)).IsWhole.ShouldBeTrue();
        await using var beside = await home.ConnectAsync();
        if (home.Options.Provider == StoreProvider.Sqlite)
        {
            (await beside.QuerySingleAsync<string>("PRAGMA integrity_check")).ShouldBe("ok");
        }

        (await beside.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM resource r LEFT JOIN resource_version v ON v.tenant = r.tenant AND v.type = r.type "
            + "AND v.id = r.id AND v.version = r.current_version WHERE v.id IS NULL")).ShouldBe(0, "half a record");
        (await beside.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM resource r WHERE NOT EXISTS (SELECT 1 FROM resource_identity i WHERE i.id = r.id)"))
            .ShouldBe(0, "a record without its identity");

        // One line of the trail for each version, whether its acknowledgement got out or not.
        (await home.CountAsync("audit_event")).ShouldBe(await home.CountAsync("resource_version"));
        var bodies = (await beside.QueryAsync<(string Id, long Version, byte[] Body)>("SELECT id, version, body FROM resource_version"))
            .ToDictionary(row => $"{row.Id} {row.Version.ToString(CultureInfo.InvariantCulture)}", row => row.Body);
        foreach (var line in acknowledged)
        {
            var end = line.LastIndexOf(' ');
            bodies.ShouldContainKey(line[..end]);
            bodies[line[..end]].AsSpan().SequenceEqual(StoreHome.Bytes(BodyOf(line[(end + 1)..]))).ShouldBeTrue();
        }
    }
}
