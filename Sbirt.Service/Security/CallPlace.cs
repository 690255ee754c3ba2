using System.Threading.RateLimiting;

namespace Sbirt.Service.Security;

/// <summary>One of the places of <see cref="Admission"/>, held by a call until its answer is ready.</summary>
internal sealed class CallPlace(RateLimitLease? place, RateLimitLease? work) : IDisposable
{
    /// <summary>No place: every one is taken.</summary>
    public static CallPlace None { get; } = new(null, null);

    public bool IsAcquired => place is not null;

    /// <summary>
    /// Nothing is left but to wait for the disk, which takes no processor: the next call is worked on meanwhile, and more of
    /// them are flushed together.
    /// </summary>
    public void EndWork() => work?.Dispose();

    public void Dispose()
    {
        work?.Dispose();
        place?.Dispose();
    }
}
