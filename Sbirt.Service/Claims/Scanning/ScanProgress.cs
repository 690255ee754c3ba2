namespace Sbirt.Service.Claims.Scanning;

/// <summary>How far the scan is; read by the progress bar while workers add to it.</summary>
/// <param name="onRead">Told each time how much was read so far; null: nobody.</param>
internal sealed class ScanProgress(Action<long>? onRead = null)
{
    private long read;
    private long planned;

    /// <summary>Unpacked bytes read so far by all workers.</summary>
    public long Read => Interlocked.Read(ref read);

    /// <summary>Bytes to be read; of packed files as they lie, so an estimate.</summary>
    public long Planned => Interlocked.Read(ref planned);

    /// <summary>How much of the persons is done, from 0 to 1; 0 until every file was read.</summary>
    public double Assembled { get; private set; }

    public void Assemble(int done, int of) => Assembled = (double)done / of;

    public void Plan(long bytes) => Interlocked.Exchange(ref planned, bytes);

    public void Add(long bytes)
    {
        var all = Interlocked.Add(ref read, bytes);
        onRead?.Invoke(all);
    }
}
