using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Sbirt.Service.Claims.Scanning;

namespace Sbirt.Service.Claims.ClickHouse;

/// <summary>
/// Where claims lie: <c>clickhouse://host:port[,host:port…]/database?cluster=NAME</c>, one HTTP address for each shard.
/// Nothing but these addresses is ever contacted. <c>clickhouses://</c> (or <c>secure=1</c>) is TLS.
/// </summary>
internal sealed partial record ClusterAddress(ImmutableArray<Uri> Nodes, string Database, string Cluster)
{
    private const string Form = "Claims are at clickhouse://host:port/database?cluster=NAME, with host:port of every shard, one after another with commas.";
    private const int DefaultPort = 8123;
    private const int DefaultSecurePort = 8443;

    /// <exception cref="ScanFaultException">It is written otherwise; what is written is not repeated, since it may hold a password.</exception>
    public static ClusterAddress Of(string text)
    {
        if (text.Contains('@', StringComparison.Ordinal))
        {
            throw new ScanFaultException($"No user and no password in the address: they come from the environment ({ClusterCredentials.UserVariable}, {ClusterCredentials.PasswordVariable} or {ClusterCredentials.PasswordFileVariable}).");
        }

        var parts = Shape().Match(text);
        var options = parts.Groups["options"].Value.Split('&', StringSplitOptions.RemoveEmptyEntries);
        if (!parts.Success || Array.Find(options, option => option.StartsWith("cluster=", StringComparison.Ordinal)) is not { } cluster || !Name().IsMatch(cluster["cluster=".Length..]))
        {
            throw new ScanFaultException(Form);
        }

        if (Array.Find(options, option => option != cluster && option is not ("secure=1" or "secure=0" or "plain=1")) is not null)
        {
            throw new ScanFaultException($"{Form} Besides cluster it takes secure=1 (TLS) and plain=1.");
        }

        var isSecure = parts.Groups["s"].Success || options.Contains("secure=1");
        var nodes = parts.Groups["hosts"].Value.Split(',').Select(host => NodeAt(host, isSecure)).ToImmutableArray();
        if (!isSecure && !options.Contains("plain=1") && !nodes.All(node => IPAddress.TryParse(node.Host, out var address) ? IPAddress.IsLoopback(address) : node.Host == "localhost"))
        {
            throw new ScanFaultException("Claims travel over a network encrypted: write clickhouses://, or add plain=1 when nobody else can reach that network.");
        }

        return nodes.Distinct().Count() == nodes.Length
            ? new ClusterAddress(nodes, parts.Groups["database"].Value, cluster["cluster=".Length..])
            : throw new ScanFaultException($"{Form} Here one stands twice.");
    }

    private static Uri NodeAt(string host, bool isSecure) =>
        Uri.TryCreate($"{(isSecure ? "https" : "http")}://{host}{(Port().IsMatch(host) ? "" : string.Create(CultureInfo.InvariantCulture, $":{(isSecure ? DefaultSecurePort : DefaultPort)}"))}/", UriKind.Absolute, out var node)
            ? node
            : throw new ScanFaultException(Form);

    [GeneratedRegex(@"^clickhouse(?<s>s)?://(?<hosts>[^/?#\s]+)/(?<database>[A-Za-z_][A-Za-z0-9_]*)\?(?<options>[^#\s]+)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@":\d+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Port();
}
