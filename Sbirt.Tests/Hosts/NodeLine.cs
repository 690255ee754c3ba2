using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sbirt.Tests.Hosts;

/// <summary>What becomes of a request on its way to a node.</summary>
internal enum OnTheLine
{
    Passes,

    /// <summary>It arrives and is carried out, and the answer is lost.</summary>
    LosesTheAnswer,

    /// <summary>It does not arrive.</summary>
    IsCut,
}

/// <summary>A network line to a node. A test decides of every request, by what its first bytes say, what becomes of it.</summary>
internal sealed class NodeLine : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int to;
    private readonly Func<string, OnTheLine> decide;
    private readonly CancellationTokenSource end = new();

    public NodeLine(int to, Func<string, OnTheLine> decide)
    {
        (this.to, this.decide) = (to, decide);
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Dispose()
    {
        end.Cancel();
        listener.Dispose();
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await listener.AcceptTcpClientAsync(end.Token));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient caller)
    {
        using var node = new TcpClient();
        using (caller)
        {
            try
            {
                await node.ConnectAsync(IPAddress.Loopback, to, end.Token);
                var fate = OnTheLine.Passes;
                var there = CopyAsync(caller.GetStream(), node.GetStream(), bytes =>
                {
                    if (bytes.StartsWith("POST "u8))
                    {
                        fate = decide(Uri.UnescapeDataString(Encoding.ASCII.GetString(bytes[..Math.Min(bytes.Length, 2000)])));
                    }

                    return fate != OnTheLine.IsCut;
                });
                await Task.WhenAny(there, CopyAsync(node.GetStream(), caller.GetStream(), _ => fate == OnTheLine.Passes));
            }
            catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // Either side is gone: so is the line.
            }
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream into, Func<ReadOnlySpan<byte>, bool> passes)
    {
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await from.ReadAsync(buffer, end.Token)) > 0 && passes(buffer.AsSpan(0, read)))
        {
            await into.WriteAsync(buffer.AsMemory(0, read), end.Token);
        }
    }
}
