namespace Sbirt.Service.Screening;

/// <summary>The address of the FHIR API as the caller reached it.</summary>
internal static class FhirBase
{
    public const string Path = "/fhir";

    public static string Of(HttpRequest request) => $"{request.Scheme}://{request.Host}{Path}";
}
