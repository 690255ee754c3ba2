using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Bundles;
using Sbirt.FhirAdapter.Outcomes;
using Sbirt.Service.Security;
using Sbirt.Service.Security.Scopes;
using Sbirt.Service.Store;

namespace Sbirt.Service.Screening;

/// <summary>
/// <c>POST /fhir</c>: a batch answers every entry for itself; a transaction stores all of its responses or none
/// (R4 http.html#transaction).
/// </summary>
internal sealed class BundleEndpoint(FhirIntake intake, ResponseEndpoints responses, QuestionnaireEndpoints questionnaires, ResourceStore store)
{
    private const string Folder = ResponseIntake.ResourceType + "/";

    public static void Map(RouteGroupBuilder fhir) =>
        fhir.MapPost("/", (HttpRequest request, BundleEndpoint endpoint) => endpoint.AnswerAsync(request));

    private Task<FhirReply> AnswerAsync(HttpRequest request) =>
        intake.ReadAsync(request, async (document, language, cancellation) => BundleRequest.Read(document.Root) switch
        {
            Reading<BundleRequest>.Ok { Value: { IsTransaction: true } bundle } =>
                await TransactAsync(request, bundle, document.Utf8, language, cancellation),
            Reading<BundleRequest>.Ok { Value: var bundle } =>
                FhirReply.Ok(BundleReply.Write(false, await BatchAsync(request, bundle, document.Utf8, language, cancellation))),
            Reading<BundleRequest>.Refused refused => FhirReply.Refuse(refused.Reasons, language, document.Utf8.Span),
            _ => throw new InvalidOperationException(),
        });

    private async Task<List<EntryReply>> BatchAsync(
        HttpRequest request, BundleRequest bundle, ReadOnlyMemory<byte> sent, Language language, CancellationToken cancellation)
    {
        var replies = new List<EntryReply>(bundle.Calls.Length);
        foreach (var call in bundle.Calls)
        {
            replies.Add(Entry(await OneAsync(request, call, sent, language, cancellation)));
        }

        return replies;
    }

    private async Task<FhirReply> OneAsync(
        HttpRequest request, BundleCall call, ReadOnlyMemory<byte> sent, Language language, CancellationToken cancellation)
    {
        if (!IsGranted(request, call))
        {
            return FhirReply.Refuse(HttpReasons.Forbidden, language);
        }

        try
        {
            return call.Method == "GET"
                ? await ReadAsync(request, call.Url, language)
                : await WriteAsync(request, call, sent, language, cancellation);
        }
        catch (StoreUnavailableException)
        {
            // Entries before this one may be stored, so each says for itself what became of it.
            return FhirReply.Refuse(HttpReasons.StoreUnavailable, language);
        }
    }

    private async Task<FhirReply> WriteAsync(
        HttpRequest request, BundleCall call, ReadOnlyMemory<byte> sent, Language language, CancellationToken cancellation)
    {
        switch (Ready(request, call))
        {
            case Reading<Write>.Ok { Value: var write }:
                var outcome = await store.WriteAsync(Caller.Of(request), write, cancellation);
                return outcome.IsAccepted
                    ? RepliesTo(request, language).Of(outcome, call.Resource!.Value)
                    : FhirReply.Refuse([InEntry(WriteReplies.ReasonOf(outcome), call)], language, sent.Span);
            case Reading<Write>.Refused refused:
                return FhirReply.Refuse([.. refused.Reasons.Select(reason => InEntry(reason, call))], language, sent.Span);
            default:
                throw new InvalidOperationException();
        }
    }

    private async Task<FhirReply> ReadAsync(HttpRequest request, string url, Language language) => url.Split('/') switch
    {
        [ResponseIntake.ResourceType, var id] => await responses.ReadAsync(request, id, null),
        [ResponseIntake.ResourceType, var id, "_history", var version]
            when long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
            await responses.ReadAsync(request, id, number),
        ["Questionnaire", var id] => questionnaires.Read(request, id),
        _ => FhirReply.Refuse(HttpReasons.NotSupported, language),
    };

    private async Task<FhirReply> TransactAsync(
        HttpRequest request, BundleRequest bundle, ReadOnlyMemory<byte> sent, Language language, CancellationToken cancellation)
    {
        var writes = ImmutableArray.CreateBuilder<Write>(bundle.Calls.Length);
        foreach (var call in bundle.Calls)
        {
            if (!IsGranted(request, call))
            {
                return FhirReply.Refuse([InEntry(HttpReasons.Forbidden, call)], language, sent.Span);
            }

            switch (Ready(request, call))
            {
                case Reading<Write>.Ok { Value: var write }:
                    writes.Add(write);
                    break;
                case Reading<Write>.Refused refused:
                    return FhirReply.Refuse([.. refused.Reasons.Select(reason => InEntry(reason, call))], language, sent.Span);
            }
        }

        return await store.TransactAsync(Caller.Of(request), writes.ToImmutable(), cancellation) switch
        {
            TransactionOutcome.Refused failed => FhirReply.Refuse(
                [InEntry(WriteReplies.ReasonOf(failed.Why), bundle.Calls[failed.Index])], language, sent.Span),
            TransactionOutcome.Committed committed => FhirReply.Ok(BundleReply.Write(
                true, bundle.Calls.Zip(committed.Outcomes, (call, outcome) => Entry(RepliesTo(request, language).Of(outcome, call.Resource!.Value))))),
            _ => throw new InvalidOperationException(),
        };
    }

    /// <summary>True when the caller's scopes cover the entry as they would cover the same call alone.</summary>
    private static bool IsGranted(HttpRequest request, BundleCall call) =>
        FhirNeed.Of(call.Method, call.Url.Split('?')[0].Split('/'), call.IfNoneExist) is { } need
            ? Grants.Of(request.HttpContext).Allow(need)
            : Grants.Of(request.HttpContext) == Grants.Everything;

    private static WriteReplies RepliesTo(HttpRequest request, Language language) =>
        new(FhirBase.Of(request), request.Headers["Prefer"], language);

    private Reading<Write> Ready(HttpRequest request, BundleCall call)
    {
        if (WriteCallOf(call) is not { } write || call.Resource is not { } resource)
        {
            return Reading<Write>.Refuse(HttpReasons.NotSupported);
        }

        return call.LinkToEntry is { } path
            ? Reading<Write>.Refuse(StoringReasons.LinkToEntry(path))
            : responses.Ready(request, write, resource, BytesOf(resource));
    }

    private static WriteCall? WriteCallOf(BundleCall call) => (call.Method, call.Url) switch
    {
        ("POST", ResponseIntake.ResourceType) => new WriteCall(null, call.IfMatch, call.IfNoneExist),
        ("PUT", var url) when url.StartsWith(Folder, StringComparison.Ordinal) => new WriteCall(url[Folder.Length..], call.IfMatch, null),
        _ => null,
    };

    private static EntryReply Entry(FhirReply reply) => new(
        reply.Status,
        reply.Json,
        reply.Status >= 400,
        reply.Location,
        reply.ETag,
        reply.LastModified);

    /// <summary>The resource as it stands in the Bundle, byte for byte but for the Bundle around it.</summary>
    private static ReadOnlyMemory<byte> BytesOf(JsonElement resource) => Encoding.UTF8.GetBytes(resource.GetRawText());

    private static Reason InEntry(Reason reason, BundleCall call) =>
        (reason with { At = null, Path = reason.Path ?? ResponseIntake.ResourceType }).Under(call.Path + ".resource");
}
