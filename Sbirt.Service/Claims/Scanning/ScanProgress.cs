namespace Sbirt.Service.Claims.Scanning;

/// <summary>How far the scan is; read by the progress bar while workers add to it.</summary>
internal sealed class ScanProgress
{
    private long read;

    /// <summary>Unpacked bytes read so far by all workers.</summary>
    public long Read => Interlocked.Read(ref read);

    public void Add(long bytes) => Interlocked.Add(ref read, bytes);
}
