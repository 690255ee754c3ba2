namespace Sbirt.Service.Settings;

/// <summary>
/// Everything a site can set, under <c>Sbirt:</c> in appsettings.json or <c>Sbirt__</c> in the environment.
/// Checked once at start by <see cref="SettingsCheck"/>.
/// </summary>
internal sealed record SbirtSettings
{
    /// <summary>Who may call.</summary>
    public SecuritySettings Security { get; init; } = new();

    /// <summary>
    /// The address under which callers reach the service, e.g. <c>https://sbirt.clinic.example</c>: tokens are made out
    /// to it, and links are built with it. Empty only in Development on loopback: the address as called.
    /// </summary>
    public string? PublicUrl { get; init; }

    /// <summary>The trusted callers, each with its issuer and keys.</summary>
    public List<ClientSettings> Clients { get; init; } = [];

    /// <summary>Authorization servers whose access tokens open <c>/fhir</c>.</summary>
    public List<AccessTokenIssuerSettings> AccessTokenIssuers { get; init; } = [];

    /// <summary>Where records are kept.</summary>
    public StoreSettings Store { get; init; } = new();

    /// <summary>Threshold pack used when a call names none.</summary>
    public string Pack { get; init; } = "jp-mhlw";

    /// <summary>Referral directory file; empty: the data folder's, else the organisations of the sources.</summary>
    public string? Directory { get; init; }

    /// <summary>What the clinic shows in an emergency (crisis line, named clinician), in its own words.</summary>
    public string? CrisisContact { get; init; }

    /// <summary>Sizes and rates a call may not pass.</summary>
    public LimitSettings Limits { get; init; } = new();
}

/// <summary><c>sqlite</c> (a file in the data folder) or <c>postgres</c> (a connection string).</summary>
internal sealed record StoreSettings
{
    public string Provider { get; init; } = "sqlite";

    public string? Connection { get; init; }
}

/// <summary>Limits of one call (docs/limits.md); each must be positive.</summary>
internal sealed record LimitSettings
{
    /// <summary>Calls a second of one client in Trusted mode, when nothing else is set.</summary>
    public const int TrustedRequestsPerSecond = 100;

    /// <summary>Calls of one client at once in Trusted mode, when nothing else is set.</summary>
    public const int TrustedConcurrentRequests = 16;

    /// <summary>Hook calls, and FHIR calls, worked on at once; a few for each core, so that one disk write serves several.</summary>
    public int CallsInWork { get; init; } = 2 * Environment.ProcessorCount;

    /// <summary>Calls that wait for one of those places; more are refused.</summary>
    public int CallsWaiting { get; init; } = 8 * Environment.ProcessorCount;

    /// <summary>Largest FHIR body.</summary>
    public int BodyBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Largest body of a hook call or of feedback.</summary>
    public int HookBodyBytes { get; init; } = 1024 * 1024;

    public int JsonDepth { get; init; } = 48;

    public int JsonTokens { get; init; } = 100_000;

    public int BundleEntries { get; init; } = 10_000;

    public int StringBytes { get; init; } = 64 * 1024;

    public int HeaderBytes { get; init; } = 16 * 1024;

    /// <summary>Calls a second of one client; null in Open mode: no limit, there is only the developer.</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary>Calls of one client at the same moment.</summary>
    public int? ConcurrentRequests { get; init; }
}
