namespace Sbirt.Service.Claims.Scanning;

/// <summary>How far the scan is; read by the progress bar while workers add to it.</summary>
internal sealed class ScanProgress
{
    private long read;
    private long planned;

    /// <summary>Unpacked bytes read so far by all workers.</summary>
    public long Read => Interlocked.Read(ref read);

    /// <summary>Bytes to be read; of packed files as they lie, so an estimate.</summary>
    public long Planned => Interlocked.Read(ref planned);

    public void Plan(long bytes) => Interlocked.Exchange(ref planned, bytes);

    public void Add(long bytes) => Interlocked.Add(ref read, bytes);
}
