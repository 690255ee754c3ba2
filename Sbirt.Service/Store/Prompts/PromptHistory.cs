using Dapper;
using Sbirt.Content.Cards;
using Sbirt.Content.Findings;
using Sbirt.Service.Store.Audit;
using Sbirt.Service.Store.Databases;

namespace Sbirt.Service.Store.Prompts;

/// <summary>
/// Reads a clinic's own prompts back to be counted, one row after another. Of a row it reads what is counted: no patient,
/// no visit, and no remark that anybody wrote.
/// </summary>
internal sealed class PromptHistory(Database database, AuditTrail audit)
{
    private const string Sql =
        "SELECT service AS Service, kind AS Kind, level AS Level, offered_ms AS OfferedMs, outcome AS Outcome, reason AS Reason, acted_ms AS ActedMs "
        + "FROM prompt WHERE tenant = @Tenant AND offered_ms >= @from AND offered_ms < @until";

    private const string UnmatchedSql =
        "SELECT COUNT(*) FROM prompt_unmatched WHERE tenant = @Tenant AND at_ms >= @from AND at_ms < @until";

    /// <summary>Counts the prompts offered between two moments; gives how often feedback came for cards unknown here.</summary>
    /// <param name="zone">The clinic's time, in which months are told apart.</param>
    public async Task<long> CountAsync(
        StoreCaller caller, PromptCounting counting, DateTimeOffset from, DateTimeOffset until, TimeZoneInfo zone, CancellationToken cancellation)
    {
        var asked = new { caller.Tenant, from = from.ToUnixTimeMilliseconds(), until = until.ToUnixTimeMilliseconds() };
        var unmatched = await database.ReadAsync(
            async connection =>
            {
                await foreach (var row in connection.QueryUnbufferedAsync<Row>(Sql, asked).WithCancellation(cancellation))
                {
                    counting.Add(row.ToCounted(zone));
                }

                return await connection.ExecuteScalarAsync<long>(new CommandDefinition(UnmatchedSql, asked, cancellationToken: cancellation));
            },
            cancellation);
        await audit.AppendAsync(caller, new AuditEvent("read", "PromptReport", null, AuditEvent.Done), cancellation);
        return unmatched;
    }

    private sealed record Row(string Service, string Kind, long Level, long OfferedMs, long Outcome, string Reason, long ActedMs)
    {
        public CountedPrompt ToCounted(TimeZoneInfo zone) => new(
            Service,
            Kind,
            (Seriousness)Level == Seriousness.Urgent,
            TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(OfferedMs), zone),
            (PromptOutcome)Outcome,
            Reason.Length == 0 ? null : Reason,
            ActedMs == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(ActedMs));
    }
}
