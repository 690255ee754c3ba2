using System.Text.Json;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Metadata;
using Sbirt.FhirAdapter.Outcomes;
using Sbirt.Service.Store;

namespace Sbirt.Service.Screening;

/// <summary>What the store did with a response, as RESTful FHIR says it (R4 http.html#create, #update).</summary>
internal sealed class WriteReplies(string baseUrl, string? prefer, Language language)
{
    private static readonly Localized Kept = new("保存しました。", "It is stored.");

    /// <summary>The answer to an accepted or refused write of the resource; what is served is what is stored.</summary>
    public FhirReply Of(WriteOutcome outcome, JsonElement resource) => outcome switch
    {
        WriteOutcome.Created stored => Reply(StatusCodes.Status201Created, stored.Id, stored.Version, stored.LastUpdated, resource),
        WriteOutcome.Updated stored => Reply(StatusCodes.Status200OK, stored.Id, stored.Version, stored.LastUpdated, resource),
        WriteOutcome.Existing { SameContent: true } stored =>
            Reply(StatusCodes.Status200OK, stored.Id, stored.Version, stored.LastUpdated, resource),
        WriteOutcome.Existing other => OfOther(other),
        _ => FhirReply.Refuse(ReasonOf(outcome), language),
    };

    private FhirReply OfOther(WriteOutcome.Existing other)
    {
        using var body = JsonDocument.Parse(other.Stored);
        return Reply(StatusCodes.Status200OK, other.Id, other.Version, other.LastUpdated, body.RootElement);
    }

    /// <summary>Why a write was refused.</summary>
    public static Reason ReasonOf(WriteOutcome outcome) => outcome switch
    {
        WriteOutcome.VersionConflict => HttpReasons.VersionConflict,
        WriteOutcome.Conflict { Kind: ConflictKind.IdTaken } => HttpReasons.PreconditionRequired,
        WriteOutcome.Conflict { Kind: ConflictKind.DifferentContent } => StoringReasons.SameIdentifier,
        WriteOutcome.Conflict { Kind: ConflictKind.TwiceInTransaction } => StoringReasons.TwiceInTransaction,
        WriteOutcome.Conflict => StoringReasons.NamesAnother,
        _ => throw new InvalidOperationException("An accepted write has no reason against it."),
    };

    private FhirReply Reply(int status, string id, long version, DateTimeOffset moment, JsonElement resource) => new(
        status,
        Body(id, version, moment, resource),
        version,
        moment,
        $"{baseUrl}/{ResponseIntake.ResourceType}/{id}/_history/{version}");

    private ReadOnlyMemory<byte> Body(string id, long version, DateTimeOffset moment, JsonElement resource)
    {
        if (prefer?.Contains("return=minimal", StringComparison.OrdinalIgnoreCase) == true)
        {
            return default;
        }

        return prefer?.Contains("return=OperationOutcome", StringComparison.OrdinalIgnoreCase) == true
            ? OperationOutcomes.Of(200, [new OutcomeIssue(IssueSeverity.Information, "stored", Kept)], language).Json
            : ResourceStamp.Stamp(resource, id, version, moment);
    }
}
