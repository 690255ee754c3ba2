namespace Sbirt.FhirAdapter.Client;

/// <summary>How far a record system is trusted and waited for; published in <c>docs/limits.md</c>.</summary>
public sealed record FhirClientOptions
{
    /// <summary>The only bases that are ever read. Without any, every read is refused.</summary>
    public TrustedServers Servers { get; init; } = TrustedServers.None;

    /// <summary>Time for one read with all its pages and its retries.</summary>
    public TimeSpan TotalDeadline { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>Pages of one search; what lies beyond is left out and said so.</summary>
    public int Pages { get; init; } = 3;

    /// <summary>Bytes of one answer, unpacked.</summary>
    public int AnswerBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>Bytes of all pages of one read together, unpacked.</summary>
    public int TotalBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Calls of a server in <see cref="FailureWindow"/> before it can be left alone; half of them failed.</summary>
    public int CallsBeforePause { get; init; } = 6;

    /// <summary>How far back failures are counted.</summary>
    public TimeSpan FailureWindow { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a server that keeps failing is not called.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether a trusted name may lead to a private address: a record system inside the clinic's network.</summary>
    public bool AllowPrivateAddresses { get; init; }
}
