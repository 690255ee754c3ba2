using System.Collections.Concurrent;
using Sbirt.Content.Findings;
using Sbirt.FhirAdapter.CdsHooks;
using Sbirt.FhirAdapter.Client;
using Sbirt.Service.Security;

namespace Sbirt.Service.CdsHooks;

/// <summary>Reads from the FHIR server of a caller, through one guarded client for each trusted client.</summary>
internal sealed class HookReading(TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<string, FhirClient> clients = new(StringComparer.Ordinal);

    /// <summary>What a query finds, or why nothing could be read; without a server in the call, that.</summary>
    public async Task<Reading<FhirPages>> ReadAsync(HookRequest request, CallingClient client, string query, CancellationToken cancellation)
    {
        if (request.FhirServer is not { } server)
        {
            return Reading<FhirPages>.Refuse(HookReasons.NoServer);
        }

        var reader = clients.GetOrAdd(client.Id, _ => ClientFor(client));
        return await reader.ReadAsync(new FhirAccess(server, request.Access?.AccessToken, request.PatientId), query, cancellation);
    }

    public void Dispose()
    {
        foreach (var client in clients.Values)
        {
            client.Dispose();
        }
    }

    private FhirClient ClientFor(CallingClient client) => new(
        new FhirClientOptions
        {
            Servers = TrustedServers.Of(client.FhirServers.Select(server => server.OriginalString), client.ReachesLoopback),
            AllowPrivateAddresses = client.ReachesLoopback,
        },
        clock);
}
