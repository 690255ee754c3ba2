using System.Buffers;
using System.Collections.Frozen;
using Polly;
using Polly.Timeout;
using Sbirt.Content.Findings;
using Sbirt.FhirAdapter.Client.Transport;

namespace Sbirt.FhirAdapter.Client;

/// <summary>
/// Reads a patient's data from record systems that are on the list, within a deadline and caps, and gives nothing
/// rather than something doubtful: no part of an answer, no other person's data. It logs nothing and keeps nothing.
/// One instance serves one trusted client for its whole life; it may be used by many calls at once.
/// </summary>
public sealed class FhirClient : IDisposable
{
    // The characters of a bearer token, RFC 6750 section 2.1.
    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=");

    private readonly FhirClientOptions _options;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;
    private readonly PageFetch _fetch;
    private readonly ResiliencePipeline _deadline;
    private readonly FrozenDictionary<string, HostPipeline> _hosts;

    /// <param name="options">Whom to trust and how far to wait.</param>
    /// <param name="clock">Tells deadlines, pauses and the dates of Retry-After.</param>
    public FhirClient(FhirClientOptions options, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        var connections = GuardedConnections.Create(options.AllowPrivateAddresses, options.TotalDeadline);
        _http = new HttpClient(connections, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
        _fetch = new PageFetch(_http, clock);
        _deadline = new ResiliencePipelineBuilder { TimeProvider = clock }.AddTimeout(options.TotalDeadline).Build();
        _hosts = options.Servers.Origins.ToFrozenDictionary(
            origin => origin, _ => new HostPipeline(options, clock), StringComparer.Ordinal);
    }

    /// <summary>
    /// One read or type search, relative to the base: <c>Patient/123</c>, <c>Observation?patient=123</c>. Refused
    /// with one reason when any part of it could not be had or trusted; the reason shows no URL, token or answer.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<Reading<FhirPages>> ReadAsync(FhirAccess access, string query, CancellationToken cancellation)
    {
        if (FaultOf(access, query, out var asked) is { } fault)
        {
            return Reading<FhirPages>.Refuse(fault);
        }

        var page = new PageRequest(
            asked.Under(access.BaseUrl), access.AccessToken, _options.AnswerBytes, new Deadline(_clock, _options.TotalDeadline));
        var host = _hosts[TrustedServers.OriginOf(access.BaseUrl)];
        using var walk = new PageWalk(access, asked, _options);
        try
        {
            return await _deadline.ExecuteAsync(
                async stop => await walk.RunAsync(page, one => host.SendAsync(_fetch, one, cancellation, stop)),
                cancellation);
        }
        catch (TimeoutRejectedException)
        {
            return Reading<FhirPages>.Refuse(FhirServerReasons.TooLate);
        }
    }

    public void Dispose() => _http.Dispose();

    // Everything that is wrong before anything is sent.
    private Reason? FaultOf(FhirAccess access, string query, out FhirQuery asked)
    {
        asked = null!;
        if (!_options.Servers.Trusts(access.BaseUrl))
        {
            return FhirServerReasons.NotTrusted;
        }

        if (!FhirQuery.IsSafeId(access.PatientId))
        {
            return FhirServerReasons.PatientIdMalformed;
        }

        if (access.AccessToken is { } token && (token.Length == 0 || token.AsSpan().ContainsAnyExcept(TokenCharacters)))
        {
            return FhirServerReasons.TokenMalformed;
        }

        if (FhirQuery.Parse(query) is not { } parsed)
        {
            return FhirServerReasons.QueryInvalid;
        }

        asked = parsed;
        return parsed.ReadsAnotherPatient(access.PatientId) ? FhirServerReasons.OtherPatient : null;
    }
}
