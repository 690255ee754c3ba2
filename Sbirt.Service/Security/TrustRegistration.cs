using Sbirt.Service.Security.Keys;
using Sbirt.Service.Security.Tokens;
using Sbirt.Service.Settings;
using Sbirt.Service.Store;

namespace Sbirt.Service.Security;

/// <summary>Every registration that decides who may call.</summary>
internal static class TrustRegistration
{
    public static void AddTrust(this IServiceCollection services, SbirtSettings settings, bool development)
    {
        services.AddTokenSchemes();
        services.AddBrowserOrigins(settings);
        services.AddSingleton(new SigningPolicy(settings.Security));
        services.AddSingleton(provider => new TrustedKeys(
            Ring(provider, settings, development, settings.Security.IsOpen ? [] : TrustedClients.HookIssuers(settings)),
            Ring(provider, settings, development, settings.Security.IsOpen ? [] : TrustedClients.AccessTokenIssuers(settings))));
        services.AddSingleton(_ => new TrustedClients(settings));
        services.AddSingleton(provider => new HookTokenCheck(
            provider.GetRequiredService<TrustedClients>(),
            provider.GetRequiredService<TrustedKeys>().Hooks,
            provider.GetRequiredService<SigningPolicy>(),
            provider.GetRequiredService<ResourceStore>().UsedTokens,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new AccessTokenCheck(
            settings,
            provider.GetRequiredService<TrustedClients>(),
            provider.GetRequiredService<TrustedKeys>().AccessTokens,
            provider.GetRequiredService<SigningPolicy>(),
            provider.GetRequiredService<TimeProvider>()));
    }

    private static KeyRing Ring(IServiceProvider provider, SbirtSettings settings, bool development, IEnumerable<IssuerPlaces> issuers) => new(
        issuers,
        settings.Security,
        development,
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<KeyRing>>());
}
