using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using PublicInternet = Sbirt.FhirAdapter.Client.Transport.PublicAddress;

namespace Sbirt.Service.Security.Keys;

/// <summary>
/// Connects to public addresses only, decided on the very address that is connected to: a name that changes its
/// meaning between check and use gains nothing.
/// </summary>
/// <param name="permitted">Private networks the operator allows.</param>
/// <param name="resolve">Looks a name up.</param>
internal sealed class GuardedConnections(
    ImmutableArray<IPNetwork> permitted, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    public GuardedConnections(ImmutableArray<IPNetwork> permitted)
        : this(permitted, Dns.GetHostAddressesAsync)
    {
    }

    /// <exception cref="KeysUnreadableException">No address of the name may be connected to.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var found = await resolve(context.DnsEndPoint.Host, cancellation);
        var allowed = found.Where(IsAllowed).ToArray();
        if (allowed.Length == 0)
        {
            throw new KeysUnreadableException(KeyFailure.ForbiddenAddress);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>True for an address of the public internet, or of a permitted network.</summary>
    public bool IsAllowed(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return PublicInternet.IsPublic(plain) || permitted.Any(network => network.Contains(plain));
    }
}
