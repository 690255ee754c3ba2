using System.Text.RegularExpressions;
using Sbirt.Content.Languages;
using Sbirt.Service.Security;

namespace Sbirt.Service.Settings;

/// <summary>Finds every fault in the list of trusted clients.</summary>
internal static partial class ClientsCheck
{
    public static IEnumerable<SettingsFault> Faults(SbirtSettings settings, bool development) =>
    [
        .. settings.Clients.SelectMany((client, index) => Faults(settings, client, KeyOf(index), development)),
        .. TrustCheck.Repeated(settings.Clients.Select((client, index) => (KeyOf(index) + ":Id", client.Id))),
        .. TrustCheck.Repeated(settings.Clients
            .Select((client, index) => (Key: KeyOf(index) + ":Issuer", Value: (client.Issuer, client.Tenant)))
            .Where(pair => pair.Value.Issuer is not null)),
        .. TrustCheck.Repeated(settings.Clients.SelectMany((client, index) => client.ClientIds.Select((id, i) =>
            ($"{KeyOf(index)}:ClientIds:{i}", (client.AccessTokenIssuer ?? settings.AccessTokenIssuers.FirstOrDefault()?.Issuer, id))))),
        .. SharedIssuerFaults(settings.Clients),
    ];

    /// <summary>Origins count in Open mode too.</summary>
    public static IEnumerable<SettingsFault> OriginFaults(IReadOnlyList<ClientSettings> clients) => clients
        .SelectMany((client, index) => client.Origins.Select((origin, i) => AddressCheck.OriginFaultOf($"{KeyOf(index)}:Origins:{i}", origin)))
        .OfType<SettingsFault>();

    private static IEnumerable<SettingsFault> Faults(SbirtSettings settings, ClientSettings client, string key, bool development)
    {
        if (client.Id is null || !IdForm().IsMatch(client.Id) || client.Id == CallingClient.Open.Id || client.Id == CallingClient.Stranger.Id)
        {
            yield return new(key + ":Id", "The client has no usable name.", "Write small letters, digits and hyphens, at most 64; not open or stranger.");
        }

        if (client.Issuer is null && client.ClientIds.Count == 0)
        {
            yield return new(key + ":Issuer", "Nothing says how this client is known.", "Write the iss of its CDS Hooks tokens to the letter, or its ClientIds at the authorization server.");
        }

        if (client.Issuer is not null)
        {
            foreach (var fault in TrustCheck.KeyFaults(key, client.JwksUrl, client.JwksFile, client.Jku, development))
            {
                yield return fault;
            }
        }

        if (client.ClientIds.Count > 0 && !IsServerKnown(settings, client))
        {
            yield return new(key + ":AccessTokenIssuer", "It is not clear which authorization server gives this client its tokens.", "Configure Sbirt:AccessTokenIssuers, and name its Issuer here when there are several.");
        }

        if (client.Language is not null && LanguageTag.Parse(client.Language) is null)
        {
            yield return new(key + ":Language", "This language is not spoken.", "Write ja or en.");
        }

        foreach (var fault in ListFaults(client, key, development))
        {
            yield return fault;
        }
    }

    private static IEnumerable<SettingsFault> ListFaults(ClientSettings client, string key, bool development)
    {
        for (var i = 0; i < client.FhirServers.Count; i++)
        {
            if (AddressCheck.FaultOf($"{key}:FhirServers:{i}", client.FhirServers[i], development) is { } wrong)
            {
                yield return wrong;
            }
        }

        for (var i = 0; i < client.Extensions.Count; i++)
        {
            if (client.Extensions[i] != CallingClient.Hooks3)
            {
                yield return new($"{key}:Extensions:{i}", "There is no extension of this name.", $"Write {CallingClient.Hooks3}.");
            }
        }

        for (var i = 0; i < client.Audiences.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(client.Audiences[i]))
            {
                yield return new($"{key}:Audiences:{i}", "The audience is empty.", "Write the aud that was agreed, or remove the line.");
            }
        }
    }

    /// <summary>Clients of one issuer are told apart by tenant, and its keys are the same for all of them.</summary>
    private static IEnumerable<SettingsFault> SharedIssuerFaults(IReadOnlyList<ClientSettings> clients) => clients
        .Select((client, index) => (client, index))
        .Where(pair => pair.client.Issuer is not null)
        .GroupBy(pair => pair.client.Issuer)
        .SelectMany(group => group.Skip(1).Where(pair => PlacesOf(pair.client) != PlacesOf(group.First().client)))
        .Select(pair => new SettingsFault(KeyOf(pair.index) + ":JwksUrl", "Clients of one issuer name different places of its keys.", "Write the same JwksUrl, JwksFile and Jku for all of them."));

    private static string PlacesOf(ClientSettings client) => string.Join('\n', [client.JwksUrl ?? "", client.JwksFile ?? "", .. client.Jku]);

    private static bool IsServerKnown(SbirtSettings settings, ClientSettings client) => client.AccessTokenIssuer is { } named
        ? settings.AccessTokenIssuers.Any(server => server.Issuer == named)
        : settings.AccessTokenIssuers.Count == 1;

    private static string KeyOf(int index) => $"Sbirt:Clients:{index}";

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,63}\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex IdForm();
}
