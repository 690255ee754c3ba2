using System.Globalization;

namespace Sbirt.Service.Screening.Sheets;

/// <summary>
/// A progress line on standard error while long work runs and somebody is watching: drawn only on a terminal, and
/// not while results scroll through the same terminal.
/// </summary>
internal sealed class SheetProgress : IDisposable
{
    private const int BarCells = 30;
    private static readonly long Pause = TimeSpan.FromMilliseconds(200).Ticks;

    private readonly long totalBytes;
    private readonly bool drawn;
    private long earlierFiles;
    private long thisFile;
    private long sheets;
    private long lastDrawn;

    private SheetProgress(long totalBytes, bool drawn) => (this.totalBytes, this.drawn) = (totalBytes, drawn);

    public static SheetProgress Over(IEnumerable<string> files) => new(
        files.Where(File.Exists).Sum(file => new FileInfo(file).Length),
        !Console.IsErrorRedirected && Console.IsOutputRedirected);

    public void Reached(long bytesOfFile, int more)
    {
        thisFile = bytesOfFile;
        sheets += more;
        var now = Environment.TickCount64 * TimeSpan.TicksPerMillisecond;
        if (drawn && now - lastDrawn > Pause)
        {
            lastDrawn = now;
            Draw();
        }
    }

    public void FileDone() => (earlierFiles, thisFile) = (earlierFiles + thisFile, 0);

    public void Dispose()
    {
        if (drawn)
        {
            Draw();
            Console.Error.WriteLine();
        }
    }

    private void Draw()
    {
        var share = totalBytes == 0 ? 1 : Math.Min(1, (earlierFiles + thisFile) / (double)totalBytes);
        var full = (int)(share * BarCells);
        Console.Error.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"\r[{new string('#', full)}{new string('.', BarCells - full)}] {share,4:P0}  {sheets:N0}"));
    }
}
