using System.Collections.Immutable;
using Sbirt.Content.Languages;
using Sbirt.Service.Settings;

namespace Sbirt.Service.Security;

/// <summary>
/// The program that calls, with what its site agreed with us. Set once for each request, from the token that was
/// checked; in Open mode it is the developer on this machine.
/// </summary>
/// <param name="Id">Its id in <c>Sbirt:Clients</c>; also the tenant its rows belong to.</param>
/// <param name="Pack">Threshold pack it wants; null: the service's.</param>
/// <param name="Language">Language of its cards; null: as the request asks.</param>
/// <param name="FhirServers">Base URLs it may ask us to read from; nothing else is ever contacted.</param>
/// <param name="Extensions">Names of what it agreed to beyond CDS Hooks 2.0, e.g. <c>cds-hooks-3.0</c>.</param>
/// <param name="ReachesLoopback">True in Open mode, and in Development for a client with such a server: FHIR servers on this machine may be read.</param>
internal sealed record CallingClient(
    string Id,
    string? Pack,
    Language? Language,
    ImmutableArray<Uri> FhirServers,
    ImmutableArray<string> Extensions,
    bool ReachesLoopback)
{
    /// <summary>The extension name of a client that understands the additions of CDS Hooks 3.0.</summary>
    public const string Hooks3 = "cds-hooks-3.0";

    /// <summary>Whoever sits at this machine.</summary>
    public static CallingClient Open { get; } = new("open", null, null, [], [], ReachesLoopback: true);

    /// <summary>Somebody who showed no token, at an address that asks for none.</summary>
    public static CallingClient Stranger { get; } = new("stranger", null, null, [], [], ReachesLoopback: false);

    /// <summary>Whoever sits at this machine, with the FHIR servers of every client in the settings.</summary>
    public static CallingClient OpenTo(IEnumerable<ClientSettings> clients) => Open with
    {
        FhirServers = [.. clients.SelectMany(client => client.FhirServers).Distinct(StringComparer.Ordinal).Select(server => new Uri(server))],
    };

    /// <summary>Whose call this is.</summary>
    public static CallingClient Of(HttpContext context) => context.Features.Get<CallingClient>() ?? Open;

    public bool Understands(string extension) => Extensions.Contains(extension, StringComparer.Ordinal);
}
