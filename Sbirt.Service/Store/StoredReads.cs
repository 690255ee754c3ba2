using System.Collections.Immutable;
using Dapper;
using Sbirt.Service.Store.Databases;

namespace Sbirt.Service.Store;

/// <summary>What the store reads, always within one tenant.</summary>
internal sealed class StoredReads(Database database)
{
    private const string Resource =
        "SELECT v.type, v.id, v.version, v.last_updated_ms AS LastUpdatedMs, v.body, r.current_version AS Current "
        + "FROM resource r JOIN resource_version v ON v.tenant = r.tenant AND v.type = r.type AND v.id = r.id "
        + "WHERE r.tenant = @tenant AND r.type = @type ";

    public async Task<StoredResource?> OneAsync(
        string tenant, string type, string id, long? version, CancellationToken cancellation)
    {
        var which = version is null ? "v.version = r.current_version" : "v.version = @version";
        var rows = await ListAsync<Row>(
            $"{Resource} AND r.id = @id AND {which}", new { tenant, type, id, version }, cancellation);
        return rows.FirstOrDefault()?.ToResource();
    }

    public async Task<ImmutableArray<StoredResource>> HistoryAsync(
        string tenant, string type, string id, int atMost, CancellationToken cancellation)
    {
        var rows = await ListAsync<Row>(
            Resource + "AND r.id = @id ORDER BY v.version DESC LIMIT @atMost", new { tenant, type, id, atMost }, cancellation);
        return [.. rows.Select(row => row.ToResource())];
    }

    public async Task<StoredResource?> NamedAsync(
        string tenant, string type, BusinessIdentifier identifier, CancellationToken cancellation)
    {
        var rows = await ListAsync<Row>(
            Resource + "AND v.version = r.current_version AND r.id = (SELECT i.id FROM resource_identity i "
            + "WHERE i.tenant = @tenant AND i.type = @type AND i.digest = @Digest)",
            new { tenant, type, identifier.Digest },
            cancellation);
        return rows.FirstOrDefault()?.ToResource();
    }

    public async Task<long> CountAsync(string tenant, string type, CancellationToken cancellation)
    {
        var rows = await ListAsync<long>(
            "SELECT COUNT(*) FROM resource WHERE tenant = @tenant AND type = @type", new { tenant, type }, cancellation);
        return rows[0];
    }

    public async Task<ImmutableArray<DerivedResult>> ResultsAsync(
        string tenant, string type, string id, long version, CancellationToken cancellation)
    {
        var rows = await ListAsync<ResultRow>(
            "SELECT content_version AS ContentVersion, pack, body FROM derived_result WHERE tenant = @tenant "
            + "AND type = @type AND id = @id AND version = @version ORDER BY content_version, pack",
            new { tenant, type, id, version },
            cancellation);
        return [.. rows.Select(row => new DerivedResult(row.ContentVersion, row.Pack, row.Body))];
    }

    private Task<List<T>> ListAsync<T>(string sql, object values, CancellationToken cancellation) =>
        database.ReadAsync(
            async connection =>
            {
                var rows = await connection.QueryAsync<T>(new CommandDefinition(sql, values, cancellationToken: cancellation));
                return rows.AsList();
            },
            cancellation);

    private sealed record Row(string Type, string Id, long Version, long LastUpdatedMs, byte[] Body, long Current)
    {
        public StoredResource ToResource() =>
            new(Type, Id, Version, DateTimeOffset.FromUnixTimeMilliseconds(LastUpdatedMs), Body, Current);
    }

    private sealed record ResultRow(string ContentVersion, string Pack, byte[] Body);
}
