using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Sbirt.FhirAdapter.Client.Transport;

/// <summary>
/// How every GET to one host is sent: at most once more when that can help, and not at all for a while after the
/// host kept failing.
/// </summary>
internal sealed class HostPipeline
{
    private readonly ResiliencePipeline<Attempt> _pipeline;

    public HostPipeline(FhirClientOptions options, TimeProvider clock) =>
        _pipeline = new ResiliencePipelineBuilder<Attempt> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<Attempt>
            {
                MaxRetryAttempts = 1,
                ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Result?.RetryIn is not null),
                DelayGenerator = outcome => ValueTask.FromResult(outcome.Outcome.Result?.RetryIn),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Attempt>
            {
                FailureRatio = 0.5,
                MinimumThroughput = options.CallsBeforePause,
                SamplingDuration = options.FailureWindow,
                BreakDuration = options.Pause,
                ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Result?.IsServerFailure == true),
            })
            .Build();

    public async Task<Attempt> SendAsync(
        PageFetch fetch, PageRequest page, CancellationToken caller, CancellationToken cancellation)
    {
        try
        {
            return await _pipeline.ExecuteAsync(
                static async (call, cancellation) => await call.fetch.SendAsync(call.page, call.caller, cancellation),
                (fetch, page, caller),
                cancellation);
        }
        catch (BrokenCircuitException)
        {
            return Attempt.Refused(FhirServerReasons.Paused);
        }
    }
}
