using System.Net;
using System.Net.Sockets;

namespace Sbirt.FhirAdapter.Client.Transport;

/// <summary>
/// Tells addresses of the open internet from those that lead into a network: loopback, private, link-local and
/// reserved ones, also where an IPv6 address carries an IPv4 one. Source: IANA special-purpose address registries.
/// </summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] Reserved4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    // Inside 2000::/3, the only block given out: protocol assignments with Teredo, documentation, 6to4.
    private static readonly IPNetwork Given6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Reserved6 =
    [
        .. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(IPNetwork.Parse),
    ];

    /// <summary>Whether a connection to it leaves for the open internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return IsPublic(address.MapToIPv4());
        }

        return address.AddressFamily == AddressFamily.InterNetwork
            ? !Reserved4.Any(network => network.Contains(address))
            : Given6.Contains(address) && !Reserved6.Any(network => network.Contains(address));
    }
}
