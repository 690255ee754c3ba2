using System.Text;
using Sbirt.FhirAdapter.Json;
using Sbirt.Service.Screening;

namespace Sbirt.Service.Observing;

/// <summary>
/// Sends one made-up sheet through the <c>$assess</c> route before anything listens, so that the first patient's
/// call does not wait for code to be compiled. It stores nothing.
/// </summary>
internal static class WarmUp
{
    public static async Task RunAsync(WebApplication app)
    {
        var route = ((IEndpointRouteBuilder)app).DataSources
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Single(endpoint => endpoint.RoutePattern.RawText == FhirBase.Path + AssessEndpoint.Route);
        await using var scope = app.Services.CreateAsyncScope();
        await route.RequestDelegate!(new DefaultHttpContext
        {
            RequestServices = scope.ServiceProvider,
            Request =
            {
                Method = HttpMethods.Post,
                ContentType = FhirJson.MediaType,
                Body = new MemoryStream(Encoding.UTF8.GetBytes(SampleSheet.Json)),
            },
            Response = { Body = Stream.Null },
        });
    }
}
