using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Sbirt.Tests.Hosts;

/// <summary>An issuer's address of keys on a real Kestrel; it counts who asks, and answers as the test says.</summary>
internal sealed class KeyServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private int asked;

    private KeyServer(WebApplication app) => this.app = app;

    public Uri Address => new(new Uri(app.Urls.First()), "/jwks");

    /// <summary>How many requests came, whatever was asked.</summary>
    public int Asked => asked;

    /// <summary>What is answered; a set of keys, or a fault.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    public static async Task<KeyServer> StartAsync(params SigningKey[] keys)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new KeyServer(builder.Build());
        server.Publish(keys);
        server.app.Run(context =>
        {
            Interlocked.Increment(ref server.asked);
            return server.Answer(context);
        });
        await server.app.StartAsync();
        return server;
    }

    public void Publish(params SigningKey[] keys) => Say(SigningKey.Set([.. keys.Select(key => key.PublicJwk())]));

    public void Say(string body) => Answer = context => context.Response.WriteAsync(body);

    public void Fail(int status = 503) => Answer = context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
