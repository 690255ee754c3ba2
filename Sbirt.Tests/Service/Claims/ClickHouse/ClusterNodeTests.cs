using System.Net;
using System.Net.Sockets;
using System.Text;
using Sbirt.Service.Claims.ClickHouse;
using Sbirt.Service.Claims.Scanning;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Claims.ClickHouse;

/// <summary>What a node, or something that stands in its place, may answer.</summary>
public sealed class ClusterNodeTests : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly HttpClient client = new(NodeConnections.Create());
    private int calls;

    public ClusterNodeTests() => listener.Start();

    public void Dispose()
    {
        listener.Dispose();
        client.Dispose();
    }

    [Fact]
    public void A_redirect_is_not_followed()
    {
        var fault = Fault($"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:{Port}/elsewhere\r\nContent-Length: 0\r\n\r\n");
        fault.ShouldContain("status 302");
        calls.ShouldBe(1);
    }

    [Fact]
    public void An_error_is_told_by_its_number_and_never_by_its_text()
    {
        var said = "Code: 999, e.displayText() = DB::Exception: row ('0f3a','of a person') of user scan";
        var fault = Fault($"HTTP/1.1 500 Internal Server Error\r\nContent-Length: {said.Length}\r\n\r\n{said}");
        fault.ShouldContain("its error 999");
        fault.ShouldNotContain("0f3a");
        calls.ShouldBe(1);
    }

    [Fact]
    public void An_answer_that_is_longer_than_it_can_be_is_given_up() =>
        Fault("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + new string('1', 5000)).ShouldContain("more than there is");

    [Fact]
    public void An_answer_that_breaks_off_is_asked_for_again_and_then_is_none()
    {
        Fault("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n12").ShouldContain("does not answer");
        calls.ShouldBe(4);
    }

    private int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    private string Fault(string answer)
    {
        _ = AnswerAsync(Encoding.ASCII.GetBytes(answer));
        var node = new ClusterNode(new Uri($"http://127.0.0.1:{Port}/"), new ClusterCredentials("scan", "secret"), client, new ClockThatDoesNotWait());
        return Should.Throw<ScanFaultException>(() => node.Read("SELECT 1", 1000, TestContext.Current.CancellationToken)).Message;
    }

    private async Task AnswerAsync(byte[] answer)
    {
        try
        {
            while (true)
            {
                using var caller = await listener.AcceptTcpClientAsync();
                calls++;
                var stream = caller.GetStream();
                var asked = new StringBuilder();
                var buffer = new byte[4096];
                while (!asked.ToString().EndsWith("SELECT 1", StringComparison.Ordinal) && await stream.ReadAsync(buffer) is > 0 and var read)
                {
                    asked.Append(Encoding.ASCII.GetString(buffer, 0, read));
                }

                await stream.WriteAsync(answer);
                caller.Client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }

    /// <summary>Pauses between tries are over at once.</summary>
    private sealed class ClockThatDoesNotWait : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
    }
}
