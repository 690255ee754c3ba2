using System.Text.Json;

namespace Sbirt.FhirAdapter.CdsHooks;

/// <summary>One hook call as it came (CDS Hooks 2.0, "HTTP Request"); elements point into the document it was read from.</summary>
/// <param name="Instance">Uuid of this trigger of the hook; a repeat of it is the same event.</param>
/// <param name="Access">How the caller's FHIR server may be read; null: not at all.</param>
/// <param name="PatientId">Bare id; <c>Patient/</c> before it, which real systems send, is taken off.</param>
public sealed record HookRequest(
    string Hook,
    string Instance,
    Uri? FhirServer,
    HookAccess? Access,
    JsonElement Context,
    string PatientId,
    string? EncounterId,
    JsonElement Prefetch);

/// <summary>The token for the caller's FHIR server: transient, never logged or stored.</summary>
public sealed record HookAccess(string AccessToken, string Scope)
{
    public override string ToString() => nameof(HookAccess);
}
