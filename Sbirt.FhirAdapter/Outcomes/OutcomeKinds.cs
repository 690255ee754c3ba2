using System.Collections.Frozen;

namespace Sbirt.FhirAdapter.Outcomes;

/// <summary>
/// Every code a refusal can carry, with its HTTP status and FHIR issue type. This is the only such table; a code
/// that is missing here is our own mistake and throws. To add one, add its line.
/// </summary>
internal static class OutcomeKinds
{
    private static readonly FrozenDictionary<string, OutcomeKind> Kinds = new Dictionary<string, OutcomeKind>
    {
        // The text cannot be read.
        ["invalid-json"] = new(400, "structure"),
        ["not-utf-8"] = new(400, "structure"),
        ["lone-surrogate"] = new(400, "structure"),
        ["not-an-object"] = new(400, "structure"),
        ["duplicate-key"] = new(400, "structure"),
        ["too-deep"] = new(400, "too-long"),
        ["too-many-tokens"] = new(400, "too-long"),
        ["too-many-entries"] = new(400, "too-long"),
        ["string-too-long"] = new(400, "too-long"),
        ["body-too-large"] = new(413, "too-long"),

        // The hook call or the feedback on it cannot be taken (CDS Hooks 2.0; 412 where data is lacking).
        ["hook-service-unknown"] = new(404, "not-found"),
        ["hook-not-served"] = new(400, "not-supported"),
        ["hook-field-missing"] = new(400, "required"),
        ["hook-patient-id-wrong"] = new(400, "value"),
        ["hook-fhir-server-missing"] = new(400, "required"),
        ["hook-without-fhir-server"] = new(412, "required"),
        ["hook-other-patient"] = new(412, "conflict"),
        ["prefetch-missing"] = new(412, "incomplete"),
        ["feedback-empty"] = new(400, "required"),
        ["feedback-too-many"] = new(400, "too-long"),
        ["feedback-wrong"] = new(400, "value"),

        // The JSON is not FHIR R4.
        ["resource-type-missing"] = new(400, "structure"),
        ["resource-type-unknown"] = new(400, "not-supported"),
        ["resource-type-mismatch"] = new(400, "invalid"),
        ["unknown-element"] = new(400, "structure"),
        ["element-missing"] = new(400, "required"),
        ["element-empty"] = new(400, "structure"),
        ["not-an-array"] = new(400, "structure"),
        ["not-repeatable"] = new(400, "structure"),
        ["wrong-json-kind"] = new(400, "structure"),
        ["primitive-malformed"] = new(400, "value"),
        ["primitive-misaligned"] = new(400, "structure"),
        ["choice-wrong-type"] = new(400, "structure"),
        ["choice-repeated"] = new(400, "structure"),
        ["code-not-in-value-set"] = new(400, "code-invalid"),
        ["reference-malformed"] = new(400, "value"),
        ["reference-wrong-type"] = new(400, "value"),
        ["reference-not-contained"] = new(400, "not-found"),
        ["contained-nested"] = new(400, "structure"),
        ["contained-without-id"] = new(400, "required"),
        ["extension-content"] = new(400, "invariant"),
        ["too-many-faults"] = new(400, "too-costly"),

        // It is FHIR R4 and cannot be used for what was asked.
        ["answer-unknown-item"] = new(422, "not-found"),
        ["answer-repeated"] = new(422, "structure"),
        ["answer-wrong-type"] = new(422, "value"),
        ["answer-out-of-range"] = new(422, "value"),
        ["answer-unknown-code"] = new(422, "code-invalid"),
        ["answer-ambiguous"] = new(422, "multiple-matches"),
        ["too-many-items"] = new(422, "too-long"),
        ["questionnaire-missing"] = new(422, "required"),
        ["questionnaire-unknown"] = new(422, "not-found"),
        ["questionnaire-version-mismatch"] = new(422, "business-rule"),
        ["status-not-usable"] = new(422, "business-rule"),
        ["modifier-extension-unknown"] = new(422, "extension"),
        ["not-a-questionnaire-response"] = new(422, "invalid"),
        ["not-supported"] = new(422, "not-supported"),
        ["reference-to-entry"] = new(422, "not-supported"),
        ["id-mismatch"] = new(400, "invalid"),
        ["subject-mismatch"] = new(422, "business-rule"),
        ["pack-unknown"] = new(422, "not-found"),
        ["parameter-missing"] = new(400, "required"),
        ["parameter-invalid"] = new(400, "invalid"),
        ["idempotency-key-reused"] = new(422, "duplicate"),

        // The caller may not, or asks in a way this address does not answer.
        ["bad-request"] = new(400, "invalid"),
        ["unauthenticated"] = new(401, "login"),
        ["forbidden"] = new(403, "forbidden"),
        ["not-found"] = new(404, "not-found"),
        ["method-not-allowed"] = new(405, "not-supported"),
        ["not-acceptable"] = new(406, "not-supported"),
        ["unsupported-media-type"] = new(415, "not-supported"),
        ["gone"] = new(410, "deleted"),
        ["conflict"] = new(409, "conflict"),
        ["multiple-matches"] = new(412, "multiple-matches"),
        ["version-conflict"] = new(412, "conflict"),
        ["precondition-required"] = new(428, "required"),
        ["too-many-requests"] = new(429, "throttled"),

        // The record system could not be read; without the data there is no answer.
        ["fhir-server-not-trusted"] = new(412, "security"),
        ["fhir-server-address-private"] = new(412, "security"),
        ["fhir-server-certificate-invalid"] = new(412, "security"),
        ["fhir-server-unreachable"] = new(412, "transient"),
        ["fhir-server-failed"] = new(412, "transient"),
        ["fhir-server-busy"] = new(412, "throttled"),
        ["fhir-server-paused"] = new(412, "transient"),
        ["fhir-server-redirects"] = new(412, "security"),
        ["fhir-access-refused"] = new(412, "forbidden"),
        ["fhir-token-malformed"] = new(412, "security"),
        ["fhir-patient-id-malformed"] = new(400, "value"),
        ["fhir-query-invalid"] = new(412, "processing"),
        ["fhir-query-refused"] = new(412, "processing"),
        ["fhir-resource-missing"] = new(412, "not-found"),
        ["fhir-answer-too-late"] = new(412, "timeout"),
        ["fhir-answer-too-large"] = new(412, "too-long"),
        ["fhir-answer-not-fhir"] = new(412, "structure"),
        ["fhir-answer-other-patient"] = new(412, "security"),
        ["fhir-page-elsewhere"] = new(412, "security"),

        // We cannot, for now or at all.
        ["internal-error"] = new(500, "exception"),
        ["store-unavailable"] = new(503, "transient"),
        ["timeout"] = new(504, "timeout"),

        // Nothing was wrong.
        ["valid"] = new(200, "informational"),
        ["subject-not-filled"] = new(200, "informational"),
        ["answers-not-filled"] = new(200, "informational"),
        ["stored"] = new(200, "informational"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All codes, for the published list and the tests.</summary>
    public static IEnumerable<string> Codes => Kinds.Keys;

    /// <summary>What the code means.</summary>
    public static OutcomeKind Of(string code) =>
        Kinds.TryGetValue(code, out var kind)
            ? kind
            : throw new InvalidOperationException($"Reason code '{code}' has no line in {nameof(OutcomeKinds)}.");
}
