using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Sbirt.Tests.Hosts;

/// <summary>
/// Two ClickHouse servers of one test class, a cluster of two shards on loopback in a folder of their own, started at the
/// first use. A shell holds each and ends it when the test process ends in whatever way.
/// </summary>
public sealed class ClickHousePair : IAsyncDisposable
{
    public const string User = "scan";
    public const string Password = "only-for-this-test-7431";
    public const string Cluster = "payer";

    private const string Server = "/usr/sbin/clickhouse-server";
    private const int StartSeconds = 180;

    private const string Script = """
        cd "$1" || exit 1
        trap '' HUP INT
        "$2" --config-file="$1/config.xml" >"$1/out" 2>&1 &
        server=$!
        read -r ended
        kill -9 "$server"
        wait "$server"
        """;

    private readonly string folder = Path.Combine("/tmp", "sbirt-ch-" + Path.GetRandomFileName());
    private readonly (int Http, int Tcp, int Between)[] ports = [(FreePort(), FreePort(), FreePort()), (FreePort(), FreePort(), FreePort())];
    private readonly Process?[] holders = new Process?[2];
    private readonly HttpClient client = new();
    private int databases;

    public ClickHousePair()
    {
        client.DefaultRequestHeaders.Add("X-ClickHouse-User", User);
        client.DefaultRequestHeaders.Add("X-ClickHouse-Key", Password);
    }

    /// <summary>What the program is started with.</summary>
    public static (string Key, string Value)[] Environment => [("SBIRT_CLICKHOUSE_USER", User), ("SBIRT_CLICKHOUSE_PASSWORD", Password)];

    /// <summary>Starts what is not running; skips the calling test where the server is not installed.</summary>
    public async Task StartAsync()
    {
        Assert.SkipUnless(File.Exists(Server), "ClickHouse is not installed: apt-get install clickhouse-server.");
        for (var node = 0; node < holders.Length; node++)
        {
            if (holders[node] is null)
            {
                await StartAsync(node);
            }
        }

        for (var node = 0; node < holders.Length; node++)
        {
            await AnswersAsync(node);
        }
    }

    public string NewDatabase() => string.Create(CultureInfo.InvariantCulture, $"claims{Interlocked.Increment(ref databases)}");

    public string Address(string database) => Address(database, ports[0].Http, ports[1].Http);

    public static string Address(string database, params ReadOnlySpan<int> ports) =>
        $"clickhouse://{string.Join(',', ports.ToArray().Select(port => $"127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}"))}/{database}?cluster={Cluster}";

    public int HttpPort(int node) => ports[node].Http;

    /// <summary>Ends a server as a power cut would.</summary>
    public void Kill(int node)
    {
        if (holders[node] is { } running)
        {
            running.StandardInput.Close();
            running.WaitForExit();
            running.Dispose();
            holders[node] = null;
        }
    }

    /// <summary>Asks a node; the answer as lines of tab-separated values.</summary>
    public async Task<string[]> AskAsync(int node, string sql)
    {
        using var response = await client.PostAsync(new Uri($"http://127.0.0.1:{ports[node].Http}/"), new StringContent(sql));
        var answer = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? answer.Split('\n', StringSplitOptions.RemoveEmptyEntries) : throw new InvalidOperationException(answer);
    }

    public ValueTask DisposeAsync()
    {
        Kill(0);
        Kill(1);
        client.Dispose();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    private async Task StartAsync(int node)
    {
        var home = Path.Combine(folder, node.ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(home);
        await File.WriteAllTextAsync(Path.Combine(home, "config.xml"), Configuration(home, node));
        await File.WriteAllTextAsync(Path.Combine(home, "users.xml"), Users);
        holders[node] = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", home, Server]) { RedirectStandardInput = true, RedirectStandardError = true })!;
    }

    private async Task AnswersAsync(int node)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await AskAsync(node, "SELECT 1");
                return;
            }
            catch (HttpRequestException) when (watch.Elapsed < TimeSpan.FromSeconds(StartSeconds))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    private string Configuration(string home, int node) => string.Create(CultureInfo.InvariantCulture, $"""
        <yandex>
          <logger><level>warning</level><log>{home}/log</log><errorlog>{home}/errors</errorlog></logger>
          <listen_host>127.0.0.1</listen_host>
          <http_port>{ports[node].Http}</http_port>
          <tcp_port>{ports[node].Tcp}</tcp_port>
          <interserver_http_port>{ports[node].Between}</interserver_http_port>
          <interserver_http_host>127.0.0.1</interserver_http_host>
          <path>{home}/data/</path>
          <tmp_path>{home}/tmp/</tmp_path>
          <users_config>{home}/users.xml</users_config>
          <default_profile>default</default_profile>
          <default_database>default</default_database>
          <mark_cache_size>67108864</mark_cache_size>
          <remote_servers><{Cluster}>{Shard(0)}{Shard(1)}</{Cluster}></remote_servers>
        </yandex>
        """);

    private string Shard(int node) => string.Create(
        CultureInfo.InvariantCulture,
        $"<shard><replica><host>127.0.0.1</host><port>{ports[node].Tcp}</port><user>{User}</user><password>{Password}</password></replica></shard>");

    private static string Users => $"""
        <yandex>
          <profiles><default/></profiles>
          <quotas><default/></quotas>
          <users><{User}><password>{Password}</password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></{User}></users>
        </yandex>
        """;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
