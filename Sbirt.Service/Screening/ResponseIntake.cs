using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Reading;
using Sbirt.FhirAdapter.Writing;
using Sbirt.Service.Security;
using Sbirt.Service.Store;
using BusinessIdentifier = Sbirt.Service.Store.BusinessIdentifier;

namespace Sbirt.Service.Screening;

/// <summary>
/// Makes a sent QuestionnaireResponse ready to be stored: it is assessed first, so that nothing is stored that
/// cannot be scored, and what was derived is kept beside the bytes with content version and pack.
/// </summary>
internal sealed class ResponseIntake(Assessor assessor, TimeProvider clock)
{
    public const string ResourceType = "QuestionnaireResponse";

    /// <summary>What to store, or every reason against it.</summary>
    public Reading<StorableResponse> Read(JsonElement resource, ReadOnlyMemory<byte> bytes, Language? wished, CallingClient client) =>
        assessor.Assess(AssessmentRequest.Of(resource, wished, clock.Today()) with { Client = client }).Select(parts => Storable(parts, bytes));

    private static StorableResponse Storable(ImmutableArray<AssessmentParts> parts, ReadOnlyMemory<byte> bytes)
    {
        var response = parts[0].Response;
        return new StorableResponse(
            bytes,
            response.Id,
            response.Identifier is { } identifier ? [new BusinessIdentifier(identifier.System, identifier.Value)] : [],
            response.Status == ResponseStatus.Amended,
            new DerivedResult(parts[0].ContentVersion, parts[0].Pack.Id, AssessmentBundle.Write(parts)));
    }
}

/// <summary>A response that may be stored.</summary>
/// <param name="SentId">The id the sender wrote into it.</param>
/// <param name="Amends">Different content under its identifier is its next version.</param>
internal sealed record StorableResponse(
    ReadOnlyMemory<byte> Bytes,
    string? SentId,
    ImmutableArray<BusinessIdentifier> Identifiers,
    bool Amends,
    DerivedResult Result)
{
    public Write.Create ToCreate(BusinessIdentifier? ifNoneExist = null, string? id = null) => new()
    {
        Type = ResponseIntake.ResourceType,
        Body = Bytes,
        Identifiers = Identifiers,
        Results = [Result],
        Id = id,
        IfNoneExist = ifNoneExist,
        Supersedes = Amends,
    };

    public Write.Update ToUpdate(string id, long ifMatch) => new()
    {
        Type = ResponseIntake.ResourceType,
        Body = Bytes,
        Identifiers = Identifiers,
        Results = [Result],
        Id = id,
        IfMatch = ifMatch,
    };
}
