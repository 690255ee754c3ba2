using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Sbirt.Service.Store.Databases;

/// <summary>
/// A SQLite connection that keeps the statements it has prepared: the same few are asked again with each call, and parsing
/// and planning them takes longer than running them.
/// </summary>
/// <param name="generation">Connections of an older generation are closed when they come back.</param>
internal sealed class KeptConnection(string connectionString, int generation) : SqliteConnection(connectionString)
{
    /// <summary>More than the program has statements.</summary>
    private const int MostStatements = 64;

    private readonly Dictionary<string, SqliteCommand> idle = new(StringComparer.Ordinal);

    public int Generation => generation;

    protected override DbCommand CreateDbCommand() => new KeptCommand(this);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var command in idle.Values)
            {
                command.Dispose();
            }

            idle.Clear();
        }

        base.Dispose(disposing);
    }

    /// <summary>The prepared statement of this text, or a new one; it is the caller's until it is given back.</summary>
#pragma warning disable CA2100 // The texts are the program's own; values come as parameters.
    internal SqliteCommand Take(string sql) => idle.Remove(sql, out var known) ? known : new SqliteCommand(sql, this);
#pragma warning restore CA2100

    internal void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (idle.Count >= MostStatements || !idle.TryAdd(command.CommandText, command))
        {
            command.Dispose();
        }
    }
}
