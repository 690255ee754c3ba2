using System.Text.Json;
using System.Text.Json.Serialization;
using Sbirt.Content.Findings;
using Sbirt.FhirAdapter.Client;
using Sbirt.Tests.Hosts;
using Shouldly;

namespace Sbirt.Tests.FhirAdapter.Client;

/// <summary>Makes clients for a record system on this machine, and says at once which outcome is expected.</summary>
internal static class FhirReads
{
    private static readonly JsonSerializerOptions WithoutNull = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public const string PatientId = "p-1";

    public const string Token = "opaque-token-7f3a";

    public const string Patient = """{"resourceType":"Patient","id":"p-1","gender":"male"}""";

    /// <summary>Options that trust this server, on this machine over plain HTTP as development allows.</summary>
    public static FhirClientOptions Trusting(params EhrServer[] servers) => new()
    {
        Servers = TrustedServers.Of(servers.Select(server => server.BaseUrl.AbsoluteUri), allowHttpOnLoopback: true),
        AllowPrivateAddresses = true,
        TotalDeadline = TimeSpan.FromSeconds(5),
    };

    public static FhirClient Client(this FhirClientOptions options, TimeProvider? clock = null) =>
        new(options, clock ?? TimeProvider.System);

    public static FhirAccess Access(this EhrServer server, string patientId = PatientId) => new(server.BaseUrl, Token, patientId);

    public static async Task<FhirPages> OkAsync(this FhirClient client, FhirAccess access, string query) =>
        (await client.ReadAsync(access, query, CancellationToken.None)).ShouldBeOfType<Reading<FhirPages>.Ok>().Value;

    /// <summary>The one code a read was refused with; the reason shows nothing of what was sent.</summary>
    public static async Task<string> RefusalAsync(this FhirClient client, FhirAccess access, string query)
    {
        var reading = await client.ReadAsync(access, query, CancellationToken.None);
        var reason = reading.ShouldBeOfType<Reading<FhirPages>.Refused>().Reasons.ShouldHaveSingleItem();
        reason.Text.Ja.ShouldNotBeNullOrWhiteSpace();
        foreach (var secret in new[] { Token, access.PatientId, access.BaseUrl.Host, query }.Where(secret => secret.Length > 2))
        {
            (reason.ToString() + access).ShouldNotContain(secret);
        }

        return reason.Code;
    }

    /// <summary>A searchset of Observations about one person, with or without a page to follow.</summary>
    public static string Observations(string patient = "Patient/p-1", string? next = null, params string[] ids)
    {
        var link = next is null ? null : new[] { new { relation = "next", url = next } };
        var entry = ids.Select(id => new
        {
            resource = new
            {
                resourceType = "Observation",
                id,
                status = "final",
                code = new { text = "x" },
                subject = new { reference = patient },
            },
        });
        return JsonSerializer.Serialize(new { resourceType = "Bundle", type = "searchset", link, entry }, WithoutNull);
    }
}
