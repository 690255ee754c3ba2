using Sbirt.Service.Store.Databases;

namespace Sbirt.Service.Store.Migrations;

/// <summary>
/// Brings a database to the schema this program knows: each step in a transaction with the note that it is done,
/// so a stop at any moment is taken up where it was.
/// </summary>
internal sealed class SchemaUpgrade(Database database, IReadOnlyList<Migration> migrations, TimeProvider time)
{
    /// <summary>The table in which the applied steps are noted.</summary>
    public const string Notes =
        "CREATE TABLE IF NOT EXISTS schema_migration (number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, applied_ms BIGINT NOT NULL)";

    /// <exception cref="StoreRefusedException">The schema is newer than this program.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (await IsCurrentAsync(cancellation))
        {
            return;
        }

        await database.WriteAsync(transaction => transaction.ExecuteAsync(Notes), cancellation);
        foreach (var migration in migrations)
        {
            await database.WriteAsync(transaction => StepAsync(transaction, migration), cancellation);
        }
    }

    private async Task<bool> IsCurrentAsync(CancellationToken cancellation)
    {
        var done = await AppliedSteps.ReadAsync(database, cancellation);
        var known = migrations.Count == 0 ? 0 : migrations[^1].Number;
        if (done.Count > 0 && done[^1] > known)
        {
            throw new StoreRefusedException(
                $"The database has schema {done[^1]}, this program knows schema {known}. "
                + "Start the newer program again, or put back the backup made before the upgrade.");
        }

        return migrations.All(migration => done.Contains(migration.Number));
    }

    private async Task<int> StepAsync(StoreTransaction transaction, Migration migration)
    {
        var isDone = await transaction.FirstAsync<long?>(
            "SELECT number FROM schema_migration WHERE number = @Number", new { Number = (long)migration.Number });
        if (isDone is not null)
        {
            return 0;
        }

        await transaction.ExecuteAsync(migration.SqlFor(database));
        return await transaction.ExecuteAsync(
            "INSERT INTO schema_migration (number, name, applied_ms) VALUES (@Number, @Name, @AppliedMs)",
            new
            {
                Number = (long)migration.Number,
                migration.Name,
                AppliedMs = time.GetUtcNow().ToUnixTimeMilliseconds(),
            });
    }
}
