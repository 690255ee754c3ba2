namespace Sbirt.Service.Store;

/// <summary>One version of a resource; <paramref name="Body"/> is byte for byte what was received.</summary>
/// <param name="Current">Version that is current now.</param>
internal sealed record StoredResource(
    string Type, string Id, long Version, DateTimeOffset LastUpdated, ReadOnlyMemory<byte> Body, long Current)
{
    /// <summary>Prints no content.</summary>
    public override string ToString() => $"{Type} version {Version}";
}
