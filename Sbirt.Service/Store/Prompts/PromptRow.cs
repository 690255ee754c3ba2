using Sbirt.Content.Cards;
using Sbirt.Content.Findings;

namespace Sbirt.Service.Store.Prompts;

/// <summary>One prompt as it is kept; times are Unix milliseconds, 0 where nothing happened yet.</summary>
internal sealed record PromptRow(
    string Tenant,
    string Uuid,
    string Service,
    string Hook,
    string Patient,
    string Visit,
    string Kind,
    long Level,
    long Interrupts,
    string ContentVersion,
    long OfferedMs,
    long Outcome,
    string Reason,
    string Remark,
    long ActedMs)
{
    public const string Columns =
        "tenant AS Tenant, uuid AS Uuid, service AS Service, hook AS Hook, patient AS Patient, visit AS Visit, kind AS Kind, level AS Level, "
        + "interrupts AS Interrupts, content_version AS ContentVersion, offered_ms AS OfferedMs, outcome AS Outcome, reason AS Reason, remark AS Remark, acted_ms AS ActedMs";

    public PastPrompt ToPast() => new(
        Service,
        Kind,
        (Seriousness)Level,
        Interrupts != 0,
        Visit,
        DateTimeOffset.FromUnixTimeMilliseconds(OfferedMs),
        (PromptOutcome)Outcome,
        Reason.Length == 0 ? null : Reason,
        ActedMs == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(ActedMs));

    /// <summary>Prints no remark.</summary>
    public override string ToString() => $"{Service} {Kind}";
}
