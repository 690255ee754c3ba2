using System.Net;
using System.Net.Sockets;

namespace Sbirt.FhirAdapter.Client.Transport;

/// <summary>
/// Makes outgoing connections that follow no redirect, use no proxy, keep no cookie, leave the checking of
/// certificates to the system, and look at the address at the moment they connect, so that a name that changes its
/// meaning between a check and its use gains nothing.
/// </summary>
public static class GuardedConnections
{
    private const int ResponseHeaderKib = 16;

    /// <param name="allowPrivateAddresses">Whether names may lead into a private network or to this machine.</param>
    /// <param name="connectTimeout">Time to connect, certificate included.</param>
    public static SocketsHttpHandler Create(bool allowPrivateAddresses, TimeSpan connectTimeout) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip,
        ConnectTimeout = connectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxResponseHeadersLength = ResponseHeaderKib,
        // An answer that is given up is not read to its end to save its connection.
        MaxResponseDrainSize = 0,
        // Traces carry URLs, and URLs carry patients.
        ActivityHeadersPropagator = null,
        ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, allowPrivateAddresses, cancellation),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, bool allowPrivate, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(to.Host, cancellation);
        if (!allowPrivate && !addresses.All(PublicAddress.IsPublic))
        {
            throw new PrivateAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, to.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
