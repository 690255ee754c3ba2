using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.Content.Findings;
using Sbirt.FhirAdapter.CdsHooks;
using Sbirt.FhirAdapter.Client;
using Sbirt.FhirAdapter.Prefetch;
using Sbirt.Service.Security;

namespace Sbirt.Service.CdsHooks;

/// <summary>Brings together what a service needs to know: what the caller sent, and what is read from its FHIR server instead.</summary>
internal sealed class PrefetchGathering(HookReading reading)
{
    /// <summary>The patient's record, or why it may not be judged. Dispose it when the card is written.</summary>
    public async Task<Reading<GatheredRecord>> GatherAsync(
        HookService service, HookRequest request, CallingClient client, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<JsonElement>();
        var pages = new List<FhirPages>();
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        foreach (var template in service.Prefetch)
        {
            var value = PrefetchValue.Read(request.Prefetch, template.Key, template.Query);
            if (value is { IsGiven: true, HasMore: false })
            {
                found.AddRange(value.Resources);
                continue;
            }

            switch (await reading.ReadAsync(request, client, template.For(request.PatientId), cancellation))
            {
                case Reading<FhirPages>.Ok { Value: var read }:
                    pages.Add(read);
                    found.AddRange(read.Resources());
                    break;
                // A page is better than nothing; a needed answer that failed is not taken for "nothing there".
                case Reading<FhirPages>.Refused when value.IsGiven:
                    found.AddRange(value.Resources);
                    break;
                case Reading<FhirPages>.Refused refused when template.IsNeeded:
                    reasons.Add(HookReasons.PrefetchMissing(template.Key));
                    reasons.AddRange(refused.Reasons);
                    break;
                default:
                    break;
            }
        }

        if (reasons.Count == 0 && PatientRecord.Of(request.PatientId, found) is { } record)
        {
            return new Reading<GatheredRecord>.Ok(new GatheredRecord(record, pages));
        }

        pages.ForEach(page => page.Dispose());
        return reasons.Count > 0
            ? new Reading<GatheredRecord>.Refused([.. reasons.DistinctBy(reason => (reason.Code, reason.Path))])
            : Reading<GatheredRecord>.Refuse(HookReasons.OtherPatient);
    }
}

/// <summary>A record and the documents its elements live in.</summary>
internal sealed class GatheredRecord(PatientRecord record, IReadOnlyList<FhirPages> pages) : IDisposable
{
    public PatientRecord Record => record;

    public void Dispose()
    {
        foreach (var page in pages)
        {
            page.Dispose();
        }
    }
}
