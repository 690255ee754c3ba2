using Sbirt.Service.Store;

namespace Sbirt.Service.Security;

/// <summary>On whose behalf a request runs: the tenant is the client that calls.</summary>
internal static class Caller
{
    public static StoreCaller Of(HttpRequest request) =>
        new(CallingClient.Of(request.HttpContext).Id, request.HttpContext.TraceIdentifier);
}
