using System.Collections.Frozen;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Sbirt.Service.Security.Keys;

/// <summary>
/// A key set at an issuer's address: two seconds in all, one more try when the connection fails, no redirects, a
/// bounded answer, and only addresses that <see cref="GuardedConnections"/> lets through. How often it is asked is
/// decided by <see cref="KeySet"/>, whose pause takes the place of a circuit breaker.
/// </summary>
internal sealed class KeyAddress : IKeySource, IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    private static readonly ResiliencePipeline Pipeline = new ResiliencePipelineBuilder()
        .AddTimeout(Deadline)
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 1,
            Delay = TimeSpan.FromMilliseconds(100),
            ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>(failure => failure.InnerException is not KeysUnreadableException),
        })
        .Build();

    private readonly Uri address;
    private readonly HttpClient client;

    public KeyAddress(Uri address, GuardedConnections connections)
    {
        this.address = address;
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = connections.ConnectAsync,
            MaxResponseHeadersLength = 16,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public async Task<FrozenDictionary<string, TrustedKey>> ReadAsync()
    {
        try
        {
            return KeyDocument.Read(await Pipeline.ExecuteAsync(FetchAsync));
        }
        catch (TimeoutRejectedException)
        {
            throw new KeysUnreadableException(KeyFailure.TooSlow);
        }
        catch (HttpRequestException failure) when (failure.InnerException is KeysUnreadableException why)
        {
            throw new KeysUnreadableException(why.Failure);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw new KeysUnreadableException(KeyFailure.Unreachable);
        }
    }

    public void Dispose() => client.Dispose();

    private async ValueTask<ReadOnlyMemory<byte>> FetchAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.StatusCode != System.Net.HttpStatusCode.OK)
        {
            throw new KeysUnreadableException(KeyFailure.OtherStatus);
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[KeyDocument.MostBytes + 1];
        var read = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return read <= KeyDocument.MostBytes ? buffer.AsMemory(0, read) : throw new KeysUnreadableException(KeyFailure.TooLarge);
    }
}
