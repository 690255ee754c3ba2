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
        // All that is lacking is read at once: the doctor waits for the slowest, not for the sum.
        var asked = service.Prefetch
            .Select(template => (Template: template, Value: PrefetchValue.Read(request.Prefetch, template.Key, template.Query)))
            .Select(each => (each.Template, each.Value, Answer: each.Value is { IsGiven: true, HasMore: false }
                ? Task.FromResult<Reading<FhirPages>?>(null)
                : ReadAsync(request, client, each.Template, cancellation)))
            .ToList();
        await Task.WhenAll(asked.Select(each => each.Answer));

        var found = ImmutableArray.CreateBuilder<RecordEntry>();
        var pages = new List<FhirPages>();
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        foreach (var (template, value, answer) in asked)
        {
            switch (await answer)
            {
                case Reading<FhirPages>.Ok { Value: var read }:
                    pages.Add(read);
                    found.AddRange(read.Resources().Select(RecordEntry.Of));
                    break;
                // A page is better than nothing; a needed answer that failed is not taken for "nothing there".
                case null:
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

        if (reasons.Count == 0
            && PatientRecord.Of(request.PatientId, found) is { } record
            && PatientRecord.Of(request.PatientId, DraftedIn(request)) is { } drafted)
        {
            return new Reading<GatheredRecord>.Ok(new GatheredRecord(record, drafted, pages));
        }

        pages.ForEach(page => page.Dispose());
        return reasons.Count > 0
            ? new Reading<GatheredRecord>.Refused([.. reasons.DistinctBy(reason => (reason.Code, reason.Path))])
            : Reading<GatheredRecord>.Refuse(HookReasons.OtherPatient);
    }

    private async Task<Reading<FhirPages>?> ReadAsync(
        HookRequest request, CallingClient client, PrefetchTemplate template, CancellationToken cancellation) =>
        await reading.ReadAsync(request, client, template.For(request.PatientId), cancellation);

    /// <summary>Conditions that are being written just now (problem-list-item-create).</summary>
    private static IEnumerable<RecordEntry> DraftedIn(HookRequest request)
    {
        if (!request.Context.TryGetProperty("conditions"u8, out var bundle))
        {
            return [];
        }

        return bundle.ValueKind switch
        {
            JsonValueKind.Object => PatientRecord.Resources(bundle),
            JsonValueKind.Array => bundle.EnumerateArray().Select(RecordEntry.Of),
            _ => [],
        };
    }
}

/// <summary>A patient's record and the documents its elements live in.</summary>
internal sealed class GatheredRecord(PatientRecord record, PatientRecord drafted, IReadOnlyList<FhirPages> pages) : IDisposable
{
    public PatientRecord Record => record;

    /// <summary>What is being written just now and is not in the record yet.</summary>
    public PatientRecord Drafted => drafted;

    public void Dispose()
    {
        foreach (var page in pages)
        {
            page.Dispose();
        }
    }
}
