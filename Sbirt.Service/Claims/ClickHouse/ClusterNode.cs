using System.Globalization;
using System.Net;
using System.Text;
using Polly;
using Polly.Retry;
using Sbirt.Service.Claims.Scanning;

namespace Sbirt.Service.Claims.ClickHouse;

/// <summary>One node, spoken to over HTTP. What fails is told by the node's address and error number, never by what it answered.</summary>
internal sealed class ClusterNode(Uri address, ClusterCredentials credentials, HttpClient client, TimeProvider clock)
{
    private const int MostSmallAnswerBytes = 1 << 20;

    // Every limit that a profile may set is to fail a query and never to cut its answer short; the answer begins when the
    // query is done, so that one that fails half-way is no answer of 200 with a sentence in the middle of its rows.
    private const string WholeOrNothing =
        "wait_end_of_query=1&buffer_size=1048576&insert_distributed_sync=1&result_overflow_mode=throw&read_overflow_mode=throw&timeout_overflow_mode=throw&group_by_overflow_mode=throw&set_overflow_mode=throw&sort_overflow_mode=throw&distinct_overflow_mode=throw";

    private readonly ResiliencePipeline pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 3,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(500),
            ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>().Handle<IOException>(),
        })
        .Build();

    /// <summary>Host and port.</summary>
    public string Name => address.Authority;

    /// <summary>A statement that may be sent twice.</summary>
    public void Execute(string sql, CancellationToken cancellation) => Read(sql, MostSmallAnswerBytes, cancellation);

    /// <summary>A short answer as it is written by <c>TabSeparated</c>, one line each.</summary>
    public string[] Lines(string sql, CancellationToken cancellation, long mostBytes = MostSmallAnswerBytes) =>
        Encoding.UTF8.GetString(Read(sql, mostBytes, cancellation).Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The whole answer; one that is longer than expected is a fault.</summary>
    public ReadOnlyMemory<byte> Read(string sql, long mostBytes, CancellationToken cancellation) => Send(
        () => new HttpRequestMessage(HttpMethod.Post, new Uri(address, "?" + WholeOrNothing)) { Content = new StringContent(sql) },
        mostBytes,
        cancellation);

    /// <summary>Inserts rows. Each try is asked for its bytes anew: the one before may have arrived all the same.</summary>
    public void Insert(string sql, Func<ReadOnlyMemory<byte>> rows, CancellationToken cancellation) => Send(
        () => new HttpRequestMessage(HttpMethod.Post, new Uri(address, $"?{WholeOrNothing}&query={Uri.EscapeDataString(sql)}")) { Content = new ReadOnlyMemoryContent(rows()) },
        MostSmallAnswerBytes,
        cancellation);

    private ReadOnlyMemory<byte> Send(Func<HttpRequestMessage> make, long mostBytes, CancellationToken cancellation)
    {
        try
        {
            return pipeline.Execute(
                token =>
                {
                    using var request = make();
                    credentials.AddTo(request);
                    using var response = client.Send(request, HttpCompletionOption.ResponseHeadersRead, token);
                    return response.StatusCode == HttpStatusCode.OK ? Body(response, mostBytes, token) : throw new ScanFaultException(Said(response));
                },
                cancellation);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ScanFaultException($"{Name} took longer than {client.Timeout.TotalMinutes.ToString(CultureInfo.InvariantCulture)} minutes for one query. Its log says what it is busy with.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new ScanFaultException($"{Name} does not answer, so nothing was written: a part of the claims is no answer. Start the node again and give the same command.");
        }
    }

    private ReadOnlyMemory<byte> Body(HttpResponseMessage response, long mostBytes, CancellationToken cancellation)
    {
        using var stream = response.Content.ReadAsStream(cancellation);
        using var body = new MemoryStream();
        var buffer = new byte[1 << 17];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            body.Write(buffer.AsSpan(0, read));
            if (body.Length > mostBytes)
            {
                throw new ScanFaultException($"{Name} answered with more than there is to answer, so nothing of it is used.");
            }
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    // The text of an error may repeat values of rows or name the user: only its number is told on.
    private string Said(HttpResponseMessage response)
    {
        Span<byte> head = stackalloc byte[64];
        using var stream = response.Content.ReadAsStream();
        var said = Encoding.ASCII.GetString(head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)]);
        var number = said.StartsWith("Code: ", StringComparison.Ordinal) && int.TryParse(said.AsSpan("Code: ".Length, Math.Max(0, said.AsSpan("Code: ".Length).IndexOfAny(',', '.'))), CultureInfo.InvariantCulture, out var code) ? code : 0;
        return number switch
        {
            60 or 81 => $"No claims were loaded at {Name} into this database: load them with claims load.",
            192 or 193 or 194 or 516 => $"{Name} does not let this user in: check {ClusterCredentials.UserVariable} and the password.",
            164 or 497 => $"{Name} does not let this user do this: loading needs the right to make tables and insert, scanning to read and to set settings.",
            241 => $"{Name} has not enough memory for a query (its error 241): raise max_memory_usage of the user.",
            243 or 76 or 75 => $"The disk of {Name} is full or cannot be written (its error {number.ToString(CultureInfo.InvariantCulture)}).",
            210 or 279 or 209 => $"{Name} cannot reach another node of the cluster (its error {number.ToString(CultureInfo.InvariantCulture)}). Start it again and give the same command.",
            0 => $"{Name} answered with status {((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)} and is no ClickHouse, or something stands between.",
            _ => $"{Name} could not do it (its error {number.ToString(CultureInfo.InvariantCulture)}); its log says why.",
        };
    }
}
