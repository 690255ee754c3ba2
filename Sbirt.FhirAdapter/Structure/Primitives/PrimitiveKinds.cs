using System.Text.Json;

namespace Sbirt.FhirAdapter.Structure.Primitives;

/// <summary>How the primitive types are written, https://hl7.org/fhir/R4/datatypes.html#primitive.</summary>
internal static class PrimitiveKinds
{
    public static PrimitiveKind Of(string type) => type switch
    {
        "boolean" => PrimitiveKind.Boolean,
        "decimal" => PrimitiveKind.Decimal,
        "integer" => PrimitiveKind.Integer,
        "positiveInt" => PrimitiveKind.PositiveInt,
        "unsignedInt" => PrimitiveKind.UnsignedInt,
        "string" or "markdown" or "xhtml" => PrimitiveKind.String,
        "code" => PrimitiveKind.Code,
        "id" => PrimitiveKind.Id,
        "uri" or "url" or "canonical" => PrimitiveKind.Uri,
        "oid" => PrimitiveKind.Oid,
        "uuid" => PrimitiveKind.Uuid,
        "date" => PrimitiveKind.Date,
        "dateTime" => PrimitiveKind.DateTime,
        "instant" => PrimitiveKind.Instant,
        "time" => PrimitiveKind.Time,
        "base64Binary" => PrimitiveKind.Base64Binary,
        _ => throw new InvalidOperationException($"r4.table names an unknown primitive '{type}'."),
    };

    /// <summary>Whether a JSON value of this kind can hold it at all.</summary>
    public static bool IsWrittenAs(PrimitiveKind kind, JsonTokenType token) => kind switch
    {
        PrimitiveKind.Boolean => token is JsonTokenType.True or JsonTokenType.False,
        PrimitiveKind.Decimal or PrimitiveKind.Integer or PrimitiveKind.PositiveInt or PrimitiveKind.UnsignedInt =>
            token == JsonTokenType.Number,
        _ => token == JsonTokenType.String,
    };

    /// <summary>The form in words short enough to stand in an error.</summary>
    public static string Form(PrimitiveKind kind) => kind switch
    {
        PrimitiveKind.Boolean => "true | false",
        PrimitiveKind.Decimal => "JSON number",
        PrimitiveKind.Integer => "JSON number, whole, -2147483648..2147483647",
        PrimitiveKind.PositiveInt => "JSON number, whole, 1..2147483647",
        PrimitiveKind.UnsignedInt => "JSON number, whole, 0..2147483647",
        PrimitiveKind.Code => "JSON string, no space at either end, single spaces inside",
        PrimitiveKind.Id => "JSON string, 1..64 of A-Z a-z 0-9 - .",
        PrimitiveKind.Uri => "JSON string, URI without spaces",
        PrimitiveKind.Oid => "JSON string, urn:oid:1.2.3",
        PrimitiveKind.Uuid => "JSON string, urn:uuid: and a lower case UUID",
        PrimitiveKind.Date => "JSON string, YYYY | YYYY-MM | YYYY-MM-DD",
        PrimitiveKind.DateTime => "JSON string, YYYY | YYYY-MM | YYYY-MM-DD | YYYY-MM-DDThh:mm:ss+zz:zz",
        PrimitiveKind.Instant => "JSON string, YYYY-MM-DDThh:mm:ss+zz:zz",
        PrimitiveKind.Time => "JSON string, hh:mm:ss",
        PrimitiveKind.Base64Binary => "JSON string, base64",
        _ => "JSON string, not empty, no control characters",
    };
}
