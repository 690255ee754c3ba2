namespace Sbirt.Service.Claims.Scanning;

/// <summary>How far the scan is; read by the progress bar while workers add to it.</summary>
/// <param name="onRead">Told each time how much was read so far; null: nobody.</param>
internal sealed class ScanProgress(Action<long>? onRead = null)
{
    private long read;
    private long kept;
    private long planned;
    private double assembled;

    /// <summary>Bytes done so far by all workers, of packed files as they lie.</summary>
    public long Read => Interlocked.Read(ref read);

    /// <summary>What of it was read before a stop and need not be read again: it took no time now.</summary>
    public long Kept => Interlocked.Read(ref kept);

    /// <summary>Bytes to be read, of packed files as they lie; 0 while files are still looked for.</summary>
    public long Planned => Interlocked.Read(ref planned);

    /// <summary>How much of the persons is done, from 0 to 1; 0 until every file is read.</summary>
    public double Assembled => Volatile.Read(ref assembled);

    public void Plan(long bytes) => Interlocked.Exchange(ref planned, bytes);

    public void Keep(long bytes)
    {
        Interlocked.Add(ref kept, bytes);
        Add(bytes);
    }

    public void Add(long bytes)
    {
        var all = Interlocked.Add(ref read, bytes);
        onRead?.Invoke(all);
    }

    public void Assemble(int done, int of) => Volatile.Write(ref assembled, (double)done / of);
}
