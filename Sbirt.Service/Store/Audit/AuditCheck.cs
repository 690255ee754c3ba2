namespace Sbirt.Service.Store.Audit;

/// <summary>What a walk along the whole audit trail found.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="BrokenAt">Number of the first row that is missing, moved or changed; null: the chain is whole.</param>
internal sealed record AuditCheck(long Rows, long? BrokenAt)
{
    public bool IsWhole => BrokenAt is null;
}
