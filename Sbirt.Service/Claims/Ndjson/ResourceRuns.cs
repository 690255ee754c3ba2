using Microsoft.Win32.SafeHandles;
using Sbirt.Service.Claims.Facts;

namespace Sbirt.Service.Claims.Ndjson;

/// <summary>All run files of resources, read side by side a few buckets of patients at a time.</summary>
internal sealed class ResourceRuns : IDisposable
{
    private readonly List<Run> runs = [];
    private readonly IReadOnlySet<int> broken;

    /// <param name="broken">Texts of which nothing is used.</param>
    public ResourceRuns(IEnumerable<string> paths, IReadOnlySet<int> broken)
    {
        this.broken = broken;
        var counts = new long[RowTable<IdentityRow>.Buckets];
        foreach (var path in paths)
        {
            runs.Add(new Run(File.OpenHandle(path), counts));
        }

        var ends = FactRuns.Ends(counts);
        Ranges = ends.Length;
        runs.ForEach(run => run.Divide(ends));
    }

    public int Ranges { get; }

    public PersonRows<IdentityRow> Identities { get; } = new();

    public PersonRows<BilledRow> Billed { get; } = new();

    public PersonRows<ReplacedRow> Replaced { get; } = new();

    public PersonRows<BilledDiseaseRow> Diseases { get; } = new();

    public PersonRows<HandedRow> Handed { get; } = new();

    public PersonRows<OrderRow> Orders { get; } = new();

    /// <summary>Every Organization; there are as many as institutions, and not as persons.</summary>
    public List<OrganizationRow> Organizations()
    {
        var all = new List<OrganizationRow>();
        for (var range = 0; range < Ranges; range++)
        {
            runs.ForEach(run => run.Organizations.Read(range, all));
        }

        all.RemoveAll(row => broken.Contains(row.File));
        return all;
    }

    /// <summary>Reads the patients of a range.</summary>
    public void Read(int range)
    {
        Read(range, Identities, run => run.Identities);
        Read(range, Billed, run => run.Billed);
        Read(range, Replaced, run => run.Replaced);
        Read(range, Diseases, run => run.Diseases);
        Read(range, Handed, run => run.Handed);
        Read(range, Orders, run => run.Orders);
    }

    public void Dispose() => runs.ForEach(run => run.File.Dispose());

    private void Read<T>(int range, PersonRows<T> into, Func<Run, RowReader<T>> of)
        where T : unmanaged, IFactRow
    {
        into.Read.Clear();
        foreach (var run in runs)
        {
            of(run).Read(range, into.Read);
        }

        if (broken.Count > 0)
        {
            into.Read.RemoveAll(row => broken.Contains(row.File));
        }

        into.Sort();
    }

    private sealed class Run
    {
        public Run(SafeFileHandle file, long[] counts)
        {
            File = file;
            Identities = new RowReader<IdentityRow>(file, 0, counts);
            Billed = new RowReader<BilledRow>(file, Identities.End, counts);
            Replaced = new RowReader<ReplacedRow>(file, Billed.End, counts);
            Diseases = new RowReader<BilledDiseaseRow>(file, Replaced.End, counts);
            Handed = new RowReader<HandedRow>(file, Diseases.End, counts);
            Orders = new RowReader<OrderRow>(file, Handed.End, counts);
            Organizations = new RowReader<OrganizationRow>(file, Orders.End, counts);
        }

        public SafeFileHandle File { get; }

        public RowReader<IdentityRow> Identities { get; }

        public RowReader<BilledRow> Billed { get; }

        public RowReader<ReplacedRow> Replaced { get; }

        public RowReader<BilledDiseaseRow> Diseases { get; }

        public RowReader<HandedRow> Handed { get; }

        public RowReader<OrderRow> Orders { get; }

        public RowReader<OrganizationRow> Organizations { get; }

        public void Divide(int[] ends)
        {
            Identities.Divide(ends);
            Billed.Divide(ends);
            Replaced.Divide(ends);
            Diseases.Divide(ends);
            Handed.Divide(ends);
            Orders.Divide(ends);
            Organizations.Divide(ends);
        }
    }
}
