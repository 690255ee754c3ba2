using Dapper;
using Sbirt.Service.Store.Databases;

namespace Sbirt.Service.Store.Migrations;

/// <summary>Which steps a database has behind it; none for an empty one.</summary>
internal static class AppliedSteps
{
    public static Task<List<long>> ReadAsync(Database database, CancellationToken cancellation) =>
        database.ReadAsync(
            async connection =>
            {
                var exists = await connection.ExecuteScalarAsync<long>(
                    new CommandDefinition(database.HasNotesSql, cancellationToken: cancellation));
                if (exists == 0)
                {
                    return [];
                }

                var numbers = await connection.QueryAsync<long>(new CommandDefinition(
                    "SELECT number FROM schema_migration ORDER BY number", cancellationToken: cancellation));
                return numbers.AsList();
            },
            cancellation);
}
