using Dapper;
using Microsoft.Data.Sqlite;
using Sbirt.Service.Store.Databases;
using Sbirt.Service.Store.Migrations;

namespace Sbirt.Service.Store.Checks;

/// <summary>
/// Compares the tables of a SQLite file with those that the migrations make in an empty database: SQLite keeps the
/// schema as text and notices no changed letter in it until a statement fails.
/// </summary>
internal static class SchemaCheck
{
    private const string Schema = "SELECT type || ' ' || name || ': ' || COALESCE(sql, '') FROM sqlite_master ORDER BY 1";

    public static async Task<bool> IsAsMigratedAsync(
        Database database, IReadOnlyList<Migration> migrations, CancellationToken cancellation)
    {
        await using var empty = new SqliteConnection("Data Source=:memory:");
        await empty.OpenAsync(cancellation);
        foreach (var sql in migrations.Select(migration => migration.SqlFor(database)).Prepend(SchemaUpgrade.Notes))
        {
            await empty.ExecuteAsync(new CommandDefinition(sql, cancellationToken: cancellation));
        }

        var expected = await empty.QueryAsync<string>(new CommandDefinition(Schema, cancellationToken: cancellation));
        var found = await database.ReadAsync(
            connection => connection.QueryAsync<string>(new CommandDefinition(Schema, cancellationToken: cancellation)),
            cancellation);
        return found.SequenceEqual(expected, StringComparer.Ordinal);
    }
}
