using Sbirt.Service.Security.Keys;

namespace Sbirt.Service.Settings;

/// <summary><c>Open</c>: no token, only in Development on loopback. <c>Trusted</c>: configured clients only.</summary>
internal sealed record SecuritySettings
{
    public const string Open = "Open";
    public const string Trusted = "Trusted";

    /// <summary>Empty: Open in Development, Trusted elsewhere. Never empty once the settings are checked.</summary>
    public string? Mode { get; init; }

    /// <summary>Signature algorithms of tokens; empty: ES384 and RS384.</summary>
    public List<string> Algorithms { get; init; } = [];

    /// <summary>Private networks in which issuers may publish their keys, e.g. <c>10.1.0.0/16</c>.</summary>
    public List<string> PrivateNetworks { get; init; } = [];

    /// <summary>How long keys are used that cannot be read again, in minutes.</summary>
    public int KeyMaxAgeMinutes { get; init; } = 60;

    public bool IsOpen => Mode == Open;

    public IReadOnlyList<string> AllowedAlgorithms => Algorithms.Count == 0 ? SigningAlgorithms.Default : Algorithms;
}

/// <summary>One trusted caller: a record system (CDS Hooks), a client of an authorization server (FHIR), or both.</summary>
internal sealed record ClientSettings
{
    /// <summary>Its name with us, and the tenant its rows belong to.</summary>
    public string? Id { get; init; }

    /// <summary><c>iss</c> of its CDS Hooks tokens, to the letter.</summary>
    public string? Issuer { get; init; }

    /// <summary><c>tenant</c> of its CDS Hooks tokens, when one issuer speaks for several organisations.</summary>
    public string? Tenant { get; init; }

    public string? JwksUrl { get; init; }

    public string? JwksFile { get; init; }

    /// <summary>Addresses its tokens may name in <c>jku</c>, besides <see cref="JwksUrl"/>.</summary>
    public List<string> Jku { get; init; } = [];

    /// <summary>Values of <c>aud</c> accepted besides the address that is called.</summary>
    public List<string> Audiences { get; init; } = [];

    /// <summary>Base URLs of the FHIR servers we may read from for it.</summary>
    public List<string> FhirServers { get; init; } = [];

    public string? Pack { get; init; }

    public string? Language { get; init; }

    public List<string> Extensions { get; init; } = [];

    /// <summary>Origins of its browser pages (CORS), for <c>/cds-services</c> only.</summary>
    public List<string> Origins { get; init; } = [];

    /// <summary>Its <c>client_id</c> in access tokens.</summary>
    public List<string> ClientIds { get; init; } = [];

    /// <summary>Which authorization server gives them; may be left out when there is only one.</summary>
    public string? AccessTokenIssuer { get; init; }
}

/// <summary>One authorization server.</summary>
internal sealed record AccessTokenIssuerSettings
{
    /// <summary><c>iss</c> of its access tokens, to the letter.</summary>
    public string? Issuer { get; init; }

    public string? JwksUrl { get; init; }

    public string? JwksFile { get; init; }

    /// <summary>Where clients get their tokens; published in smart-configuration.</summary>
    public string? TokenEndpoint { get; init; }

    /// <summary>Values of <c>aud</c> accepted besides our FHIR base URL.</summary>
    public List<string> Audiences { get; init; } = [];
}
