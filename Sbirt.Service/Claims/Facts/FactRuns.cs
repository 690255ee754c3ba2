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
        foreach (var path in paths)
        {
            runs.Add(new Run(File.OpenHandle(path)));
        }
    }

    /// <summary>Ranges of buckets, each small enough to be held, that together are all.</summary>
    public IEnumerable<(int From, int To)> Ranges()
    {
        var (from, rows) = (0, 0L);
        for (var bucket = 0; bucket < RowTable<ClaimRow>.Buckets; bucket++)
        {
            rows += runs.Sum(run => (long)run.CountIn(bucket));
            if (rows >= RowsAtOnce)
            {
                yield return (from, bucket + 1);
                (from, rows) = (bucket + 1, 0);
            }
        }

        if (rows > 0)
        {
            yield return (from, RowTable<ClaimRow>.Buckets);
        }
    }

    public void Read((int From, int To) range, List<ClaimRow> claims, List<DispensingRow> dispensings, List<DiseaseRow> diseases)
    {
        claims.Clear();
        dispensings.Clear();
        diseases.Clear();
        foreach (var run in runs)
        {
            run.Claims.Read(range.From, range.To, claims);
            run.Dispensings.Read(range.From, range.To, dispensings);
            run.Diseases.Read(range.From, range.To, diseases);
        }
    }

    public void Dispose() => runs.ForEach(run => run.File.Dispose());

    private sealed class Run
    {
        public Run(SafeFileHandle file)
        {
            File = file;
            Claims = new RowReader<ClaimRow>(file, 0);
            Dispensings = new RowReader<DispensingRow>(file, Claims.End);
            Diseases = new RowReader<DiseaseRow>(file, Dispensings.End);
        }

        public SafeFileHandle File { get; }

        public RowReader<ClaimRow> Claims { get; }

        public RowReader<DispensingRow> Dispensings { get; }

        public RowReader<DiseaseRow> Diseases { get; }

        public int CountIn(int bucket) => Claims.CountIn(bucket) + Dispensings.CountIn(bucket) + Diseases.CountIn(bucket);
    }
}
