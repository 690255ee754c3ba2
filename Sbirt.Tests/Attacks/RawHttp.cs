using System.Net.Sockets;
using System.Text;

namespace Sbirt.Tests.Attacks;

/// <summary>Bytes straight to the socket, for requests that no well-behaved client can make.</summary>
internal static class RawHttp
{
    /// <summary>
    /// Sends them and gives what came back until the server closed, or said nothing more for two seconds or as long as
    /// the test says.
    /// </summary>
    public static async Task<string> SendAsync(Uri server, string head, byte[]? body = null, bool closeSending = true, int? patienceSeconds = null)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port);
        var stream = client.GetStream();
        var answer = new StringBuilder();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(head.ReplaceLineEndings("\r\n")));
            await stream.WriteAsync(body ?? []);
            if (closeSending)
            {
                client.Client.Shutdown(SocketShutdown.Send);
            }

            var buffer = new byte[64 * 1024];
            int read;
            using var silence = new CancellationTokenSource();
            do
            {
                silence.CancelAfter(TimeSpan.FromSeconds(patienceSeconds ?? (closeSending ? 20 : 2)));
                read = await stream.ReadAsync(buffer, silence.Token);
                answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
            }
            while (read > 0);
        }
        catch (Exception end) when (end is IOException or OperationCanceledException)
        {
            // The server closed in the middle, or holds the connection open: what came so far is the answer.
        }

        return answer.ToString();
    }
}
