using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Sbirt.Tests.Benchmarks;

/// <summary>
/// Hook calls, each about a patient of its own, at next to no cost for the sender: the bodies are written once, and an id of the
/// same length is put into each copy.
/// </summary>
internal sealed class HookLoad : IDisposable
{
    private const string Patient = "PATIENTID";

    private static readonly Uri Path = new("/cds-services/sbirt-screening", UriKind.Relative);

    private readonly HttpClient client;
    private readonly List<(byte[] Body, int[] Patients, int[] Instances)> drafts;
    private int sent;

    public HookLoad(Uri address)
    {
        client = new HttpClient { BaseAddress = address };
        drafts = [.. Enumerable.Range(0, 50).Select(n => Draft(HookCalls.One(n, DateOnly.FromDateTime(DateTime.Now), Patient)))];
    }

    /// <summary>Mean size of a body.</summary>
    public double Kilobytes => drafts.Average(draft => draft.Body.Length) / 1024;

    /// <summary>What came of calls.</summary>
    /// <param name="AnsweredMs">Latency of each that got cards, sorted.</param>
    /// <param name="RefusedMs">The same of each that got 429 with <c>Retry-After</c>, sorted.</param>
    /// <param name="Others">Calls that got anything else.</param>
    /// <param name="Seconds">From the first sent to the last answered.</param>
    public sealed record Outcome(double[] AnsweredMs, double[] RefusedMs, int Others, double Seconds)
    {
        public double AnsweredPerSecond => AnsweredMs.Length / Seconds;
    }

    /// <summary>As many at once as there are callers, each sending its next call when the last was answered.</summary>
    public async Task<Outcome> ByCallersAsync(int callers, int seconds)
    {
        var begin = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            var own = new List<(int Status, double Ms)>();
            while (Stopwatch.GetElapsedTime(begin).TotalSeconds < seconds)
            {
                var start = Stopwatch.GetTimestamp();
                own.Add((await CallAsync(), Stopwatch.GetElapsedTime(start).TotalMilliseconds));
            }

            return own;
        })));
        return Sorted(all.SelectMany(own => own), begin);
    }

    /// <summary>At a fixed rate, whether or not earlier calls were answered, each timed from the moment it was due.</summary>
    public async Task<Outcome> AtRateAsync(double perSecond, int seconds)
    {
        var begin = Stopwatch.GetTimestamp();
        var calls = new Task<(int Status, double Ms)>[(int)(perSecond * seconds)];
        for (var n = 0; n < calls.Length; n++)
        {
            var due = begin + (long)(Stopwatch.Frequency * (n / perSecond));
            var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
            if (wait > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(wait);
            }

            calls[n] = TimedAsync(due);
        }

        return Sorted(await Task.WhenAll(calls), begin);

        async Task<(int Status, double Ms)> TimedAsync(long due) => (await CallAsync(), Stopwatch.GetElapsedTime(due).TotalMilliseconds);
    }

    public void Dispose() => client.Dispose();

    private static Outcome Sorted(IEnumerable<(int Status, double Ms)> calls, long begin)
    {
        var all = calls.ToList();
        return new(
            [.. all.Where(call => call.Status == 200).Select(call => call.Ms).Order()],
            [.. all.Where(call => call.Status == 429).Select(call => call.Ms).Order()],
            all.Count(call => call.Status is not (200 or 429)),
            Stopwatch.GetElapsedTime(begin).TotalSeconds);
    }

    /// <summary>The status; 0 for a 429 that does not say when to come again.</summary>
    private async Task<int> CallAsync()
    {
        using var content = new ByteArrayContent(Next());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await client.PostAsync(Path, content);
        var status = (int)response.StatusCode;
        return status == 429 && response.Headers.RetryAfter?.Delta is null ? 0 : status;
    }

    private byte[] Next()
    {
        var number = Interlocked.Increment(ref sent);
        var (draft, patients, instances) = drafts[number % drafts.Count];
        var body = draft.ToArray();
        foreach (var at in patients)
        {
            number.TryFormat(body.AsSpan(at, Patient.Length), out _, "D9", CultureInfo.InvariantCulture);
        }

        foreach (var at in instances)
        {
            number.TryFormat(body.AsSpan(at, HookCalls.Instance.Length), out _, "D12", CultureInfo.InvariantCulture);
        }

        return body;
    }

    private static (byte[] Body, int[] Patients, int[] Instances) Draft(string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        return (body, Places(body, Patient), Places(body, HookCalls.Instance));
    }

    private static int[] Places(byte[] body, string mark)
    {
        var bytes = Encoding.UTF8.GetBytes(mark);
        return [.. Enumerable.Range(0, body.Length - bytes.Length).Where(at => body.AsSpan(at).StartsWith(bytes))];
    }
}
