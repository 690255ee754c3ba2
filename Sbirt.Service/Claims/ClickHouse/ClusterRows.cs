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

    private int Slices => (int)Math.Max(1, (claims + claimsAtOnce - 1) / claimsAtOnce);

    public IEnumerable<(int From, int To)> Ranges()
    {
        progress.Plan(claims * FactTables.Claims.RowBytes);
        for (var slice = 0; slice < Slices; slice++)
        {
            yield return (slice, slice + 1);
        }

        ledger.Verify(loaded.Blocks, cancellation);
        var (rows, sum) = loaded.Blocks.Where(block => block.Table == FactTables.Claims.Name)
            .Aggregate((Rows: 0L, Sum: 0UL), (all, block) => (all.Rows + block.Rows, unchecked(all.Sum + block.Sum)));
        var (readRows, readSum) = readers.Aggregate((Rows: 0L, Sum: 0UL), (all, reader) => (all.Rows + reader.ClaimRows, unchecked(all.Sum + reader.ClaimSum)));
        if ((rows, sum) != (readRows, readSum))
        {
            throw new ScanFaultException(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} claims were loaded and {readRows:N0} of them were read, so nothing is told from them. Scan again; if it says so again, the tables were changed."));
        }
    }

    public void Read((int From, int To) range, List<ClaimRow> claims, List<DispensingRow> dispensings, List<DiseaseRow> diseases)
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
    }

    /// <summary>The persons of a slice: those whose hash begins so. The tables lie in this order, so a slice is read and no more.</summary>
    private string PersonsIn((int From, int To) range)
    {
        ulong Begin(int slice) => (ulong)((UInt128)slice * ((UInt128)1 << 64) / (UInt128)Slices);

        var last = range.To == Slices ? ulong.MaxValue : Begin(range.To) - 1;
        return string.Create(CultureInfo.InvariantCulture, $"person >= {Begin(range.From)} AND person <= {last}");
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
            Read(FactTables.Claims, persons, "", Claims, cancellation);
            ClaimRows += Claims.Count;
            foreach (ref readonly var row in CollectionsMarshal.AsSpan(Claims))
            {
                ClaimSum = unchecked(ClaimSum + FactTables.Claims.SumOf(row));
            }

            Read(FactTables.Dispensings, persons, candidates.Dispensings, Dispensings, cancellation);
            Read(FactTables.Diseases, persons, candidates.Diseases, Diseases, cancellation);
        }

        /// <param name="having">What must hold of a person's rows together; empty: of nobody is anything left out; null: nothing is wanted.</param>
        private void Read<T>(FactTable<T> table, string persons, string? having, List<T> into, CancellationToken cancellation)
            where T : unmanaged, IFactRow
        {
            into.Clear();
            if (having is null)
            {
                return;
            }

            var from = $"FROM {database}.{ClusterSchema.Local(table.Name)} WHERE {persons}";
            var only = having.Length == 0 ? "" : $" AND (person, rest) IN (SELECT person, rest {from} GROUP BY person, rest HAVING {having})";
            var rows = node.Read($"SELECT {table.Columns} {from}{only} FORMAT RowBinary", MostBytes, cancellation).Span;
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
