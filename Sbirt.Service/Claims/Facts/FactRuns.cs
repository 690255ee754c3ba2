using Microsoft.Win32.SafeHandles;

namespace Sbirt.Service.Claims.Facts;

/// <summary>All run files of a scan, read side by side a few buckets at a time, so that memory does not grow with the input.</summary>
internal sealed class FactRuns : IPersonRows, IDisposable
{
    /// <summary>Rows that are held at once; more only when a single bucket holds more.</summary>
    private const int RowsAtOnce = 40_000;

    private readonly List<Run> runs = [];

    public FactRuns(IEnumerable<string> paths)
    {
        var counts = new long[RowTable<ClaimRow>.Buckets];
        foreach (var path in paths)
        {
            runs.Add(new Run(File.OpenHandle(path), counts));
        }

        var ends = Ends(counts);
        Ranges = ends.Length;
        runs.ForEach(run => run.Divide(ends));
    }

    public int Ranges { get; }

    public void Read(int range, List<ClaimRow> claims, List<DispensingRow> dispensings, List<DiseaseRow> diseases)
    {
        claims.Clear();
        dispensings.Clear();
        diseases.Clear();
        foreach (var run in runs)
        {
            run.Claims.Read(range, claims);
            run.Dispensings.Read(range, dispensings);
            run.Diseases.Read(range, diseases);
        }
    }

    public void Dispose() => runs.ForEach(run => run.File.Dispose());

    /// <summary>The bucket behind each range.</summary>
    public static int[] Ends(long[] counts)
    {
        var ends = new List<int>();
        var rows = 0L;
        for (var bucket = 0; bucket < counts.Length; bucket++)
        {
            if (rows > 0 && rows + counts[bucket] > RowsAtOnce)
            {
                ends.Add(bucket);
                rows = 0;
            }

            rows += counts[bucket];
        }

        if (rows > 0)
        {
            ends.Add(counts.Length);
        }

        return [.. ends];
    }

    private sealed class Run
    {
        public Run(SafeFileHandle file, long[] counts)
        {
            File = file;
            Claims = new RowReader<ClaimRow>(file, 0, counts);
            Dispensings = new RowReader<DispensingRow>(file, Claims.End, counts);
            Diseases = new RowReader<DiseaseRow>(file, Dispensings.End, counts);
        }

        public SafeFileHandle File { get; }

        public RowReader<ClaimRow> Claims { get; }

        public RowReader<DispensingRow> Dispensings { get; }

        public RowReader<DiseaseRow> Diseases { get; }

        public void Divide(int[] ends)
        {
            Claims.Divide(ends);
            Dispensings.Divide(ends);
            Diseases.Divide(ends);
        }
    }
}
