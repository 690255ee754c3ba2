using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Sbirt.Service.Claims.ClickHouse;

/// <summary>
/// The tables, in SQL that every ClickHouse since 18.16 takes: of each kind one on every node (<c>…_local</c>), and over
/// them a Distributed one that sends each row to the node of its person.
/// </summary>
internal static class ClusterSchema
{
    /// <summary>Texts that are being loaded, told before any of their rows.</summary>
    public const string Planned = "planned";

    /// <summary>Parts that were loaded whole (<see cref="LoadedPart"/>).</summary>
    public const string Parts = "parts";

    public static ulong NewNumber() => BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    public static string Local(string table) => table + "_local";

    /// <summary>Makes what is not there yet.</summary>
    public static void Create(Cluster cluster, CancellationToken cancellation) => cluster.Ask(node =>
    {
        node.Execute($"CREATE DATABASE IF NOT EXISTS {cluster.Database}", cancellation);
        foreach (var (table, definition, shard) in Tables())
        {
            node.Execute($"CREATE TABLE IF NOT EXISTS {cluster.Database}.{Local(table)} {definition}", cancellation);
            node.Execute($"CREATE TABLE IF NOT EXISTS {cluster.Database}.{table} AS {cluster.Database}.{Local(table)} ENGINE = Distributed({cluster.Name}, {cluster.Database}, {Local(table)}, {shard})", cancellation);
        }

        return true;
    });

    private static IEnumerable<(string Table, string Definition, string Shard)> Tables() =>
    [
        .. FactTables.All.Select(table => (table.Name, table.Definition, "person")),
        (Planned, "(id UInt64, text String) ENGINE = MergeTree() ORDER BY id", "id"),
        (Parts, "(id UInt64, part String) ENGINE = MergeTree() ORDER BY id", "id"),
    ];
}
