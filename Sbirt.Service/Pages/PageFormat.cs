using Microsoft.Net.Http.Headers;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;

namespace Sbirt.Service.Pages;

/// <summary>Whether an address that serves both is asked for its page or for its JSON.</summary>
internal enum PageFormat
{
    Html,
    Json,
}

/// <summary>Reads it off a request: <c>?format=</c> first, then <c>Accept</c>; a browser or nobody in particular gets the page.</summary>
internal static class AskedFormat
{
    /// <summary>What is said to a caller that asks for something else.</summary>
    public static Reason Unknown { get; } = new("parameter-invalid", new Localized(
        "format に使えるのは html と json です。", "format can be html or json."));

    /// <summary>Null when <c>?format=</c> names something else.</summary>
    public static PageFormat? Of(HttpRequest request) => request.Query["format"].ToString() switch
    {
        "" => ByAccept(request),
        "html" => PageFormat.Html,
        "json" => PageFormat.Json,
        _ => null,
    };

    private static PageFormat ByAccept(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var wished)
        && Weight(wished, "application/json") > Weight(wished, "text/html")
            ? PageFormat.Json
            : PageFormat.Html;

    // The most specific range counts (RFC 9110 section 12.5.1).
    private static double Weight(IList<MediaTypeHeaderValue> wished, string type)
    {
        var whole = MediaTypeHeaderValue.Parse(type);
        return wished
            .Where(each => whole.IsSubsetOf(new MediaTypeHeaderValue(each.MediaType)))
            .OrderBy(each => each.MatchesAllTypes ? 2 : each.MatchesAllSubTypes ? 1 : 0)
            .Select(each => each.Quality ?? 1)
            .FirstOrDefault(0);
    }
}
