using System.Globalization;
using System.Net;
using Sbirt.FhirAdapter.Client;

namespace Sbirt.Service.Settings;

/// <summary>
/// Reads the settings and finds every fault in them before anything starts: secure by default, an empty
/// list of clients refuses everybody.
/// </summary>
internal static class SettingsCheck
{
    // Nesting is counted in the bits of one word; headers must fit the server's request buffer.
    private const int MostJsonDepth = 60;
    private const int MostHeaderBytes = 1024 * 1024;

    /// <summary>The settings of a configuration.</summary>
    /// <exception cref="SettingsFaultException">A key is unknown or a value is wrong.</exception>
    public static SbirtSettings Read(IConfiguration configuration, bool development, IReadOnlyList<string> urls)
    {
        var section = configuration.GetSection("Sbirt");
        var unknown = KnownSettings.Unknown(section, typeof(SbirtSettings)).ToList();
        if (unknown.Count > 0)
        {
            throw new SettingsFaultException(unknown.Select(key =>
                new SettingsFault(key, "No setting has this name.", "Correct its spelling or remove it; README lists the settings.")));
        }

        SbirtSettings settings;
        try
        {
            settings = section.Get<SbirtSettings>() ?? new SbirtSettings();
        }
        catch (InvalidOperationException exception)
        {
            throw new SettingsFaultException([new(KeyIn(exception), "The value is of the wrong kind.", "Write a whole number, or text where text is asked for.")]);
        }

        var faults = FaultsOf(settings, development, urls).ToList();
        return faults.Count == 0 ? InForce(settings, development) : throw new SettingsFaultException(faults);
    }

    /// <summary>True when nobody outside this machine can reach the address.</summary>
    public static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));

    /// <summary>True when no token is asked for.</summary>
    public static bool IsOpen(SbirtSettings settings, bool development) => settings.Security.Mode switch
    {
        null or "" => development,
        var mode => mode == "Open",
    };

    /// <summary>The settings with what follows from the mode written out.</summary>
    private static SbirtSettings InForce(SbirtSettings settings, bool development) => IsOpen(settings, development)
        ? settings with { Security = settings.Security with { Mode = SecuritySettings.Open } }
        : settings with
        {
            Security = settings.Security with { Mode = SecuritySettings.Trusted },
            Limits = settings.Limits with
            {
                RequestsPerSecond = settings.Limits.RequestsPerSecond ?? LimitSettings.TrustedRequestsPerSecond,
                ConcurrentRequests = settings.Limits.ConcurrentRequests ?? LimitSettings.TrustedConcurrentRequests,
            },
        };

    /// <summary>The binder's message quotes the value and then the key; only the key may be shown.</summary>
    private static string KeyIn(InvalidOperationException exception)
    {
        var quoted = exception.Message.Split('\'');
        return quoted.FirstOrDefault(part => part.StartsWith("Sbirt:", StringComparison.Ordinal)) ?? "Sbirt";
    }

    private static IEnumerable<SettingsFault> FaultsOf(SbirtSettings settings, bool development, IReadOnlyList<string> urls)
    {
        foreach (var fault in SecurityFaults(settings, development, urls)
            .Concat(TrustCheck.SecurityFaults(settings, development))
            .Concat(ClientsCheck.OriginFaults(settings.Clients))
            .Concat(FhirServerFaults(settings, IsOpen(settings, development)))
            .Concat(StoreFaults(settings.Store))
            .Concat(LimitFaults(settings.Limits)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<SettingsFault> SecurityFaults(SbirtSettings settings, bool development, IReadOnlyList<string> urls)
    {
        const string ModeKey = "Sbirt:Security:Mode";
        if (settings.Security.Mode is not (null or "" or "Open" or "Trusted"))
        {
            yield return new(ModeKey, "The mode is neither Open nor Trusted.", "Write Open (Development on loopback) or Trusted.");
            yield break;
        }

        if (IsOpen(settings, development))
        {
            if (!development)
            {
                yield return new(ModeKey, "Open asks for no token and exists only in Development.", "Write Trusted and configure Sbirt:Clients.");
            }

            if (!urls.All(IsLoopback))
            {
                yield return new(ModeKey, "Open asks for no token, but an address can be reached from other machines.", "Listen on 127.0.0.1, or write Trusted and configure Sbirt:Clients.");
            }

            yield break;
        }

        foreach (var fault in TrustCheck.Faults(settings, development, urls))
        {
            yield return fault;
        }
    }

    private static IEnumerable<SettingsFault> FhirServerFaults(SbirtSettings settings, bool open) =>
        from client in settings.Clients.Index()
        from server in client.Item.FhirServers.Index()
        let fault = TrustedServers.FaultOf(server.Item, allowHttpOnLoopback: open)
        where fault is not null
        select new SettingsFault(
            string.Create(CultureInfo.InvariantCulture, $"Sbirt:Clients:{client.Index}:FhirServers:{server.Index}"),
            fault.En,
            "Write the base URL of the record system, such as https://ehr.example/fhir.");

    private static IEnumerable<SettingsFault> StoreFaults(StoreSettings store)
    {
        if (store.Provider is not ("sqlite" or "postgres"))
        {
            yield return new("Sbirt:Store:Provider", "The provider is neither sqlite nor postgres.", "Write sqlite or postgres.");
        }

        if (store.Provider == "postgres" && string.IsNullOrWhiteSpace(store.Connection))
        {
            yield return new("Sbirt:Store:Connection", "PostgreSQL needs a connection string.", "Write e.g. Host=127.0.0.1;Database=sbirt;Username=sbirt.");
        }
    }

    private static IEnumerable<SettingsFault> LimitFaults(LimitSettings limits)
    {
        var all = new (string Key, int? Value)[]
        {
            (nameof(limits.CallsInWork), limits.CallsInWork),
            (nameof(limits.CallsWaiting), limits.CallsWaiting),
            (nameof(limits.BodyBytes), limits.BodyBytes),
            (nameof(limits.HookBodyBytes), limits.HookBodyBytes),
            (nameof(limits.JsonDepth), limits.JsonDepth),
            (nameof(limits.JsonTokens), limits.JsonTokens),
            (nameof(limits.BundleEntries), limits.BundleEntries),
            (nameof(limits.StringBytes), limits.StringBytes),
            (nameof(limits.HeaderBytes), limits.HeaderBytes),
            (nameof(limits.RequestsPerSecond), limits.RequestsPerSecond),
            (nameof(limits.ConcurrentRequests), limits.ConcurrentRequests),
        };
        var most = new (string Key, int Value, int Most)[]
        {
            (nameof(limits.JsonDepth), limits.JsonDepth, MostJsonDepth),
            (nameof(limits.HeaderBytes), limits.HeaderBytes, MostHeaderBytes),
        };
        return all.Where(limit => limit.Value <= 0)
            .Select(limit => new SettingsFault("Sbirt:Limits:" + limit.Key, "A limit must be a positive number.", "Write a number above 0, or remove the line for the default."))
            .Concat(most.Where(limit => limit.Value > limit.Most).Select(limit => new SettingsFault(
                "Sbirt:Limits:" + limit.Key,
                "The limit is higher than this program can hold.",
                string.Create(CultureInfo.InvariantCulture, $"Write {limit.Most} or less."))));
    }
}
