using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using Sbirt.FhirAdapter.Json;

namespace Sbirt.FhirAdapter.Client.Transport;

/// <summary>Sends one GET once, and turns everything that can happen to it into an <see cref="Attempt"/>.</summary>
internal sealed class PageFetch(HttpClient http, TimeProvider clock)
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    /// <param name="caller">The caller's own wish to stop, which is passed on and is nobody's failure.</param>
    /// <param name="cancellation">The same, or the deadline.</param>
    public async Task<Attempt> SendAsync(PageRequest page, CancellationToken caller, CancellationToken cancellation)
    {
        try
        {
            using var request = RequestFor(page);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return response.StatusCode == HttpStatusCode.OK
                ? await BodyOfAsync(response, page, cancellation)
                : Declined(response, page.Deadline);
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            return Attempt.Failed(FhirServerReasons.TooLate);
        }
        catch (HttpRequestException fault) when (fault.InnerException is PrivateAddressException)
        {
            return Attempt.Refused(FhirServerReasons.AddressPrivate);
        }
        catch (HttpRequestException fault) when (fault.InnerException is AuthenticationException)
        {
            return Attempt.Refused(FhirServerReasons.CertificateInvalid);
        }
        catch (InvalidDataException)
        {
            return Attempt.Refused(FhirServerReasons.NotFhir);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return Attempt.Failed(FhirServerReasons.Unreachable) with { RetryIn = Within(page.Deadline, Breath) };
        }
    }

    private static HttpRequestMessage RequestFor(PageRequest page)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, page.Url);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(FhirJson.MediaType));
        if (page.AccessToken is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", page.AccessToken);
        }

        return request;
    }

    private static async Task<Attempt> BodyOfAsync(HttpResponseMessage response, PageRequest page, CancellationToken cancellation)
    {
        if (!ResponseBody.IsFhirJson(response.Content))
        {
            return Attempt.Refused(FhirServerReasons.NotFhir);
        }

        return await ResponseBody.ReadAsync(response.Content, page.AnswerBytes, cancellation) is { } body
            ? Attempt.Read(body)
            : Attempt.Refused(FhirServerReasons.TooLarge);
    }

    // 429 and 5xx may pass; every other status would be the same the second time.
    private Attempt Declined(HttpResponseMessage response, Deadline deadline)
    {
        var reason = ResponseBody.ReasonOf(response.StatusCode);
        return response.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError
            ? Attempt.Failed(reason) with { RetryIn = Within(deadline, AskedFor(response.Headers.RetryAfter) ?? Breath) }
            : Attempt.Refused(reason);
    }

    private TimeSpan? AskedFor(RetryConditionHeaderValue? after) => after switch
    {
        { Delta: { } delta } => Longer(delta, Breath),
        { Date: { } date } => Longer(date - clock.GetUtcNow(), Breath),
        _ => null,
    };

    private static TimeSpan? Within(Deadline deadline, TimeSpan wait) => wait < deadline.Left ? wait : null;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
