using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Scanning;

namespace Sbirt.Service.Claims.ClickHouse;

/// <summary>
/// The rows of all persons from the nodes' own tables, a slice of persons at a time, all nodes side by side. Claims come of
/// everybody; of medicines and diseases come those of persons of whom a signal may have something to say. When the last
/// slice was read, what came is held against what was loaded.
/// </summary>
/// <param name="claimsAtOnce">How many claims a slice has, more or less.</param>
internal sealed class ClusterRows(
    Cluster cluster, LoadedTexts loaded, CandidateSql candidates, long claimsAtOnce, ScanProgress progress, CancellationToken cancellation) : IPersonRows
{
    private readonly ClusterLedger ledger = new(cluster);
    private readonly ImmutableArray<Reader> readers = [.. cluster.Nodes.Select(node => new Reader(node, cluster.Database, loaded.Numbers()))];
    private readonly long claims = loaded.Blocks.Where(block => block.Table == FactTables.Claims.Name).Sum(block => block.Rows);

    public int Ranges => (int)Math.Max(1, (claims + claimsAtOnce - 1) / claimsAtOnce);

    public void Read(int range, List<ClaimRow> claims, List<DispensingRow> dispensings, List<DiseaseRow> diseases)
    {
        var persons = PersonsIn(range);
        cluster.Ask(node =>
        {
            readers[cluster.Nodes.IndexOf(node)].Read(persons, candidates, cancellation);
            return true;
        });
        claims.Clear();
        dispensings.Clear();
        diseases.Clear();
        foreach (var reader in readers)
        {
            claims.AddRange(reader.Claims);
            dispensings.AddRange(reader.Dispensings);
            diseases.AddRange(reader.Diseases);
        }

        progress.Add((long)claims.Count * FactTables.Claims.RowBytes);
        if (range == Ranges - 1)
        {
            CheckWhole();
        }
    }

    private void CheckWhole()
    {
        ledger.Verify(loaded.Blocks, cancellation);
        var (rows, sum) = loaded.Blocks.Where(block => block.Table == FactTables.Claims.Name)
            .Aggregate((Rows: 0L, Sum: 0UL), (all, block) => (all.Rows + block.Rows, unchecked(all.Sum + block.Sum)));
        var (readRows, readSum) = readers.Aggregate((Rows: 0L, Sum: 0UL), (all, reader) => (all.Rows + reader.ClaimRows, unchecked(all.Sum + reader.ClaimSum)));
        if ((rows, sum) != (readRows, readSum))
        {
            throw new ScanFaultException(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} claims were loaded and {readRows:N0} of them were read, so nothing is told from them. Scan again; if it says so again, the tables were changed."));
        }
    }

    /// <summary>The persons of a range: those whose hash begins so. The tables lie in this order, so a slice is read and no more.</summary>
    private string PersonsIn(int range)
    {
        ulong Begin(int slice) => (ulong)((UInt128)slice * ((UInt128)1 << 64) / (UInt128)Ranges);

        var last = range == Ranges - 1 ? ulong.MaxValue : Begin(range + 1) - 1;
        return string.Create(CultureInfo.InvariantCulture, $"person >= {Begin(range)} AND person <= {last}");
    }

    /// <summary>Reads from one node.</summary>
    private sealed class Reader(ClusterNode node, string database, TextNumbers numbers)
    {
        private const long MostBytes = 1L << 30;

        public List<ClaimRow> Claims { get; } = [];

        public List<DispensingRow> Dispensings { get; } = [];

        public List<DiseaseRow> Diseases { get; } = [];

        public long ClaimRows { get; private set; }

        public ulong ClaimSum { get; private set; }

        public void Read(string persons, CandidateSql candidates, CancellationToken cancellation)
        {
            Read(FactTables.Claims, persons, Claims, cancellation);
            ClaimRows += Claims.Count;
            foreach (ref readonly var row in CollectionsMarshal.AsSpan(Claims))
            {
                ClaimSum = unchecked(ClaimSum + FactTables.Claims.SumOf(row));
            }

            Read(FactTables.Dispensings, Of(persons, FactTables.Dispensings, candidates.Dispensings), Dispensings, cancellation);
            Read(FactTables.Diseases, Of(persons, FactTables.Diseases, candidates.Diseases), Diseases, cancellation);
        }

        // Who has no claim at all is a person, too: of these come all rows, so that everybody is counted.
        private string Of(string persons, IFactTable table, string having) =>
            $"{persons} AND ((person, rest) IN (SELECT person, rest {From(table)} WHERE {persons} GROUP BY person, rest HAVING {having})"
            + $" OR (person, rest, branch, name) NOT IN (SELECT person, rest, branch, name {From(FactTables.Claims)} WHERE {persons}))";

        private string From(IFactTable table) => $"FROM {database}.{ClusterSchema.Local(table.Name)}";

        private void Read<T>(FactTable<T> table, string which, List<T> into, CancellationToken cancellation)
            where T : unmanaged, IFactRow
        {
            into.Clear();
            var rows = node.Read($"SELECT {table.Columns} {From(table)} WHERE {which} FORMAT RowBinary", MostBytes, cancellation).Span;
            if (rows.Length % table.RowBytes != 0)
            {
                throw new ScanFaultException($"{node.Name} answered with rows of another form: the tables were not made by this version of the program. Load the claims into a new database.");
            }

            for (; !rows.IsEmpty; rows = rows[table.RowBytes..])
            {
                var row = table.Read(rows, numbers);
                // Rows of a try that was not committed do not count.
                if (numbers.IsKnown)
                {
                    into.Add(row);
                }
            }
        }
    }
}
