using System.Collections.Immutable;
using System.Globalization;
using Sbirt.Content.Cards;
using Sbirt.FhirAdapter.CdsHooks;
using Sbirt.Service.Screening;
using Sbirt.Service.Store;
using Sbirt.Service.Store.Audit;
using Sbirt.Service.Store.Prompts;

namespace Sbirt.Service.CdsHooks;

/// <summary>
/// Gives a card its ids, asks the governor whether it may be shown, and remembers that it was. The ids follow from the
/// trigger of the hook, so that a repeated call is the same card and is counted once.
/// </summary>
internal sealed class Prompting(PromptStore store, AuditKey key, Assessor assessor, TimeProvider clock)
{
    private const string Quiet = "quiet";
    private const string Nothing = "nothing";

    /// <summary>The card with its ids, or null when it is kept quiet; either way the call is on record.</summary>
    public async Task<IdentifiedCard?> OfferAsync(
        StoreCaller caller, string service, HookRequest request, Card? card, CancellationToken cancellation)
    {
        if (card is null)
        {
            await store.NoteAsync(caller, request.PatientId, $"{service} {Nothing}", cancellation);
            return null;
        }

        var now = clock.GetUtcNow();
        var patient = key.Pseudonym(caller.Tenant, "Patient", request.PatientId);
        var visit = VisitOf(caller, request);
        var row = RowOf(caller, service, request, card, patient, visit, now);
        Card? governed = null;
        await store.OfferAsync(
            caller,
            request.PatientId,
            row,
            past => (governed = Governing.Governed(card, service, past, visit, now)) is null ? null : row with { Interrupts = InterruptsOf(governed) },
            $"{service} {card.Kind}",
            $"{service} {Quiet}",
            cancellation);
        return governed is null
            ? null
            : new IdentifiedCard(
                Guid.Parse(row.Uuid),
                governed,
                [.. governed.Suggestions.Select(suggestion => IdOf(caller, row.Uuid, suggestion.Id))]);
    }

    /// <summary>Puts a call on record that could not be answered.</summary>
    public Task NoteAsync(StoreCaller caller, string service, HookRequest request, string why, CancellationToken cancellation) =>
        store.NoteAsync(caller, request.PatientId, $"{service} {why}", cancellation);

    private PromptRow RowOf(
        StoreCaller caller, string service, HookRequest request, Card card, string patient, string visit, DateTimeOffset now) => new(
            caller.Tenant,
            IdOf(caller, service, request.Instance, card.Kind, patient).ToString(),
            service,
            request.Hook,
            patient,
            visit,
            card.Kind,
            (long)card.Level,
            InterruptsOf(card),
            assessor.Content.Version,
            now.ToUnixTimeMilliseconds(),
            (long)PromptOutcome.None,
            "",
            "",
            0);

    private static long InterruptsOf(Card card) => card.Indicator == CardIndicator.Info ? 0 : 1;

    // Without an encounter, a visit is a patient's day, by the clock of the clinic.
    private string VisitOf(StoreCaller caller, HookRequest request) => key.Pseudonym(
        caller.Tenant,
        "Visit",
        request.EncounterId is { } encounter
            ? $"{request.PatientId}\0{encounter}"
            : string.Create(CultureInfo.InvariantCulture, $"{request.PatientId}\0{clock.Today():yyyy-MM-dd}"));

    /// <summary>A uuid (version 8, RFC 9562) that follows from the parts and the secret key of this installation.</summary>
    private Guid IdOf(StoreCaller caller, params ImmutableArray<string> parts)
    {
        var bytes = Convert.FromHexString(key.Pseudonym(caller.Tenant, "card", string.Join('\0', parts)));
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
