namespace Sbirt.Service.Store.Writing;

/// <summary>A version without its body.</summary>
internal sealed record VersionRow(long Version, long LastUpdatedMs, byte[] ContentHash)
{
    public DateTimeOffset LastUpdated => DateTimeOffset.FromUnixTimeMilliseconds(LastUpdatedMs);
}
