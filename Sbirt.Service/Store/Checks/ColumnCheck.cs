using Dapper;
using Sbirt.Service.Store.Databases;

namespace Sbirt.Service.Store.Checks;

/// <summary>
/// Looks in every column of a SQLite file for values of another kind than the column keeps: SQLite lets any kind stand
/// in any column, so one flipped byte can turn a number into bytes and only the reading of that row would fail.
/// </summary>
internal static class ColumnCheck
{
    private const string Columns =
        "SELECT t.name AS \"Table\", c.name AS \"Name\", c.type AS \"Kind\" FROM sqlite_master t JOIN pragma_table_info(t.name) c "
        + "WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%'";

    public static Task<bool> HoldAsync(Database database, CancellationToken cancellation) =>
        database.ReadAsync(
            async connection =>
            {
                foreach (var column in await connection.QueryAsync<Column>(new CommandDefinition(Columns, cancellationToken: cancellation)))
                {
                    // The names are those of our own migrations: the schema was compared with them before.
                    var other = $"SELECT EXISTS (SELECT 1 FROM {column.Table} WHERE typeof({column.Name}) NOT IN ('{KindOf(column.Kind)}', 'null'))";
                    if (await connection.ExecuteScalarAsync<bool>(new CommandDefinition(other, cancellationToken: cancellation)))
                    {
                        return false;
                    }
                }

                return true;
            },
            cancellation);

    private static string KindOf(string declared) => declared switch
    {
        "BIGINT" or "INTEGER" => "integer",
        "BLOB" => "blob",
        _ => "text",
    };

    private sealed record Column(string Table, string Name, string Kind);
}
