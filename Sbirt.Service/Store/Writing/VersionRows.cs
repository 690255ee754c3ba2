using System.Security.Cryptography;
using Sbirt.Service.Store.Databases;

namespace Sbirt.Service.Store.Writing;

/// <summary>The versions of a resource and what was derived from each.</summary>
internal sealed class VersionRows(StoreTransaction transaction, string tenant, DateTimeOffset now)
{
    private const string Columns = "v.version, v.last_updated_ms AS LastUpdatedMs, v.content_hash AS ContentHash";

    /// <summary>False: the id is taken.</summary>
    public async Task<bool> AddResourceAsync(string type, string id) =>
        await transaction.ExecuteAsync(
            "INSERT INTO resource (tenant, type, id, current_version) VALUES (@tenant, @type, @id, 0) ON CONFLICT DO NOTHING",
            new { tenant, type, id }) == 1;

    public Task<VersionRow?> CurrentAsync(string type, string id) =>
        transaction.FirstAsync<VersionRow>(
            $"SELECT {Columns} FROM resource r JOIN resource_version v "
            + "ON v.tenant = r.tenant AND v.type = r.type AND v.id = r.id AND v.version = r.current_version "
            + "WHERE r.tenant = @tenant AND r.type = @type AND r.id = @id",
            new { tenant, type, id });

    /// <summary>The newest version that has exactly this content: a late repetition of an older one is still a repetition.</summary>
    public Task<VersionRow?> WithContentAsync(string type, string id, byte[] hash) =>
        transaction.FirstAsync<VersionRow>(
            $"SELECT {Columns} FROM resource_version v WHERE v.tenant = @tenant AND v.type = @type AND v.id = @id "
            + "AND v.content_hash = @hash ORDER BY v.version DESC LIMIT 1",
            new { tenant, type, id, hash });

    /// <summary>The bytes of a version that is there.</summary>
    public async Task<byte[]> BodyAsync(string type, string id, long version) =>
        (await transaction.FirstAsync<byte[]>(
            "SELECT body FROM resource_version WHERE tenant = @tenant AND type = @type AND id = @id AND version = @version",
            new { tenant, type, id, version }))!;

    /// <param name="notBeforeMs">When the version before was stored; a clock set back does not turn the history round.</param>
    public async Task<VersionRow> AddAsync(Write write, string id, long version, long notBeforeMs)
    {
        var row = new VersionRow(
            version, Math.Max(now.ToUnixTimeMilliseconds(), notBeforeMs), SHA256.HashData(write.Body.Span));
        await transaction.ExecuteAsync(
            "INSERT INTO resource_version (tenant, type, id, version, last_updated_ms, content_hash, body) "
            + "VALUES (@tenant, @Type, @id, @Version, @LastUpdatedMs, @ContentHash, @Body)",
            new { tenant, write.Type, id, row.Version, row.LastUpdatedMs, row.ContentHash, Body = write.Body.ToArray() });
        await transaction.ExecuteAsync(
            "UPDATE resource SET current_version = @version WHERE tenant = @tenant AND type = @Type AND id = @id",
            new { tenant, write.Type, id, version });
        foreach (var result in write.Results)
        {
            await KeepAsync(write.Type, id, version, result);
        }

        return row;
    }

    public async Task<ResultKept> KeepAsync(string type, string id, long version, DerivedResult result)
    {
        var key = new { tenant, type, id, version, result.ContentVersion, result.Pack };
        var there = await transaction.FirstAsync<long?>(
            "SELECT version FROM resource_version WHERE tenant = @tenant AND type = @type AND id = @id AND version = @version",
            key);
        if (there is null)
        {
            return ResultKept.NoSuchVersion;
        }

        var hash = SHA256.HashData(result.Body.Span);
        var inserted = await transaction.ExecuteAsync(
            "INSERT INTO derived_result (tenant, type, id, version, content_version, pack, content_hash, body) "
            + "VALUES (@tenant, @type, @id, @version, @ContentVersion, @Pack, @hash, @Body) ON CONFLICT DO NOTHING",
            new { tenant, type, id, version, result.ContentVersion, result.Pack, hash, Body = result.Body.ToArray() });
        if (inserted == 1)
        {
            return ResultKept.Kept;
        }

        var kept = await transaction.FirstAsync<byte[]>(
            "SELECT content_hash FROM derived_result WHERE tenant = @tenant AND type = @type AND id = @id "
            + "AND version = @version AND content_version = @ContentVersion AND pack = @Pack",
            key);
        return kept.AsSpan().SequenceEqual(hash) ? ResultKept.Already : ResultKept.Differs;
    }
}
