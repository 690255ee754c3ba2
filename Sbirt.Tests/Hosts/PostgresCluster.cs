using System.Diagnostics;
using Npgsql;
using Sbirt.Tests.Hosts;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace Sbirt.Tests.Hosts;

/// <summary>
/// A PostgreSQL server of this test run only: made at the first use in a folder of its own, listening on a socket in it,
/// stopped and removed at the end. A shell holds it and ends it when the test process ends in whatever way.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string Binaries = "/usr/lib/postgresql/15/bin";
    private const int StartSeconds = 60;

    private const string Script = """
        cd "$1" || exit 1
        trap '' HUP INT
        "$2/initdb" -D "$1/data" -A trust -U postgres -E UTF8 --no-locale --data-checksums >"$1/log" 2>&1 || exit 1
        "$2/postgres" -D "$1/data" -k "$1" -c listen_addresses= -c max_connections=200 -c shared_buffers=32MB >>"$1/log" 2>&1 &
        server=$!
        echo "server $server"
        read -r ended
        kill -INT "$server"
        wait "$server"
        rm -rf "$1/data" "$1/log"
        """;

    private readonly SemaphoreSlim starting = new(1, 1);
    private readonly string folder = Path.Combine("/tmp", "sbirt-pg-" + Path.GetRandomFileName());
    private Process? holder;
    private int databases;

    /// <summary>Skips the calling test where the server's programs are not installed.</summary>
    public static void SkipUnlessInstalled() =>
        Assert.SkipUnless(
            File.Exists(Path.Combine(Binaries, "postgres")),
            "PostgreSQL 15 is not installed: apt-get install postgresql-15.");

    /// <summary>A new empty database; the answer is its connection string.</summary>
    public async Task<string> NewDatabaseAsync(string options = "")
    {
        SkipUnlessInstalled();
        await StartOnceAsync();
        var name = $"sbirt_{Interlocked.Increment(ref databases)}";
        await ExecuteAsync("postgres", $"CREATE DATABASE {name} {options}");
        return ConnectionTo(name);
    }

    /// <summary>Runs a statement as the server's owner.</summary>
    public async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // statements of the tests themselves
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Gives a folder to the user that runs the server.</summary>
    public async Task OwnAsync(string path)
    {
        await StartOnceAsync();
        await GiveAsync(path);
    }

    public async ValueTask DisposeAsync()
    {
        if (holder is not null)
        {
            NpgsqlConnection.ClearAllPools();
            holder.StandardInput.Close();
            await holder.WaitForExitAsync();
            holder.Dispose();
            Directory.Delete(folder, recursive: true);
        }

        starting.Dispose();
    }

    private string ConnectionTo(string database) =>
        $"Host={folder};Username=postgres;Database={database};Maximum Pool Size=40";

    private async Task StartOnceAsync()
    {
        await starting.WaitAsync();
        try
        {
            if (holder is not null)
            {
                return;
            }

            Directory.CreateDirectory(folder);
            await GiveAsync(folder);
            holder = Process.Start(Holder())!;
            var said = await holder.StandardOutput.ReadLineAsync();
            Assert.True(said is not null, "initdb failed, see the log in " + folder);
            await AnswersAsync();
        }
        finally
        {
            starting.Release();
        }
    }

    private static async Task GiveAsync(string path)
    {
        if (Environment.UserName == "root")
        {
            using var owner = Process.Start("chown", ["postgres", path]);
            await owner.WaitForExitAsync();
        }
    }

    /// <summary>The server refuses to run as root, so root lets the user that the package made run it.</summary>
    private ProcessStartInfo Holder()
    {
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Environment.UserName == "root")
        {
            start.FileName = "runuser";
            foreach (var word in (string[])["-u", "postgres", "--", "/bin/sh"])
            {
                start.ArgumentList.Add(word);
            }
        }
        else
        {
            start.FileName = "/bin/sh";
        }

        foreach (var word in (string[])["-c", Script, "sh", folder, Binaries])
        {
            start.ArgumentList.Add(word);
        }

        return start;
    }

    private async Task AnswersAsync()
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await ExecuteAsync("postgres", "SELECT 1");
                return;
            }
            catch (NpgsqlException) when (watch.Elapsed < TimeSpan.FromSeconds(StartSeconds))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }
}
