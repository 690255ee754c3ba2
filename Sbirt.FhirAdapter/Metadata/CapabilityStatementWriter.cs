using System.Globalization;
using System.Text.Json;
using Sbirt.Content.Codes;
using Sbirt.FhirAdapter.Json;

namespace Sbirt.FhirAdapter.Metadata;

/// <summary>Writes what this server can do (R4 CapabilityStatement), so that a client need not guess.</summary>
public static class CapabilityStatementWriter
{
    /// <param name="version">Version of the program.</param>
    /// <param name="started">Moment the content was loaded; the statement changes only with it.</param>
    /// <param name="baseUrl">The address the caller used, ending in <c>/fhir</c>.</param>
    /// <param name="asksForTokens">True when callers need an access token with SMART scopes.</param>
    public static byte[] Write(string version, DateTimeOffset started, string baseUrl, bool asksForTokens) => FhirJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "CapabilityStatement");
        json.WriteString("url", CodeSystems.Base + "/CapabilityStatement/sbirt");
        json.WriteString("version", version);
        json.WriteString("name", "Sbirt");
        json.WriteString("title", "Sbirt: screening, brief intervention and referral to treatment");
        json.WriteString("status", "active");
        json.WriteString("date", started.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        json.WriteString("kind", "instance");
        json.WriteStartObject("software");
        json.WriteString("name", "Sbirt");
        json.WriteString("version", version);
        json.WriteEndObject();
        json.WriteStartObject("implementation");
        json.WriteString("description", "Sbirt");
        json.WriteString("url", baseUrl);
        json.WriteEndObject();
        json.WriteString("fhirVersion", "4.0.1");
        WriteStrings(json, "format", ["application/fhir+json", "json"]);
        WriteRest(json, asksForTokens);
        json.WriteEndObject();
    });

    private static void WriteRest(Utf8JsonWriter json, bool asksForTokens)
    {
        json.WriteStartArray("rest");
        json.WriteStartObject();
        json.WriteString("mode", "server");
        if (asksForTokens)
        {
            json.WriteStartObject("security");
            json.WriteStartArray("service");
            json.WriteStartObject();
            json.WriteStartArray("coding");
            json.WriteStartObject();
            json.WriteString("system", "http://terminology.hl7.org/CodeSystem/restful-security-service");
            json.WriteString("code", "SMART-on-FHIR");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteString("documentation", "What is stored stays as it was sent, so links between the entries of a Bundle are not rewritten: "
            + "an entry with a link to another that gets its id here is refused (reference-to-entry).");
        json.WriteStartArray("resource");
        WriteQuestionnaire(json);
        WriteQuestionnaireResponse(json);
        json.WriteEndArray();
        WriteInteractions(json, ["transaction", "batch"]);
        WriteOperations(json, [("validate", "http://hl7.org/fhir/OperationDefinition/Resource-validate")]);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteQuestionnaire(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "Questionnaire");
        WriteInteractions(json, ["read", "search-type"]);
        json.WriteStartArray("searchParam");
        WriteSearch(json, "url", "uri");
        WriteSearch(json, "_id", "token");
        json.WriteEndArray();
        WriteOperations(json, [("populate", "http://hl7.org/fhir/uv/sdc/OperationDefinition/Questionnaire-populate")]);
        json.WriteEndObject();
    }

    private static void WriteQuestionnaireResponse(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "QuestionnaireResponse");
        WriteInteractions(json, ["create", "read", "vread", "update"]);
        json.WriteString("versioning", "versioned-update");
        json.WriteBoolean("readHistory", true);
        json.WriteBoolean("updateCreate", true);
        json.WriteBoolean("conditionalCreate", true);
        WriteOperations(json,
        [
            ("assess", CodeSystems.Base + "/OperationDefinition/QuestionnaireResponse-assess"),
            ("extract", "http://hl7.org/fhir/uv/sdc/OperationDefinition/QuestionnaireResponse-extract"),
        ]);
        json.WriteEndObject();
    }

    private static void WriteSearch(Utf8JsonWriter json, string name, string type)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("type", type);
        json.WriteEndObject();
    }

    private static void WriteInteractions(Utf8JsonWriter json, string[] codes)
    {
        json.WriteStartArray("interaction");
        foreach (var code in codes)
        {
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOperations(Utf8JsonWriter json, (string Name, string Definition)[] operations)
    {
        json.WriteStartArray("operation");
        foreach (var (name, definition) in operations)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("definition", definition);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, string[] values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
