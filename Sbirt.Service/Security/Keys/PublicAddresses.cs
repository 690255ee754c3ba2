using System.Collections.Immutable;
using System.Net;

namespace Sbirt.Service.Security.Keys;

/// <summary>Which addresses belong to the public internet (IANA special-purpose registries, RFC 6890 and successors).</summary>
internal static class PublicAddresses
{
    private static readonly ImmutableArray<IPNetwork> Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    // Of IPv6 only this block is handed out; the rest of it is carved out below (documentation, tunnels into IPv4).
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    private static readonly ImmutableArray<IPNetwork> SpecialInGlobal =
        [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(IPNetwork.Parse)];

    public static bool Contains(IPAddress address) => address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork
        ? !Special.Any(network => network.Contains(address))
        : Global.Contains(address) && !SpecialInGlobal.Any(network => network.Contains(address));
}
