using System.Net.Sockets;

namespace Sbirt.Service.Claims.ClickHouse;

/// <summary>
/// Connections to the nodes of a cluster: no redirect, no proxy, no cookie. Queries may be silent for minutes, so a machine
/// that went away is noticed by probes of the connection, not by the time an answer takes.
/// </summary>
internal static class NodeConnections
{
    private const int ProbeAfterSeconds = 20;
    private const int ProbeEverySeconds = 5;
    private const int Probes = 4;
    private const int ResponseHeaderKib = 16;

    public static SocketsHttpHandler Create() => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        MaxResponseHeadersLength = ResponseHeaderKib,
        MaxResponseDrainSize = 0,
        ActivityHeadersPropagator = null,
        ConnectCallback = static async (context, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
                socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, ProbeAfterSeconds);
                socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, ProbeEverySeconds);
                socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, Probes);
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };
}
