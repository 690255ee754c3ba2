using System.Diagnostics;
using System.Globalization;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Claims.ClickHouse;

/// <summary>Two real nodes, the real program: what a scan of a cluster finds, and what it refuses to find.</summary>
public sealed class ClusterScanTests(ClickHousePair nodes, ClusterClaims claims) : IClassFixture<ClickHousePair>, IClassFixture<ClusterClaims>
{
    private const string SmallParts = "200000";

    [Fact]
    public async Task A_scan_of_a_cluster_finds_the_same_to_the_byte_as_one_of_the_files()
    {
        await nodes.StartAsync();
        var database = nodes.NewDatabase();
        var load = await claims.LoadAsync(nodes.Address(database));
        load.ExitCode.ShouldBe(2, load.Errors);
        load.Output.ShouldContain("claims loaded");

        foreach (var preset in (string[])["kyokai-osaka-20", "kokuho-classic", "hiratsuka", "kenpo-2inst"])
        {
            var embedded = claims.ResultsIn(await claims.EmbeddedAsync(preset));
            embedded[0].Length.ShouldBeGreaterThan(1000, preset);
            var scan = await claims.ScanAsync(nodes.Address(database), "found", preset, "--part-bytes", SmallParts);
            scan.ExitCode.ShouldBe(2, scan.Errors);
            claims.ResultsIn("found").ShouldBe(embedded, preset);
        }

        await claims.ScanAsync(nodes.Address(database), "found-in-one-slice");
        claims.ResultsIn("found-in-one-slice").ShouldBe(claims.ResultsIn(await claims.EmbeddedAsync()));

        // Each node has its share of persons.
        foreach (var node in (int[])[0, 1])
        {
            long.Parse((await nodes.AskAsync(node, $"SELECT uniqExact(person) FROM {database}.claims_local"))[0], CultureInfo.InvariantCulture).ShouldBeInRange(400, 800);
        }
    }

    [Fact]
    public async Task Two_loaders_side_by_side_load_what_one_would()
    {
        await nodes.StartAsync();
        var address = nodes.Address(nodes.NewDatabase());
        var files = claims.Files;
        var loads = await Task.WhenAll(
            claims.LoadAsync(address, files[..(files.Length / 2)]),
            claims.LoadAsync(address, files[(files.Length / 2)..]));
        loads.ShouldAllBe(load => load.ExitCode != 1);

        await claims.ScanAsync(address, "found-by-two");
        // Of the folder the scan also tells what is none of claims.
        claims.ResultsIn("found-by-two")[0].ShouldBe(claims.ResultsIn(await claims.EmbeddedAsync())[0]);
    }

