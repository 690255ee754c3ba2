using Sbirt.Service.Store.Databases;

namespace Sbirt.Service.Store.Writing;

/// <summary>Which resource each business identifier names; the table's primary key makes it one at most.</summary>
internal sealed class IdentityClaims(StoreTransaction transaction, string tenant)
{
    /// <summary>Claims the identifiers for a resource and says which of them name another one already.</summary>
    public async Task<Claimed> ClaimAsync(string type, string id, IEnumerable<BusinessIdentifier> identifiers)
    {
        var claimed = new Claimed([], []);
        foreach (var identifier in identifiers.Distinct())
        {
            var inserted = await transaction.ExecuteAsync(
                "INSERT INTO resource_identity (tenant, type, digest, system, value, id) "
                + "VALUES (@tenant, @type, @Digest, @System, @Value, @id) ON CONFLICT DO NOTHING",
                new { tenant, type, identifier.Digest, identifier.System, identifier.Value, id });
            if (inserted == 1)
            {
                claimed.New.Add(identifier);
            }
            else if (await OwnerAsync(type, identifier) is { } owner && owner != id)
            {
                claimed.OtherOwners.Add(owner);
            }
        }

        return claimed;
    }

    public Task<string?> OwnerAsync(string type, BusinessIdentifier identifier) =>
        transaction.FirstAsync<string>(
            "SELECT id FROM resource_identity WHERE tenant = @tenant AND type = @type AND digest = @Digest",
            new { tenant, type, identifier.Digest });

    /// <summary>Takes back claims made in this transaction.</summary>
    public async Task WithdrawAsync(string type, IEnumerable<BusinessIdentifier> identifiers)
    {
        foreach (var identifier in identifiers)
        {
            await transaction.ExecuteAsync(
                "DELETE FROM resource_identity WHERE tenant = @tenant AND type = @type AND digest = @Digest",
                new { tenant, type, identifier.Digest });
        }
    }

    /// <summary>Frees all identifiers of a resource, before it claims those of its next version.</summary>
    public Task ReleaseAsync(string type, string id) =>
        transaction.ExecuteAsync(
            "DELETE FROM resource_identity WHERE tenant = @tenant AND type = @type AND id = @id",
            new { tenant, type, id });

    /// <summary>What came of claiming.</summary>
    internal sealed record Claimed(List<BusinessIdentifier> New, HashSet<string> OtherOwners);
}
