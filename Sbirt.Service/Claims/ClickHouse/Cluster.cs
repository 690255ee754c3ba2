using System.Collections.Immutable;
using System.Globalization;
using Sbirt.Service.Claims.Scanning;

namespace Sbirt.Service.Claims.ClickHouse;

/// <summary>The nodes of a cluster, one for each shard, all of them there.</summary>
internal sealed class Cluster : IDisposable
{
    private static readonly TimeSpan LongestQuery = TimeSpan.FromHours(1);

    private readonly ClusterAddress address;
    private readonly HttpClient client = new(NodeConnections.Create()) { Timeout = LongestQuery };

    private Cluster(ClusterAddress address, ClusterCredentials credentials, TimeProvider clock)
    {
        this.address = address;
        Nodes = [.. address.Nodes.Select(node => new ClusterNode(node, credentials, client, clock))];
    }

    public ImmutableArray<ClusterNode> Nodes { get; }

    public string Database => address.Database;

    /// <summary>The name of the cluster in the configuration of the nodes.</summary>
    public string Name => address.Cluster;

    /// <exception cref="ScanFaultException">A node is not there, or the addresses are not those of every shard.</exception>
    public static Cluster Open(ClusterAddress address, ClusterCredentials credentials, TimeProvider clock, CancellationToken cancellation)
    {
        var cluster = new Cluster(address, credentials, clock);
        try
        {
            cluster.CheckShards(cancellation);
            return cluster;
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    /// <summary>Asks all nodes side by side; the answers in the order of the nodes.</summary>
    public TAnswer[] Ask<TAnswer>(Func<ClusterNode, TAnswer> ask)
    {
        var answers = new TAnswer[Nodes.Length];
        try
        {
            Parallel.For(0, Nodes.Length, new ParallelOptions { MaxDegreeOfParallelism = Nodes.Length }, node => answers[node] = ask(Nodes[node]));
        }
        catch (AggregateException several)
        {
            // The first says enough; it is thrown as what it is.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        return answers;
    }

    public void Dispose() => client.Dispose();

    private void CheckShards(CancellationToken cancellation)
    {
        var told = Ask(node => node.Lines($"SELECT max(shard_num), maxIf(shard_num, is_local) FROM system.clusters WHERE cluster = '{Name}' FORMAT TabSeparated", cancellation))
            .Select(lines => lines[0].Split('\t').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        for (var node = 0; node < told.Length; node++)
        {
            if (told[node] is [0, _])
            {
                throw new ScanFaultException($"{Nodes[node].Name} knows no cluster {Name}: check remote_servers in its configuration.");
            }

            if (told[node] is [var shards, var own] && (shards != Nodes.Length || own == 0))
            {
                throw new ScanFaultException(own == 0
                    ? $"{Nodes[node].Name} is no shard of the cluster {Name} by its own configuration."
                    : $"The cluster {Name} has {shards.ToString(CultureInfo.InvariantCulture)} shards and the address names {Nodes.Length.ToString(CultureInfo.InvariantCulture)}: name one HTTP address for each, with commas between.");
            }
        }

        if (told.Select(each => each[1]).Distinct().Count() != told.Length)
        {
            throw new ScanFaultException($"Two of the addresses are of the same shard of {Name}: name one for each.");
        }
    }
}
