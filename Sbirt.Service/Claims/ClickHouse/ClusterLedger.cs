using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sbirt.Service.Claims.Scanning;

namespace Sbirt.Service.Claims.ClickHouse;

/// <summary>The book that loaders keep in the cluster: which texts they began, and which parts are there whole.</summary>
internal sealed class ClusterLedger(Cluster cluster)
{
    private const long MostBytes = 1L << 31;

    /// <summary>Every part that was loaded, each once, in no order that says anything.</summary>
    public ImmutableArray<LoadedPart> Parts(CancellationToken cancellation) =>
    [
        .. Rows(ClusterSchema.Parts, "part", cancellation)
            .Select(line => JsonSerializer.Deserialize(line, LoadedPartJson.Default.LoadedPart)!)
            .DistinctBy(part => part.Id)
            .OrderBy(part => part.Id),
    ];

    /// <summary>Texts that were begun, by their names and offsets (<see cref="TextName"/>).</summary>
    public IEnumerable<string> Planned(CancellationToken cancellation) =>
        Rows(ClusterSchema.Planned, "text", cancellation).Distinct(StringComparer.Ordinal).Select(line => JsonSerializer.Deserialize(line, LoadedPartJson.Default.String)!);

    public void Plan(IEnumerable<string> texts, CancellationToken cancellation) =>
        Write(ClusterSchema.Planned, "text", texts.Select(text => (IdOf(text), JsonSerializer.Serialize(text, LoadedPartJson.Default.String))), cancellation);

    public void Commit(LoadedPart part, CancellationToken cancellation) =>
        Write(ClusterSchema.Parts, "part", [(part.Id, JsonSerializer.Serialize(part, LoadedPartJson.Default.LoadedPart))], cancellation);

    /// <summary>
    /// Holds rows and sums of every block, as the nodes count them now, against what was committed. Blocks that nobody
    /// committed do not count.
    /// </summary>
    /// <exception cref="ScanFaultException">Rows are missing, or are too many.</exception>
    public void Verify(IEnumerable<LoadedBlock> committed, CancellationToken cancellation)
    {
        var there = FactTables.All.SelectMany(table => cluster.Ask(node => node.Lines(
                $"SELECT block, count(), {table.Sum} FROM {cluster.Database}.{ClusterSchema.Local(table.Name)} GROUP BY block FORMAT TabSeparated", cancellation, MostBytes))
            .SelectMany(lines => lines.Select(line => Block(table.Name, line.Split('\t'))))
            .GroupBy(each => each.Block)
            .Select(same => same.Aggregate((one, other) => one with { Rows = one.Rows + other.Rows, Sum = unchecked(one.Sum + other.Sum) })))
            .ToDictionary(each => (each.Table, each.Block));
        foreach (var block in committed)
        {
            if (there.GetValueOrDefault((block.Table, block.Block)) is var found && found != block)
            {
                throw new ScanFaultException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Of {block.Rows:N0} rows that were loaded into {block.Table} in one block, {found?.Rows ?? 0:N0} are there{(found?.Rows == block.Rows ? ", with other content" : "")}: nothing is told from a part of the claims. Bring the data of the nodes back, or load into a new database."));
            }
        }
    }

    /// <summary>How a text is told from all others.</summary>
    public static string TextName(string file, long from) => string.Create(CultureInfo.InvariantCulture, $"{from} {file}");

    private static LoadedBlock Block(string table, string[] fields) => new(
        table,
        ulong.Parse(fields[0], CultureInfo.InvariantCulture),
        long.Parse(fields[1], CultureInfo.InvariantCulture),
        ulong.Parse(fields[2], CultureInfo.InvariantCulture));

    private static ulong IdOf(string text) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // JSON has no tab and no line end, so a value is a line as it is.
    private IEnumerable<string> Rows(string table, string column, CancellationToken cancellation) => cluster
        .Ask(node => node.Lines($"SELECT {column} FROM {cluster.Database}.{ClusterSchema.Local(table)} FORMAT TabSeparatedRaw", cancellation, MostBytes))
        .SelectMany(lines => lines);

    private void Write(string table, string column, IEnumerable<(ulong Id, string Value)> rows, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, new UTF8Encoding(false), leaveOpen: true))
        {
            foreach (var (id, value) in rows)
            {
                // A number, and a text with its length before it in sevens of bits: RowBinary has the same form.
                writer.Write(id);
                writer.Write(value);
            }
        }

        if (body.Length > 0)
        {
            cluster.Nodes[0].Insert($"INSERT INTO {cluster.Database}.{table} (id, {column}) FORMAT RowBinary", () => body.ToArray(), cancellation);
        }
    }
}
