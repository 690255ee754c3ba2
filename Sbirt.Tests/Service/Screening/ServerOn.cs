using Sbirt.Tests.Hosts;

namespace Sbirt.Tests.Service.Screening;

/// <summary>The running service on one of the two databases.</summary>
internal static class ServerOn
{
    public static async Task<SbirtServer> StartAsync(
        string provider, PostgresCluster cluster, params IEnumerable<(string Key, string Value)> settings) => provider == "postgres"
        ? await SbirtServer.StartAsync(
            [.. settings, ("Sbirt:Store:Provider", provider), ("Sbirt:Store:Connection", await cluster.NewDatabaseAsync())])
        : await SbirtServer.StartAsync([.. settings]);
}
