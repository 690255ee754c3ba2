namespace Sbirt.FhirAdapter.Client;

/// <summary>
/// Where, as whom and about whom a record system is read, as a hook call brings it. It lives as long as that call:
/// it is never stored, and printing it shows nothing of it.
/// </summary>
/// <param name="BaseUrl">The FHIR base, e.g. <c>https://ehr.example/fhir</c>; read only when it is trusted.</param>
/// <param name="AccessToken">Bearer token, sent to the base's own origin only; null when the server asks for none.</param>
/// <param name="PatientId">The logical id without its type. Whatever comes back must be about this person.</param>
public sealed record FhirAccess(Uri BaseUrl, string? AccessToken, string PatientId)
{
    // The generated text of a record would carry token and patient into any log that prints it.
    public override string ToString() => nameof(FhirAccess);
}
