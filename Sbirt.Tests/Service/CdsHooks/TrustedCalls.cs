using Sbirt.Tests.Hosts;

namespace Sbirt.Tests.Service.CdsHooks;

/// <summary>Hook calls with the signed token of one of two record systems.</summary>
internal static class TrustedCalls
{
    /// <summary>The service with both record systems on today's date.</summary>
    public static Task<TrustedServer> StartAsync(params (string Key, string Value)[] more) =>
        TrustedServer.StartAsync(clock: new ClockByHand(TimeProvider.System.GetUtcNow()), more: more);

    /// <summary>Posts a call as the first record system.</summary>
    public static Task<FhirAnswer> HookAsync(this TrustedServer server, string json, string path = Calls.Path) =>
        server.Running.PostAsync(path, json, ("Authorization", "Bearer " + server.Token(path).Signed));

    /// <summary>Posts a call as the second.</summary>
    public static Task<FhirAnswer> OtherHookAsync(this TrustedServer server, string json, string path = Calls.Path) =>
        server.Running.PostAsync(path, json, ("Authorization", "Bearer " + server.OtherToken(TrustedServer.PublicUrl + path).Signed));
}
