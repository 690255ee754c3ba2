using System.Security.Cryptography;
using Sbirt.Service.Store.Databases;

namespace Sbirt.Service.Store.Writing;

/// <summary>
/// Carries out one write inside a transaction. Whether an identifier is new is decided by the database's constraint
/// when the claim is inserted; the store never looks first and inserts after.
/// </summary>
internal sealed class WriteEntry(StoreTransaction transaction, string tenant, DateTimeOffset now, Func<string> newId)
{
    private readonly IdentityClaims claims = new(transaction, tenant);
    private readonly VersionRows versions = new(transaction, tenant, now);

    public Task<WriteOutcome> ApplyAsync(Write write) => write switch
    {
        Write.Create create => CreateAsync(create),
        Write.Update update => UpdateAsync(update),
        _ => throw new ArgumentOutOfRangeException(nameof(write)),
    };

    private async Task<WriteOutcome> CreateAsync(Write.Create create)
    {
        var id = create.Id ?? newId();
        var claimed = await claims.ClaimAsync(create.Type, id, IdentitiesOf(create));
        var owners = claimed.OtherOwners;
        if (owners.Count > 1)
        {
            return new WriteOutcome.Conflict(ConflictKind.NamesAnother, null);
        }

        if (owners.Count == 1)
        {
            await claims.WithdrawAsync(create.Type, claimed.New);
            return await MeetAsync(create, owners.First());
        }

        if (!await versions.AddResourceAsync(create.Type, id))
        {
            return new WriteOutcome.Conflict(ConflictKind.IdTaken, id);
        }

        var stored = await versions.AddAsync(create, id, version: 1, notBeforeMs: 0);
        return new WriteOutcome.Created(id, stored.Version, stored.LastUpdated);
    }

    /// <summary>The identity is known: a repetition, an amendment, or a clash.</summary>
    private async Task<WriteOutcome> MeetAsync(Write.Create create, string id)
    {
        var current = (await versions.CurrentAsync(create.Type, id))!;
        var same = await versions.WithContentAsync(create.Type, id, SHA256.HashData(create.Body.Span));
        if (same is not null)
        {
            return new WriteOutcome.Existing(id, same.Version, same.LastUpdated, SameContent: true);
        }

        if (create.IfNoneExist is { } condition && await claims.OwnerAsync(create.Type, condition) == id)
        {
            var stored = await versions.BodyAsync(create.Type, id, current.Version);
            return new WriteOutcome.Existing(id, current.Version, current.LastUpdated, SameContent: false, stored);
        }

        if (!create.Supersedes)
        {
            return new WriteOutcome.Conflict(ConflictKind.DifferentContent, id);
        }

        await claims.ClaimAsync(create.Type, id, create.Identifiers);
        var next = await versions.AddAsync(create, id, current.Version + 1, current.LastUpdatedMs);
        return new WriteOutcome.Updated(id, next.Version, next.LastUpdated);
    }

    private async Task<WriteOutcome> UpdateAsync(Write.Update update)
    {
        var current = await versions.CurrentAsync(update.Type, update.Id);
        if (update.IfMatch is { } seen && seen != current?.Version)
        {
            return new WriteOutcome.VersionConflict(current?.Version);
        }

        if (current is not null && current.ContentHash.AsSpan().SequenceEqual(SHA256.HashData(update.Body.Span)))
        {
            return new WriteOutcome.Existing(update.Id, current.Version, current.LastUpdated, SameContent: true);
        }

        await claims.ReleaseAsync(update.Type, update.Id);
        var claimed = await claims.ClaimAsync(update.Type, update.Id, update.Identifiers);
        if (claimed.OtherOwners.Count > 0)
        {
            var existing = claimed.OtherOwners.Count == 1 ? claimed.OtherOwners.First() : null;
            return new WriteOutcome.Conflict(ConflictKind.NamesAnother, existing);
        }

        if (current is null)
        {
            await versions.AddResourceAsync(update.Type, update.Id);
            var first = await versions.AddAsync(update, update.Id, version: 1, notBeforeMs: 0);
            return new WriteOutcome.Created(update.Id, first.Version, first.LastUpdated);
        }

        var next = await versions.AddAsync(update, update.Id, current.Version + 1, current.LastUpdatedMs);
        return new WriteOutcome.Updated(update.Id, next.Version, next.LastUpdated);
    }

    private static IEnumerable<BusinessIdentifier> IdentitiesOf(Write.Create create) =>
        create.IfNoneExist is { } condition ? create.Identifiers.Append(condition) : create.Identifiers;
}
