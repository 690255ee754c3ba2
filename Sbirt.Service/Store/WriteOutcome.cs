namespace Sbirt.Service.Store;

/// <summary>What came of one write.</summary>
internal abstract record WriteOutcome
{
    private WriteOutcome()
    {
    }

    /// <summary>False: nothing was stored and the caller must be told why.</summary>
    public bool IsAccepted => this is Created or Updated or Existing;

    /// <summary>A new resource (201).</summary>
    internal sealed record Created(string Id, long Version, DateTimeOffset LastUpdated) : WriteOutcome;

    /// <summary>A further version of a known resource (200).</summary>
    internal sealed record Updated(string Id, long Version, DateTimeOffset LastUpdated) : WriteOutcome;

    /// <summary>
    /// Nothing to store (200): the same bytes are already there as <paramref name="Version"/>, or an
    /// <c>If-None-Exist</c> identifier names this resource, whatever its content.
    /// </summary>
    /// <param name="Stored">The content that is there, where it is not the one sent; else empty.</param>
    internal sealed record Existing(
        string Id, long Version, DateTimeOffset LastUpdated, bool SameContent, ReadOnlyMemory<byte> Stored = default) : WriteOutcome;

    /// <summary>Refused by identity (409).</summary>
    /// <param name="ExistingId">The resource in the way, when there is exactly one.</param>
    internal sealed record Conflict(ConflictKind Kind, string? ExistingId) : WriteOutcome;

    /// <summary>Refused by <c>If-Match</c> (412).</summary>
    /// <param name="Current">Version that is there; null: no such resource.</param>
    internal sealed record VersionConflict(long? Current) : WriteOutcome;
}

/// <summary>Why an identity stood in the way.</summary>
internal enum ConflictKind
{
    /// <summary>An identifier names a resource with other content, and this one does not amend it.</summary>
    DifferentContent,

    /// <summary>Its identifiers name more than one resource, or that of an update names another one.</summary>
    NamesAnother,

    /// <summary>The id given is taken.</summary>
    IdTaken,

    /// <summary>Two entries of one transaction have one identity.</summary>
    TwiceInTransaction,
}
