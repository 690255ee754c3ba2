namespace Sbirt.Service.Security.Scopes;

/// <summary>
/// Scopes for what is no FHIR resource. SMART's <c>system/</c> and <c>user/</c> name resource types, so these have a word of
/// their own before the stroke; the letters after the point are SMART's. None of SMART's scopes includes them.
/// </summary>
internal static class OwnScopes
{
    /// <summary>Reading what became of the client's cards: <c>/reports/prompts</c>, as page and as JSON.</summary>
    public const string Reports = "sbirt/reports.r";
}
