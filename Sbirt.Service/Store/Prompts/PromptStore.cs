using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Sbirt.Content.Cards;
using Sbirt.FhirAdapter.CdsHooks;
using Sbirt.Service.Store.Audit;
using Sbirt.Service.Store.Databases;

namespace Sbirt.Service.Store.Prompts;

/// <summary>Remembers which prompts were offered and what became of them; every call leaves its line in the audit trail.</summary>
internal sealed class PromptStore(GroupCommit commits, AuditTrail audit)
{
    /// <summary>Older offers than these no longer speak: a visit is over and the longest silence has passed.</summary>
    private const int MostPast = 200;

    private const string PastSql =
        $"SELECT {PromptRow.Columns} FROM prompt WHERE tenant = @tenant AND patient = @patient ORDER BY offered_ms DESC LIMIT @MostPast";

    /// <summary>Puts a call on record about which nothing is shown.</summary>
    public Task NoteAsync(StoreCaller caller, string patientId, string verdict, CancellationToken cancellation) =>
        commits.WriteAsync(transaction => NoteAsync(transaction, caller, patientId, verdict), cancellation);

    /// <summary>
    /// Keeps what is offered, given what was offered before, and puts the call on record either way. Asked and kept in one
    /// transaction: of two calls at once the second sees the first. The same card twice is one.
    /// </summary>
    /// <param name="asked">The offer that is asked for.</param>
    /// <param name="govern">The offer that may be made, or null.</param>
    /// <param name="shown">The verdict on record when there is one.</param>
    /// <param name="quiet">The verdict when there is none.</param>
    public Task OfferAsync(
        StoreCaller caller, string patientId, PromptRow asked, Func<IEnumerable<PastPrompt>, PromptRow?> govern, string shown, string quiet, CancellationToken cancellation) =>
        commits.WriteAsync(
            async transaction =>
            {
                var past = await transaction.ListAsync<PromptRow>(PastSql, new { tenant = caller.Tenant, patient = asked.Patient, MostPast });
                var offer = govern(past.Where(prompt => prompt.Uuid != asked.Uuid).Select(prompt => prompt.ToPast()));
                if (offer is not null)
                {
                    await transaction.ExecuteAsync(
                        "INSERT INTO prompt (tenant, uuid, service, hook, patient, visit, kind, level, interrupts, content_version, offered_ms, outcome, reason, remark, acted_ms) "
                        + "VALUES (@Tenant, @Uuid, @Service, @Hook, @Patient, @Visit, @Kind, @Level, @Interrupts, @ContentVersion, @OfferedMs, @Outcome, @Reason, @Remark, @ActedMs) "
                        + "ON CONFLICT (tenant, uuid) DO NOTHING",
                        offer);
                }

                await NoteAsync(transaction, caller, patientId, offer is null ? quiet : shown);
            },
            cancellation);

    /// <summary>Keeps what became of cards. The first word counts; unknown cards are noted and nothing else.</summary>
    public Task FeedbackAsync(
        StoreCaller caller, string service, ImmutableArray<HookFeedback> feedback, DateTimeOffset now, CancellationToken cancellation) =>
        commits.WriteAsync(
            async transaction =>
            {
                foreach (var told in feedback)
                {
                    var isKnown = await transaction.ExecuteAsync(
                        "UPDATE prompt SET outcome = CASE WHEN outcome = 0 THEN @Outcome ELSE outcome END, "
                        + "reason = CASE WHEN outcome = 0 THEN @Reason ELSE reason END, "
                        + "remark = CASE WHEN outcome = 0 THEN @Remark ELSE remark END, "
                        + "acted_ms = CASE WHEN outcome = 0 THEN @ActedMs ELSE acted_ms END "
                        + "WHERE tenant = @Tenant AND service = @service AND uuid = @Card",
                        new
                        {
                            caller.Tenant,
                            service,
                            told.Card,
                            Outcome = (long)(told.Accepted ? PromptOutcome.Accepted : PromptOutcome.Overridden),
                            Reason = told.ReasonCode ?? "",
                            Remark = told.Comment ?? "",
                            ActedMs = told.At.ToUnixTimeMilliseconds(),
                        }) > 0;
                    if (!isKnown)
                    {
                        await transaction.ExecuteAsync(
                            "INSERT INTO prompt_unmatched (tenant, service, card, at_ms) VALUES (@Tenant, @service, @Card, @now) ON CONFLICT (tenant, service, card) DO NOTHING",
                            new { caller.Tenant, service, Card = Digest(told.Card), now = now.ToUnixTimeMilliseconds() });
                    }
                }

                await audit.AppendAsync(transaction, caller, new AuditEvent("feedback", service, null, AuditEvent.Done));
            },
            cancellation);

    private Task NoteAsync(StoreTransaction transaction, StoreCaller caller, string patientId, string verdict) =>
        audit.AppendAsync(transaction, caller, new AuditEvent("hook", "Patient", patientId, verdict));

    // What was sent in place of a card's uuid may say anything; only whether it came before is of use.
    private static string Digest(string card) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(card)));
}
