using System.Text.Json;
using Sbirt.Content.Findings;
using Sbirt.FhirAdapter.Metadata;
using Sbirt.FhirAdapter.Outcomes;
using Sbirt.Service.Security;
using Sbirt.Service.Store;

namespace Sbirt.Service.Screening;

/// <summary>Create, update, read and earlier versions of QuestionnaireResponse (R4 http.html).</summary>
internal sealed class ResponseEndpoints(FhirIntake intake, ResponseIntake responses, ResourceStore store)
{
    private const string Type = ResponseIntake.ResourceType;

    public static void Map(RouteGroupBuilder fhir)
    {
        fhir.MapPost("/" + Type, (HttpRequest request, ResponseEndpoints endpoints) => endpoints.WriteAsync(request, null));
        fhir.MapPut("/" + Type + "/{id}", (string id, HttpRequest request, ResponseEndpoints endpoints) => endpoints.WriteAsync(request, id));
        fhir.MapGet("/" + Type + "/{id}", (string id, HttpRequest request, ResponseEndpoints endpoints) => endpoints.ReadAsync(request, id, null));
        fhir.MapGet(
            "/" + Type + "/{id}/_history/{version:long}",
            (string id, long version, HttpRequest request, ResponseEndpoints endpoints) => endpoints.ReadAsync(request, id, version));
    }

    private async Task<FhirReply> WriteAsync(
        HttpRequest request, WriteCall call, JsonElement resource, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var language = RequestLanguage.Of(request);
        var replies = new WriteReplies(FhirBase.Of(request), request.Headers["Prefer"], language);
        return Ready(request, call, resource, bytes) switch
        {
            Reading<Write>.Ok { Value: var write } =>
                replies.Of(await store.WriteAsync(Caller.Of(request), write, cancellation), resource),
            Reading<Write>.Refused refused => FhirReply.Refuse(refused.Reasons, language, bytes.Span),
            _ => throw new InvalidOperationException(),
        };
    }

    /// <summary>The write a call asks for, or every reason against it.</summary>
    public Reading<Write> Ready(HttpRequest request, WriteCall call, JsonElement resource, ReadOnlyMemory<byte> bytes)
    {
        if (!resource.GetProperty("resourceType").ValueEquals(Type))
        {
            return Reading<Write>.Refuse(StoringReasons.NotAResponse);
        }

        return responses.Read(resource, bytes, RequestLanguage.Wished(request), CallingClient.Of(request.HttpContext)).Then(call.ToWrite);
    }

    /// <summary>A version, or the current one.</summary>
    public async Task<FhirReply> ReadAsync(HttpRequest request, string id, long? version)
    {
        var language = RequestLanguage.Of(request);
        var cancellation = request.HttpContext.RequestAborted;
        if (!WriteCall.IdForm().IsMatch(id)
            || await store.ReadAsync(Caller.Of(request), Type, id, version, cancellation) is not { } stored)
        {
            return FhirReply.Refuse(HttpReasons.NotFound, language);
        }

        if (IfNoneMatch.Names(request, VersionTag.Write(stored.Version)))
        {
            return new FhirReply(StatusCodes.Status304NotModified, default, stored.Version, stored.LastUpdated);
        }

        using var body = JsonDocument.Parse(stored.Body);
        return new FhirReply(
            StatusCodes.Status200OK,
            ResourceStamp.Stamp(body.RootElement, stored.Id, stored.Version, stored.LastUpdated),
            stored.Version,
            stored.LastUpdated);
    }

    private Task<FhirReply> WriteAsync(HttpRequest request, string? id) =>
        intake.ReadAsync(request, (document, _, cancellation) => WriteAsync(
            request,
            new WriteCall(id, Header(request, "If-Match"), Header(request, "If-None-Exist")),
            document.Root,
            document.Utf8,
            cancellation));

    private static string? Header(HttpRequest request, string name) =>
        request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;
}
