using System.Net;
using Sbirt.Service.Security.Keys;

namespace Sbirt.Service.Settings;

/// <summary>Finds every fault in what Trusted mode needs: who may call, and how tokens are judged.</summary>
internal static class TrustCheck
{
    private const string PublicUrlKey = "Sbirt:PublicUrl";

    public static IEnumerable<SettingsFault> Faults(SbirtSettings settings, bool development, IReadOnlyList<string> urls)
    {
        if (settings.Clients.Count == 0)
        {
            return
            [
                new(
                    "Sbirt:Clients:0:Issuer",
                    "No trusted issuer is configured, so nobody could be let in.",
                    "Set Sbirt:Clients:0:Id, :Issuer, :JwksUrl (or :JwksFile), and Sbirt:PublicUrl; or, on your own machine only, start with ASPNETCORE_ENVIRONMENT=Development."),
            ];
        }

        return
        [
            .. MissingPublicUrl(settings.PublicUrl, development, urls),
            .. ClientsCheck.Faults(settings, development),
            .. settings.AccessTokenIssuers.SelectMany((server, index) => ServerFaults($"Sbirt:AccessTokenIssuers:{index}", server, development)),
            .. Repeated(settings.AccessTokenIssuers.Select((server, index) => ($"Sbirt:AccessTokenIssuers:{index}:Issuer", server.Issuer))),
        ];
    }

    /// <summary>What is wrong with the places of an issuer's keys.</summary>
    public static IEnumerable<SettingsFault> KeyFaults(string key, string? url, string? file, IReadOnlyList<string> jku, bool development)
    {
        if (url is null && file is null && jku.Count == 0)
        {
            yield return new(key + ":JwksUrl", "Nothing says where the keys of this issuer are.", "Set JwksUrl, or JwksFile with the path of a key set.");
        }

        if (url is not null && file is not null)
        {
            yield return new(key + ":JwksFile", "Both a file and an address of keys are set.", "Keep JwksUrl or JwksFile.");
        }

        if (url is not null && AddressCheck.FaultOf(key + ":JwksUrl", url, development) is { } wrongUrl)
        {
            yield return wrongUrl;
        }

        if (file is not null && !IsKeyFile(file))
        {
            yield return new(key + ":JwksFile", "The file is not there, or is not a set of public keys we can use.", "Write the path of a JSON Web Key Set: EC P-256/384/521 or RSA of 2048 bits and more, each with a kid.");
        }

        for (var i = 0; i < jku.Count; i++)
        {
            if (AddressCheck.FaultOf($"{key}:Jku:{i}", jku[i], development) is { } wrong)
            {
                yield return wrong;
            }
        }
    }

    /// <summary>A fault for each later one of the same values.</summary>
    public static IEnumerable<SettingsFault> Repeated<T>(IEnumerable<(string Key, T Value)> values) => values
        .Where(pair => pair.Value is not null)
        .GroupBy(pair => pair.Value)
        .SelectMany(group => group.Skip(1))
        .Select(pair => new SettingsFault(pair.Key, "The same is configured twice, so it would not be clear who calls.", "Change or remove one of the two."));

    /// <summary>What is wrong with how tokens and keys are judged, in either mode.</summary>
    public static IEnumerable<SettingsFault> SecurityFaults(SbirtSettings settings, bool development)
    {
        var security = settings.Security;
        if (!string.IsNullOrEmpty(settings.PublicUrl) && AddressCheck.FaultOf(PublicUrlKey, settings.PublicUrl, development) is { } wrong)
        {
            yield return wrong;
        }

        for (var i = 0; i < security.Algorithms.Count; i++)
        {
            if (SigningAlgorithms.KindOf(security.Algorithms[i]) is null)
            {
                yield return new($"Sbirt:Security:Algorithms:{i}", "Tokens cannot be checked with this algorithm.", $"Write one of {string.Join(", ", SigningAlgorithms.All)}.");
            }
        }

        for (var i = 0; i < security.PrivateNetworks.Count; i++)
        {
            if (!IPNetwork.TryParse(security.PrivateNetworks[i], out _))
            {
                yield return new($"Sbirt:Security:PrivateNetworks:{i}", "This is not a network.", "Write address and length, like 10.1.0.0/16.");
            }
        }

        if (security.KeyMaxAgeMinutes <= 0)
        {
            yield return new("Sbirt:Security:KeyMaxAgeMinutes", "The age must be a positive number.", "Write minutes above 0, or remove the line for 60.");
        }
    }

    private static SettingsFault[] MissingPublicUrl(string? url, bool development, IReadOnlyList<string> urls) =>
        !string.IsNullOrEmpty(url) || (development && urls.All(SettingsCheck.IsLoopback))
            ? []
            : [new(PublicUrlKey, "Tokens are made out to our address, and it is not set.", "Write the address callers use, like https://sbirt.clinic.example.")];

    private static IEnumerable<SettingsFault> ServerFaults(string key, AccessTokenIssuerSettings server, bool development)
    {
        if (string.IsNullOrWhiteSpace(server.Issuer))
        {
            yield return new(key + ":Issuer", "The authorization server has no issuer.", "Write the iss of its access tokens, to the letter.");
        }

        if (AddressCheck.FaultOf(key + ":TokenEndpoint", server.TokenEndpoint, development) is { } wrong)
        {
            yield return wrong;
        }

        foreach (var fault in KeyFaults(key, server.JwksUrl, server.JwksFile, [], development))
        {
            yield return fault;
        }
    }

    private static bool IsKeyFile(string file)
    {
        try
        {
            return KeyDocument.Read(File.ReadAllBytes(file)).Count > 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or KeysUnreadableException or ArgumentException)
        {
            return false;
        }
    }
}
