using Sbirt.Service.Store;

namespace Sbirt.Service.Security;

/// <summary>On whose behalf a request runs; in Open mode there is one tenant, the developer.</summary>
internal static class Caller
{
    private const string OpenTenant = "open";

    public static StoreCaller Of(HttpRequest request) => new(OpenTenant, request.HttpContext.TraceIdentifier);
}
