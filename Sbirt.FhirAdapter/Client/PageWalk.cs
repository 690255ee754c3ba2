using System.Text.Json;
using Sbirt.Content.Findings;
using Sbirt.FhirAdapter.Client.Transport;
using Sbirt.FhirAdapter.Json;

namespace Sbirt.FhirAdapter.Client;

/// <summary>
/// Follows one read through its pages: each is checked before the next is asked for, and the first that fails ends
/// the whole. Disposed before it handed its pages on, it disposes them.
/// </summary>
internal sealed class PageWalk(FhirAccess access, FhirQuery query, FhirClientOptions options) : IDisposable
{
    private readonly SubjectCheck _subject = new(access.BaseUrl, access.PatientId);
    private readonly List<FhirDocument> _pages = [];
    private int _bytes;

    public async Task<Reading<FhirPages>> RunAsync(PageRequest first, Func<PageRequest, Task<Attempt>> send)
    {
        var page = first;
        while (true)
        {
            var attempt = await send(page with { AnswerBytes = Math.Min(options.AnswerBytes, options.TotalBytes - _bytes) });
            if ((attempt.Reason ?? Keep(attempt.Body!)) is { } fault)
            {
                return Reading<FhirPages>.Refuse(fault);
            }

            if (query.Id is not null || NextPage.LinkOf(_pages[^1].Root) is not { } link)
            {
                return Done(isTruncated: false);
            }

            if (NextPage.Under(access.BaseUrl, link) is not { } next)
            {
                return Reading<FhirPages>.Refuse(FhirServerReasons.PageElsewhere);
            }

            if (_pages.Count >= options.Pages)
            {
                return Done(isTruncated: true);
            }

            page = page with { Url = next };
        }
    }

    public void Dispose() => _pages.ForEach(page => page.Dispose());

    private Reading<FhirPages>.Ok Done(bool isTruncated)
    {
        var pages = new FhirPages([.. _pages], isTruncated);
        _pages.Clear();
        return new Reading<FhirPages>.Ok(pages);
    }

    private Reason? Keep(byte[] body)
    {
        _bytes += body.Length;
        if (FhirJson.Read(body, JsonLimits.Bundles with { BodyBytes = options.AnswerBytes }) is not Reading<FhirDocument>.Ok(var document))
        {
            return FhirServerReasons.NotFhir;
        }

        _pages.Add(document);
        if (!IsWhatWasAsked(document))
        {
            return FhirServerReasons.NotFhir;
        }

        return FhirPages.ResourcesOf(document.Root).All(_subject.Passes) ? null : FhirServerReasons.OtherPatient;
    }

    private bool IsWhatWasAsked(FhirDocument document) => query.Id is null
        ? document.ResourceType == "Bundle" && Says(document, "type"u8, "searchset")
        : document.ResourceType == query.ResourceType && Says(document, "id"u8, query.Id);

    private static bool Says(FhirDocument document, ReadOnlySpan<byte> name, string value) =>
        document.Root.TryGetProperty(name, out var element)
        && element.ValueKind == JsonValueKind.String
        && element.ValueEquals(value);
}
