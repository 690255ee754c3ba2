using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using System.Net;
using Sbirt.Service.Settings;

namespace Sbirt.Service.Security.Keys;

/// <summary>
/// The key sets of all trusted issuers of one kind (record systems, or authorization servers), each apart: a key of one
/// issuer never verifies a token of another.
/// </summary>
internal sealed partial class KeyRing : IDisposable
{
    private static readonly Meter Meter = new("Sbirt.Security");
    private static readonly Counter<long> Readings = Meter.CreateCounter<long>("sbirt.keys.readings");

    private readonly FrozenDictionary<string, IssuerKeys> issuers;
    private readonly List<KeyAddress> addresses = [];
    private readonly ILogger<KeyRing> logger;

    public KeyRing(IEnumerable<IssuerPlaces> issuers, SecuritySettings security, bool development, TimeProvider clock, ILogger<KeyRing> logger)
    {
        this.logger = logger;
        var networks = security.PrivateNetworks.Select(IPNetwork.Parse).ToImmutableArray();
        this.issuers = issuers.ToFrozenDictionary(issuer => issuer.Issuer, Keys, StringComparer.Ordinal);

        IssuerKeys Keys(IssuerPlaces places)
        {
            var byAddress = places.Addresses.Distinct(StringComparer.Ordinal)
                .ToFrozenDictionary(address => address, address => Set(places.Issuer, Address(address)), StringComparer.Ordinal);
            return new(places.File is { } file ? Set(places.Issuer, new KeyFile(file)) : byAddress[places.Addresses[0]], byAddress);
        }

        KeyAddress Address(string address)
        {
            var permitted = development && SettingsCheck.IsLoopback(address) ? [.. networks, .. Loopback] : networks;
            addresses.Add(new KeyAddress(new Uri(address), new GuardedConnections(permitted)));
            return addresses[^1];
        }

        KeySet Set(string issuer, IKeySource source) =>
            new(source, clock, TimeSpan.FromMinutes(security.KeyMaxAgeMinutes), failure => Tell(issuer, failure));
    }

    /// <summary>Red when no issuer has keys to use, yellow when one of them could not be read.</summary>
    public KeyState State
    {
        get
        {
            var states = issuers.Values.SelectMany(keys => keys.Sets).Select(set => set.State).ToList();
            return states.All(state => state == KeyState.Good) ? KeyState.Good
                : states.All(state => state == KeyState.Missing) ? KeyState.Missing
                : KeyState.Old;
        }
    }

    private static IPNetwork[] Loopback { get; } = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    /// <summary>The keys of an issuer, compared to the letter; null when it is not trusted.</summary>
    public IssuerKeys? Of(string issuer) => issuers.GetValueOrDefault(issuer);

    /// <summary>Reads every set of every issuer once; it never throws.</summary>
    public Task ReadAheadAsync() => Task.WhenAll(issuers.Values.SelectMany(keys => keys.Sets).Select(set => set.ReadAheadAsync()));

    public void Dispose() => addresses.ForEach(address => address.Dispose());

    private void Tell(string issuer, KeyFailure? failure)
    {
        Readings.Add(1, new KeyValuePair<string, object?>("outcome", failure?.ToString() ?? "Read"));
        if (failure is { } why)
        {
            Unreadable(issuer, why);
        }
    }

    [LoggerMessage(21, LogLevel.Warning, "The keys of issuer {Issuer} could not be read: {Failure}. Those read before stay in use until they are too old")]
    private partial void Unreadable(string issuer, KeyFailure failure);
}

/// <summary>Where an issuer's keys are, as configured.</summary>
internal sealed record IssuerPlaces(string Issuer, string? File, ImmutableArray<string> Addresses);
