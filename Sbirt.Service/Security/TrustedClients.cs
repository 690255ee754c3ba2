using System.Collections.Frozen;
using System.Collections.Immutable;
using Sbirt.Content.Languages;
using Sbirt.Service.Security.Keys;
using Sbirt.Service.Settings;

namespace Sbirt.Service.Security;

/// <summary>The configured clients, found by what their tokens say of them; nothing of one reaches another.</summary>
internal sealed class TrustedClients
{
    private readonly FrozenDictionary<(string Issuer, string? Tenant), RecordSystem> systems;
    private readonly FrozenDictionary<(string Issuer, string ClientId), CallingClient> appClients;

    public TrustedClients(SbirtSettings settings)
    {
        systems = settings.Clients
            .Where(client => client.Issuer is not null)
            .ToFrozenDictionary(client => (client.Issuer!, client.Tenant), client => new RecordSystem(CallingClientOf(client), [.. client.Audiences]));
        appClients = settings.Clients
            .SelectMany(client => client.ClientIds.Select(id => (client, id)))
            .ToFrozenDictionary(
                pair => (pair.client.AccessTokenIssuer ?? settings.AccessTokenIssuers[0].Issuer!, pair.id),
                pair => CallingClientOf(pair.client));
    }

    /// <summary>Where the keys of the record systems are; clients of one issuer share them.</summary>
    public static IEnumerable<IssuerPlaces> HookIssuers(SbirtSettings settings) => settings.Clients
        .Where(client => client.Issuer is not null)
        .DistinctBy(client => client.Issuer)
        .Select(client => new IssuerPlaces(
            client.Issuer!, client.JwksFile, [.. client.JwksUrl is { } url ? client.Jku.Prepend(url) : client.Jku]));

    /// <summary>Where the keys of the authorization servers are.</summary>
    public static IEnumerable<IssuerPlaces> AccessTokenIssuers(SbirtSettings settings) => settings.AccessTokenIssuers
        .Select(server => new IssuerPlaces(server.Issuer!, server.JwksFile, server.JwksUrl is { } url ? [url] : []));

    /// <summary>The record system of an issuer and tenant (null: the token names none), both to the letter.</summary>
    public RecordSystem? SystemOf(string issuer, string? tenant) => systems.GetValueOrDefault((issuer, tenant));

    /// <summary>The client behind a <c>client_id</c> of an authorization server.</summary>
    public CallingClient? ClientOf(string issuer, string clientId) => appClients.GetValueOrDefault((issuer, clientId));

    private static CallingClient CallingClientOf(ClientSettings client) => new(
        client.Id!,
        client.Pack,
        LanguageTag.Parse(client.Language),
        [.. client.FhirServers.Select(server => new Uri(server))],
        [.. client.Extensions],
        // The settings check takes plain http only in Development, for this machine.
        ReachesLoopback: client.FhirServers.Any(server => server.StartsWith("http:", StringComparison.OrdinalIgnoreCase)));

    /// <param name="Audiences">Values of <c>aud</c> agreed besides the address called.</param>
    internal sealed record RecordSystem(CallingClient Client, ImmutableArray<string> Audiences);
}
