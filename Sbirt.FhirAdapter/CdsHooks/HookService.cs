using System.Collections.Immutable;
using Sbirt.Content.Languages;

namespace Sbirt.FhirAdapter.CdsHooks;

/// <summary>One CDS service as discovery tells of it: an id, offered on several hooks, so that a later card replaces an earlier one.</summary>
/// <param name="Prefetch">What it needs to know, in the order it is looked at.</param>
public sealed record HookService(
    string Id,
    Localized Title,
    Localized Description,
    Localized Usage,
    ImmutableArray<string> Hooks,
    ImmutableArray<PrefetchTemplate> Prefetch);

/// <summary>A query the caller runs before it calls (CDS Hooks 2.0, "Prefetch Template").</summary>
/// <param name="Key">Name under which the answer comes.</param>
/// <param name="Query">Relative FHIR query with tokens such as <c>{{context.patientId}}</c>.</param>
/// <param name="IsNeeded">True: without it nothing may be said.</param>
public sealed record PrefetchTemplate(string Key, string Query, bool IsNeeded)
{
    private const string PatientToken = "{{context.patientId}}";

    /// <summary>The query for one patient; the id was checked against FHIR's grammar.</summary>
    public string For(string patientId) => Query.Replace(PatientToken, patientId, StringComparison.Ordinal);
}
