namespace Sbirt.Service.Screening;

/// <summary>The address of the FHIR API as the caller reached it.</summary>
internal static class FhirBase
{
    public const string Path = "/fhir";

    public static string Of(HttpRequest request) => Host(request) + Path;

    /// <summary>The address of the service itself, without a slash at its end.</summary>
    public static string Host(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";
}
