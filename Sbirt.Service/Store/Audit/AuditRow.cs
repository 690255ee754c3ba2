using System.Globalization;
using System.Text;

namespace Sbirt.Service.Store.Audit;

/// <summary>One row of the trail as stored.</summary>
internal sealed record AuditRow(
    long Seq,
    long AtMs,
    string Tenant,
    string Action,
    string Type,
    string Subject,
    string Outcome,
    string RequestId,
    byte[] PreviousHash,
    byte[] Hash)
{
    public const string Columns =
        "seq, at_ms AS AtMs, tenant, action, type, subject, outcome, request_id AS RequestId, previous_hash AS PreviousHash, hash";

    /// <summary>Everything the row says except its seal; each part with its length, so that no two rows read alike.</summary>
    public string Statement()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Seq};{AtMs};{Convert.ToHexStringLower(PreviousHash)};");
        foreach (var part in (ReadOnlySpan<string>)[Tenant, Action, Type, Subject, Outcome, RequestId])
        {
            text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}");
        }

        return text.ToString();
    }
}
