using Sbirt.FhirAdapter.Metadata;
using Sbirt.Service.Settings;

namespace Sbirt.Service.Screening;

/// <summary><c>GET /fhir/metadata</c>: what this server can do.</summary>
internal sealed class MetadataEndpoint(TimeProvider clock, SbirtSettings settings)
{
    private static readonly string Version =
        typeof(MetadataEndpoint).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    private readonly DateTimeOffset started = clock.GetUtcNow();

    public static void Map(RouteGroupBuilder fhir) =>
        fhir.MapGet("/metadata", (HttpRequest request, MetadataEndpoint endpoint) => endpoint.Read(request));

    private FhirReply Read(HttpRequest request) =>
        FhirReply.Ok(CapabilityStatementWriter.Write(Version, started, FhirBase.Of(request), !settings.Security.IsOpen));
}
