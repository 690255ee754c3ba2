using System.Text.Json;
using Sbirt.Service.Screening;
using Sbirt.Service.Settings;

namespace Sbirt.Service.Security.Scopes;

/// <summary>
/// <c>/.well-known/smart-configuration</c>, below the FHIR base and at the root: where a client gets its access token
/// (SMART App Launch 2.2, conformance). Published when an authorization server is configured.
/// </summary>
internal static class SmartConfigurationEndpoint
{
    public const string Path = "/.well-known/smart-configuration";

    public static void Map(WebApplication app, SbirtSettings settings)
    {
        if (settings.Security.IsOpen || settings.AccessTokenIssuers.Count == 0)
        {
            return;
        }

        var document = Document(settings.AccessTokenIssuers[0], settings.Security);
        foreach (var path in (string[])[Path, FhirBase.Path + Path])
        {
            app.MapGet(path, () => Results.Bytes(document, "application/json"));
        }
    }

    private static byte[] Document(AccessTokenIssuerSettings server, SecuritySettings security)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("issuer", server.Issuer);
            json.WriteString("token_endpoint", server.TokenEndpoint);
            if (server.JwksUrl is { } keys)
            {
                json.WriteString("jwks_uri", keys);
            }

            Write(json, "grant_types_supported", ["client_credentials"]);
            Write(json, "token_endpoint_auth_methods_supported", ["private_key_jwt"]);
            Write(json, "token_endpoint_auth_signing_alg_values_supported", security.AllowedAlgorithms);
            Write(json, "scopes_supported",
            [
                "system/*.read", "system/*.rs", "system/Questionnaire.rs", "system/QuestionnaireResponse.cru",
                "system/QuestionnaireResponse.read", "system/QuestionnaireResponse.write",
                OwnScopes.Reports,
            ]);
            Write(json, "code_challenge_methods_supported", ["S256"]);
            Write(json, "capabilities", ["client-confidential-asymmetric", "permission-v1", "permission-v2"]);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
