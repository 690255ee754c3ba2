namespace Sbirt.Service.Store;

/// <summary>
/// What was derived from one version of a resource, with what is needed to derive it again: the version of
/// the content and the threshold pack.
/// </summary>
internal sealed record DerivedResult(string ContentVersion, string Pack, ReadOnlyMemory<byte> Body)
{
    /// <summary>Prints no content.</summary>
    public override string ToString() => $"{Pack} {ContentVersion}";
}

/// <summary>What came of keeping a result.</summary>
internal enum ResultKept
{
    /// <summary>Kept now.</summary>
    Kept,

    /// <summary>The same bytes were kept before.</summary>
    Already,

    /// <summary>Other bytes are kept for the same content version and pack: the derivation is not repeatable.</summary>
    Differs,

    /// <summary>There is no such resource version.</summary>
    NoSuchVersion,
}
