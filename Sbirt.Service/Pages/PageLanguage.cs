using Sbirt.Content.Languages;
using Sbirt.Service.Screening;
using Sbirt.Service.Security;

namespace Sbirt.Service.Pages;

/// <summary>The language of a page: what the request wishes, else what the client agreed, else Japanese.</summary>
internal static class PageLanguage
{
    public static Language Of(HttpContext context) =>
        RequestLanguage.Wished(context.Request) ?? CallingClient.Of(context).Language ?? Language.Ja;
}