    [Fact]
    public async Task Files_given_again_are_not_loaded_again_and_changed_ones_are_refused()
    {
        await nodes.StartAsync();
        var address = nodes.Address(nodes.NewDatabase());
        var changing = Path.Combine(claims.Folder, "changing.UKE");
        File.Copy(claims.Files[3], changing);
        (await claims.LoadAsync(address, claims.Claims, changing)).ExitCode.ShouldBe(2);

        var again = await claims.LoadAsync(address, claims.Claims, changing);
        again.ExitCode.ShouldBe(0, again.Errors);
        again.Output.ShouldContain("claims loaded 0,");

        await File.WriteAllBytesAsync(changing, await File.ReadAllBytesAsync(claims.Files[4], TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        var changed = await claims.LoadAsync(address, changing);
        changed.ExitCode.ShouldBe(1);
        changed.Errors.ShouldContain("other content");
        (await claims.ScanAsync(address, "found-again")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task A_node_that_dies_in_the_middle_of_a_scan_makes_it_fail_and_nothing_is_written()
    {
        await nodes.StartAsync();
        var database = nodes.NewDatabase();
        await claims.LoadAsync(nodes.Address(database));
        var slices = 0;
        using var line = new NodeLine(nodes.HttpPort(1), _ =>
        {
            if (Interlocked.Increment(ref slices) == 30)
            {
                nodes.Kill(1);
            }

            return OnTheLine.Passes;
        });

        var scan = await claims.ScanAsync(ClickHousePair.Address(database, nodes.HttpPort(0), line.Port), "half", "kokuho-classic", "--part-bytes", SmallParts);

        slices.ShouldBeGreaterThanOrEqualTo(30, scan.Errors);
        scan.ExitCode.ShouldBe(1, scan.Output);
        scan.Errors.ShouldContain("does not answer");
        Directory.EnumerateFileSystemEntries(Path.Combine(claims.Folder, "half")).ShouldBeEmpty();

        var without = await claims.ScanAsync(nodes.Address(database), "half");
        without.ExitCode.ShouldBe(1);
        await nodes.StartAsync();
        await claims.ScanAsync(nodes.Address(database), "half", "kokuho-classic");
        claims.ResultsIn("half").ShouldBe(claims.ResultsIn(await claims.EmbeddedAsync("kokuho-classic")));
    }

    [Fact]
    public async Task A_node_that_dies_in_the_middle_of_a_load_doubles_nothing_when_it_goes_on()
    {
        await nodes.StartAsync();
        var database = nodes.NewDatabase();
        var inserts = 0;
        using var line = new NodeLine(nodes.HttpPort(0), said =>
        {
            if (said.Contains("INSERT INTO", StringComparison.Ordinal) && Interlocked.Increment(ref inserts) == 12)
            {
                nodes.Kill(1);
            }

            return OnTheLine.Passes;
        });
        var load = await claims.RunAsync(["claims", "load", claims.Claims, "--claims", ClickHousePair.Address(database, line.Port, nodes.HttpPort(1)), "--part-bytes", SmallParts, "--threads", "1"]);
        load.ExitCode.ShouldBe(1, load.Output);
        load.Errors.ShouldContain("Start it again");

        await nodes.StartAsync();
        var early = await claims.ScanAsync(nodes.Address(database), "early");
        early.ExitCode.ShouldBe(1);
        early.Errors.ShouldContain("not finished");
        Directory.Exists(Path.Combine(claims.Folder, "early")).ShouldBeFalse();

        var rest = await claims.LoadAsync(nodes.Address(database));
        rest.ExitCode.ShouldBe(2, rest.Errors);
        rest.Output.ShouldNotContain("already 0");
        await claims.ScanAsync(nodes.Address(database), "gone-on");
        claims.ResultsIn("gone-on").ShouldBe(claims.ResultsIn(await claims.EmbeddedAsync()));
    }

    [Fact]
    public async Task A_loader_that_is_killed_doubles_nothing_when_it_is_started_again()
    {
        await nodes.StartAsync();
        var database = nodes.NewDatabase();
        var inserts = 0;
        Process? loader = null;
        using var line = new NodeLine(nodes.HttpPort(0), said =>
        {
            if (said.Contains($"INSERT INTO {database}.dispensings", StringComparison.Ordinal) && Interlocked.Increment(ref inserts) == 5)
            {
                loader!.Kill();
            }

            return OnTheLine.Passes;
        });
        string[] load = ["claims", "load", claims.Claims, "--part-bytes", SmallParts, "--threads", "1", "--data", "data"];
        var start = new ProcessStartInfo("dotnet", [ChildProgram.ServiceDll, .. load, "--claims", ClickHousePair.Address(database, line.Port, nodes.HttpPort(1))])
        {
            WorkingDirectory = claims.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SBIRT_CLICKHOUSE_USER"] = ClickHousePair.User, ["SBIRT_CLICKHOUSE_PASSWORD"] = ClickHousePair.Password, ["TMPDIR"] = claims.Folder },
        };
        using (loader = Process.Start(start)!)
        {
            await loader.WaitForExitAsync(TestContext.Current.CancellationToken);
            inserts.ShouldBe(5);
        }

        (await claims.ScanAsync(nodes.Address(database), "killed")).Errors.ShouldContain("not finished");
        (await claims.LoadAsync(nodes.Address(database))).Output.ShouldNotContain("already 0");
        await claims.ScanAsync(nodes.Address(database), "killed");
        claims.ResultsIn("killed").ShouldBe(claims.ResultsIn(await claims.EmbeddedAsync()));
    }

    [Fact]
    public async Task An_insert_that_arrives_without_an_answer_is_sent_again_and_doubles_nothing()
    {
        await nodes.StartAsync();
        var database = nodes.NewDatabase();
        var lost = 0;
        using var line = new NodeLine(nodes.HttpPort(0), said =>
            said.Contains($"INSERT INTO {database}.claims ", StringComparison.Ordinal) && Interlocked.Increment(ref lost) <= 2 ? OnTheLine.LosesTheAnswer : OnTheLine.Passes);

        var load = await claims.RunAsync(["claims", "load", claims.Claims, "--claims", ClickHousePair.Address(database, line.Port, nodes.HttpPort(1)), "--threads", "1"]);

        load.ExitCode.ShouldBe(2, load.Errors);
        (await nodes.AskAsync(0, $"SELECT uniqExact(block) FROM {database}.claims"))[0].ShouldBe("3");
        await claims.ScanAsync(nodes.Address(database), "found-once");
        claims.ResultsIn("found-once").ShouldBe(claims.ResultsIn(await claims.EmbeddedAsync()));
    }

    [Fact]
    public async Task Rows_that_are_missing_from_any_table_make_a_scan_fail()
    {
        await nodes.StartAsync();
        var database = nodes.NewDatabase();
        await claims.LoadAsync(nodes.Address(database));
        foreach (var table in (string[])["claims", "dispensings", "diseases"])
        {
            await nodes.AskAsync(1, $"ALTER TABLE {database}.{table}_local DETACH PARTITION tuple()");

            var scan = await claims.ScanAsync(nodes.Address(database), "missing");

            scan.ExitCode.ShouldBe(1);
            scan.Errors.ShouldContain($"loaded into {table}");
            Directory.Exists(Path.Combine(claims.Folder, "missing")).ShouldBeFalse();
            await nodes.AskAsync(1, $"ALTER TABLE {database}.{table}_local ATTACH PARTITION tuple()");
        }

        (await claims.ScanAsync(nodes.Address(database), "missing")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Rows_that_go_missing_while_it_reads_make_a_scan_fail()
    {
        await nodes.StartAsync();
        var database = nodes.NewDatabase();
        await claims.LoadAsync(nodes.Address(database));
        var slices = 0;
        using var line = new NodeLine(nodes.HttpPort(1), _ =>
        {
            if (Interlocked.Increment(ref slices) == 30)
            {
                nodes.AskAsync(0, $"ALTER TABLE {database}.dispensings_local DETACH PARTITION tuple()").Wait();
            }

            return OnTheLine.Passes;
        });

        var scan = await claims.ScanAsync(ClickHousePair.Address(database, nodes.HttpPort(0), line.Port), "went", more: ["--part-bytes", SmallParts]);

        scan.ExitCode.ShouldBe(1, scan.Output);
        scan.Errors.ShouldContain("loaded into dispensings");
        Directory.EnumerateFileSystemEntries(Path.Combine(claims.Folder, "went")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_password_another_key_and_a_shard_left_out_are_told_and_no_password_is()
    {
        await nodes.StartAsync();
        var database = nodes.NewDatabase();
        await claims.LoadAsync(nodes.Address(database), claims.Files[0]);
        string[] scan = ["scan", "--claims", nodes.Address(database), "--month", ClusterClaims.Month, "--out", "told"];

        var wrong = await claims.RunAsync(scan, [("SBIRT_CLICKHOUSE_USER", ClickHousePair.User), ("SBIRT_CLICKHOUSE_PASSWORD", "wrong-5923")]);
        var otherKey = await claims.RunAsync(scan, data: "other-data");
        var leftOut = await claims.RunAsync(["scan", "--claims", ClickHousePair.Address(database, nodes.HttpPort(0)), "--month", ClusterClaims.Month, "--out", "told"]);
        var inAddress = await claims.RunAsync(["scan", "--claims", nodes.Address(database).Replace("//", "//scan:secret-1188@", StringComparison.Ordinal), "--month", ClusterClaims.Month, "--out", "told"]);
        var passwordFile = Path.Combine(claims.Folder, "password");
        await File.WriteAllTextAsync(passwordFile, ClickHousePair.Password + "\n", TestContext.Current.CancellationToken);
        var fromFile = await claims.RunAsync(scan, [("SBIRT_CLICKHOUSE_USER", ClickHousePair.User), ("SBIRT_CLICKHOUSE_PASSWORD_FILE", passwordFile)]);

        wrong.Errors.ShouldContain("does not let this user in");
        otherKey.Errors.ShouldContain("persons.key");
        leftOut.Errors.ShouldContain("2 shards and the address names 1");
        inAddress.Errors.ShouldContain("No user and no password in the address");
        foreach (var run in (CommandRun[])[wrong, otherKey, leftOut, inAddress])
        {
            run.ExitCode.ShouldBe(1);
            foreach (var secret in (string[])["wrong-5923", "secret-1188", ClickHousePair.Password])
            {
                (run.Output + run.Errors).ShouldNotContain(secret);
            }
        }

        fromFile.ExitCode.ShouldBe(0, fromFile.Errors);
    }
}
