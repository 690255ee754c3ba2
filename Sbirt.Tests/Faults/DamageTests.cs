using Sbirt.Service.Store;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Hosts.AnswerWrites;

namespace Sbirt.Tests.Faults;

/// <summary>Files damaged while nobody looked are noticed at the start.</summary>
public sealed class DamageTests(PostgresCluster cluster)
{
    [Fact]
    public Task D8_a_flipped_byte_is_refused_at_the_start_or_changes_no_answer() => FlipAsync(flips: 100, seed: 8);

    [Fact]
    [Trait("Category", "Nightly")]
    public Task D8_three_thousand_flipped_bytes_are_each_refused_or_change_no_answer() => FlipAsync(flips: 3_000, seed: 9);

    private async Task FlipAsync(int flips, int seed)
    {
        await using var home = await StoreHome.NewAsync("sqlite", cluster);
        var bodies = await FillAsync(home);
        var whole = await File.ReadAllBytesAsync(home.DatabaseFile);
        var places = new Random(seed);
        var refused = 0;
        for (var flip = 0; flip < flips; flip++)
        {
            var damaged = whole.ToArray();
            damaged[places.Next(damaged.Length)] ^= (byte)places.Next(1, 256);
            refused += await IsRefusedAsync(home, damaged, bodies) ? 1 : 0;
        }

        // The rest fell into space that holds nothing.
        refused.ShouldBeGreaterThan(flips / 3);
    }

    [Theory]
    [InlineData("torn page")]
    [InlineData("cut in the middle of a page")]
    [InlineData("cut by a page")]
    [InlineData("zeroed head")]
    [InlineData("other file")]
    public async Task D8_a_torn_or_cut_file_is_refused_with_what_to_do(string damage)
    {
        await using var home = await StoreHome.NewAsync("sqlite", cluster);
        var bodies = await FillAsync(home);
        var whole = await File.ReadAllBytesAsync(home.DatabaseFile);

        var refusal = await Should.ThrowAsync<StoreRefusedException>(() => OpenDamagedAsync(home, Damaged()));

        refusal.Message.ShouldContain("backup");
        refusal.InnerException.ShouldBeNull();
        bodies.Count.ShouldBeGreaterThan(0);

        byte[] Damaged() => damage switch
        {
            "torn page" => [.. whole[..(4096 * 3)], .. new byte[2048], .. whole[((4096 * 3) + 2048)..]],
            "cut in the middle of a page" => whole[..^1000],
            "cut by a page" => whole[..^4096],
            "zeroed head" => [.. new byte[100], .. whole[100..]],
            _ => [.. Enumerable.Repeat((byte)'x', whole.Length)],
        };
    }

    [Fact]
    public async Task D8_a_log_cut_short_after_a_kill_is_refused_and_the_whole_one_is_read()
    {
        await using var home = await StoreHome.NewAsync("sqlite", cluster);
        var store = await home.OpenAsync();
        var last = "";
        for (var number = 0; number < 20; number++)
        {
            last = (await store.WriteAsync<WriteOutcome.Created>(Create($"{number}", $"sheet-{number}"))).Id;
        }

        await using var killed = CopyAsAfterKill(home);
        var log = killed.DatabaseFile + "-wal";
        var whole = await File.ReadAllBytesAsync(log);
        foreach (var cut in (int[])[1, 4096, whole.Length / 2, whole.Length - 32])
        {
            var index = await File.ReadAllBytesAsync(killed.DatabaseFile + "-shm");
            await File.WriteAllBytesAsync(log, whole[..^cut]);
            (await Should.ThrowAsync<StoreRefusedException>(() => killed.OpenAsync())).Message.ShouldContain("short");
            (await File.ReadAllBytesAsync(killed.DatabaseFile + "-shm")).ShouldBe(index, "a refusal changes nothing");
        }

        await File.WriteAllBytesAsync(log, whole);
        (await (await killed.OpenAsync()).ReadAsync(last))!.Body.ToArray().ShouldBe(StoreHome.Bytes("19"));
    }

    [Theory]
    [BothDatabases]
    public async Task D8_a_body_changed_behind_the_store_is_counted(string provider)
    {
        await using var home = await StoreHome.NewAsync(provider, cluster);
        var store = await home.OpenAsync();
        await store.WriteAsync<WriteOutcome.Created>(Create("1", "sheet-1"));
        await using (var beside = await home.ConnectAsync())
        {
            await Dapper.SqlMapper.ExecuteAsync(
                beside,
                $"DROP TRIGGER resource_version_is_never_changed {(provider == "sqlite" ? "" : "ON resource_version")}; "
                + "UPDATE resource_version SET body = @body",
                new { body = StoreHome.Bytes("2") });
        }

        (await store.CountChangedBodiesAsync(CancellationToken.None)).ShouldBe(1);
    }

    private static StoreHome CopyAsAfterKill(StoreHome home)
    {
        var copy = StoreHome.In(Directory.CreateTempSubdirectory("sbirt-store-").FullName);
        Directory.CreateDirectory(Path.Combine(copy.Folder, "keys"));
        foreach (var file in (string[])["sbirt.db", "sbirt.db-wal", "sbirt.db-shm", "keys/audit.key"])
        {
            File.Copy(Path.Combine(home.Folder, file), Path.Combine(copy.Folder, file));
        }

        return copy;
    }

    private static async Task<Dictionary<string, byte[]>> FillAsync(StoreHome home)
    {
        var bodies = new Dictionary<string, byte[]>();
        await using var store = await home.OpenAsync();
        for (var number = 0; number < 60; number++)
        {
            var body = string.Concat(Enumerable.Repeat($"answer {number};", 40 * (1 + (number % 4))));
            bodies[(await store.WriteAsync<WriteOutcome.Created>(Create(body, $"sheet-{number}"))).Id] = StoreHome.Bytes(body);
        }

        return bodies;
    }

    private static async Task<bool> IsRefusedAsync(StoreHome home, byte[] damaged, Dictionary<string, byte[]> bodies)
    {
        try
        {
            await using var store = await OpenDamagedAsync(home, damaged);
            foreach (var (id, body) in bodies)
            {
                (await store.ReadAsync(id))!.Body.ToArray().ShouldBe(body);
            }

            return false;
        }
        catch (StoreRefusedException)
        {
            return true;
        }
    }

    private static async Task<ResourceStore> OpenDamagedAsync(StoreHome home, byte[] damaged)
    {
        File.Delete(home.DatabaseFile + "-wal");
        File.Delete(home.DatabaseFile + "-shm");
        await File.WriteAllBytesAsync(home.DatabaseFile, damaged);
        return await home.OpenAsync();
    }
}
