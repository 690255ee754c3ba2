using Sbirt.Content.Findings;
using Sbirt.FhirAdapter.Json;
using Sbirt.Service.Screening;
using Sbirt.Service.Settings;

namespace Sbirt.Service.CdsHooks;

/// <summary>Reads the JSON body of a hook call: as any body, with the smaller limit of a hook (docs/limits.md).</summary>
internal sealed class HookBody(SbirtSettings settings)
{
    private readonly FhirBody body = new(settings with { Limits = settings.Limits with { BodyBytes = settings.Limits.HookBodyBytes } });

    /// <summary>The document, to be disposed by the caller, or why it cannot be read.</summary>
    public Task<Reading<FhirDocument>> ReadAsync(HttpRequest request, CancellationToken cancellation) => body.ReadAsync(request, cancellation);
}
