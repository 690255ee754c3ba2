using System.Text;
using Sbirt.Content.Languages;

namespace Sbirt.Service.Pages;

/// <summary>A whole page of ours, with the headers that keep it from running or fetching anything.</summary>
internal sealed record HtmlPage(Language Language, string Title, Html Body) : IResult
{
    private static readonly Html Style = new Html().AddPlain("<style>").AddPlain(PageStyle.Css).AddPlain("</style>");

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = Encoding.UTF8.GetBytes(Document());
        var response = httpContext.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = "Accept, Accept-Language";
        response.Headers.ContentSecurityPolicy = PageStyle.Policy;
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    private string Document() => new Html().Add($"""
        <!DOCTYPE html>
        <html lang="{LanguageTag.Of(Language)}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Title}</title>
        {Style}
        </head>
        <body>
        <a class="skip" href="#content">{PageWords.Skip.In(Language)}</a>
        {Body}
        </body>
        </html>

        """).ToString();
}
