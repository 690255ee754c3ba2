using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Sbirt.Tests.Hosts;

/// <summary>
/// A record system: a real Kestrel that serves FHIR under <c>/fhir</c>, from texts or files, with faults scripted by
/// name (<see cref="EhrAnswers"/>). What it was not told of is answered with 404.
/// </summary>
public sealed class EhrServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<EhrAnswer>> scripts = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<EhrCall> calls = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly WebApplication app;

    private EhrServer(WebApplication app) => this.app = app;

    /// <summary>The base to read from, such as <c>http://127.0.0.1:41234/fhir</c>.</summary>
    public Uri BaseUrl => new(new Uri(app.Urls.First()), "/fhir");

    /// <summary>What was asked, in order.</summary>
    public IReadOnlyList<EhrCall> Calls => [.. calls];

    /// <summary>Starts it at a free port; with a certificate it speaks TLS.</summary>
    public static async Task<EhrServer> StartAsync(X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        builder.WebHost.UseKestrelHttpsConfiguration();
        var app = builder.Build();
        var server = new EhrServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>Serves one text for a read or search, written as it is sent: <c>Observation?patient=1</c>.</summary>
    public EhrServer Holds(string query, string json) => Answers(query, EhrAnswers.Json(json));

    /// <summary>Serves a file.</summary>
    public EhrServer HoldsFile(string query, string path) => Holds(query, File.ReadAllText(path));

    /// <summary>Answers one query in turn; the last answer stays.</summary>
    public EhrServer Answers(string query, params EhrAnswer[] inTurn)
    {
        scripts[query] = new ConcurrentQueue<EhrAnswer>(inTurn);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        using var atOnce = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await app.StopAsync(atOnce.Token);
        await app.DisposeAsync();
        stopping.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var target = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var query = target.StartsWith("/fhir/", StringComparison.Ordinal) ? target[6..] : target;
        calls.Enqueue(new EhrCall(query, http.Request.Headers.Authorization.ToString()));
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping.Token);
        try
        {
            await Next(query)(http, ended.Token);
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException)
        {
            http.Abort();
        }
    }

    private EhrAnswer Next(string query)
    {
        if (!scripts.TryGetValue(query, out var script) || !script.TryPeek(out var answer))
        {
            return EhrAnswers.Status(404);
        }

        return script.Count > 1 && script.TryDequeue(out var once) ? once : answer;
    }
}

/// <summary>One request that reached the record system.</summary>
/// <param name="Query">Below the base, or the whole target when it lies elsewhere.</param>
/// <param name="Authorization">The header, empty when there was none.</param>
public sealed record EhrCall(string Query, string Authorization);

/// <summary>How the record system answers one request.</summary>
public delegate Task EhrAnswer(HttpContext http, CancellationToken ended);
