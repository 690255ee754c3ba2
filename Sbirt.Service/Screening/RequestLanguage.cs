using Sbirt.Content.Languages;
using Sbirt.Service.Security;

namespace Sbirt.Service.Screening;

/// <summary>The language a request wishes for: <c>?lang=</c> first, then <c>Accept-Language</c>.</summary>
internal static class RequestLanguage
{
    /// <summary>Null when the request says nothing we speak; then the patient's language decides, else Japanese.</summary>
    public static Language? Wished(HttpRequest request) =>
        LanguageTag.Parse(request.Query["lang"]) ?? LanguageTag.Parse(request.Headers.AcceptLanguage);

    public static Language Of(HttpRequest request) =>
        Wished(request) ?? CallingClient.Of(request.HttpContext).Language ?? Language.Ja;
}
