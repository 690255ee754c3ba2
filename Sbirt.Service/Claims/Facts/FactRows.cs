namespace Sbirt.Service.Claims.Facts;

/// <summary>
/// A row of the work folder: all rows begin with whom they are about. Rows are the facts packed as closely as they go, since
/// every one of them is written to the disk, read again and sorted.
/// </summary>
internal interface IFactRow
{
    ClaimPerson Person { get; }

    /// <summary>What the person's rows are brought together by.</summary>
    UInt128 Base { get; }

    /// <summary>The text the fact stands in.</summary>
    int File { get; }
}
