namespace Sbirt.Service.Store;

/// <summary>On whose behalf an operation runs: rows of one tenant are invisible to another.</summary>
/// <param name="RequestId">Id of the request, written to the audit trail.</param>
internal sealed record StoreCaller(string Tenant, string RequestId);
