using Sbirt.Content.Findings;

namespace Sbirt.FhirAdapter.Client.Transport;

/// <summary>What came of sending one GET once: the bytes of a 200, or why there are none.</summary>
internal sealed record Attempt
{
    /// <summary>The unpacked body of a 200 of a JSON type; null when there is a reason.</summary>
    public byte[]? Body { get; private init; }

    /// <summary>Why there is no body.</summary>
    public Reason? Reason { get; private init; }

    /// <summary>After how long it is worth sending again; null when it is not.</summary>
    public TimeSpan? RetryIn { get; init; }

    /// <summary>Whether the server itself failed, as distinct from refusing what was asked.</summary>
    public bool IsServerFailure { get; init; }

    public static Attempt Read(byte[] body) => new() { Body = body };

    /// <summary>The server works and gave no answer to this.</summary>
    public static Attempt Refused(Reason reason) => new() { Reason = reason };

    /// <summary>The server does not work.</summary>
    public static Attempt Failed(Reason reason) => new() { Reason = reason, IsServerFailure = true };
}
