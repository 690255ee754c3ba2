using System.Globalization;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Json;
using Sbirt.FhirAdapter.Outcomes;
using Sbirt.Service.Store;

namespace Sbirt.Service.Screening;

/// <summary>One FHIR answer: status, JSON, and the version headers of RESTful FHIR (R4 http.html).</summary>
/// <param name="Json">Empty for <c>Prefer: return=minimal</c>.</param>
/// <param name="Version">Version of the resource, as weak ETag.</param>
/// <param name="Tag">ETag of what has no version of its own.</param>
internal sealed record FhirReply(
    int Status,
    ReadOnlyMemory<byte> Json,
    long? Version = null,
    DateTimeOffset? LastModified = null,
    string? Location = null,
    string? Tag = null) : IResult
{
    /// <summary>The ETag of the answer, if it has one.</summary>
    public string? ETag => Version is { } version ? VersionTag.Write(version) : Tag;

    public static FhirReply Ok(ReadOnlyMemory<byte> json) => new(StatusCodes.Status200OK, json);

    public static FhirReply From(Outcome outcome) => new(outcome.Status, outcome.Json);

    /// <summary>The answer to what was read, or the refusal with every reason against it.</summary>
    public static FhirReply To<T>(
        Reading<T> reading, Language language, ReadOnlyMemory<byte> sent, Func<T, FhirReply> answer) =>
        reading.Match(answer, reasons => Refuse(reasons, language, sent.Span));

    /// <summary>A refusal; <paramref name="sent"/> gives line and column to reasons that name a path.</summary>
    public static FhirReply Refuse(IReadOnlyCollection<Reason> reasons, Language language, ReadOnlySpan<byte> sent = default) =>
        From(OperationOutcomes.Refusal(reasons, language, sent));

    public static FhirReply Refuse(Reason reason, Language language) => Refuse([reason], language);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.Headers.CacheControl = "no-store";
        if (ETag is { } tag)
        {
            response.Headers.ETag = tag;
        }

        if (LastModified is { } moment)
        {
            response.Headers.LastModified = moment.ToString("R", CultureInfo.InvariantCulture);
        }

        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        if (Json.IsEmpty)
        {
            return;
        }

        response.ContentType = FhirJson.MediaType + "; charset=utf-8";
        response.ContentLength = Json.Length;
        await response.Body.WriteAsync(Json, httpContext.RequestAborted);
    }
}
