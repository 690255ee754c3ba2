namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>URLs of the extensions that FHIR R4 and Structured Data Capture define for questionnaires.</summary>
internal static class SdcExtensions
{
    /// <summary>The score of an answer; R4 defines it on the Coding.</summary>
    internal const string OrdinalValue = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

    /// <summary>Its successor; in questionnaires it stands on the answerOption.</summary>
    internal const string ItemWeight = "http://hl7.org/fhir/StructureDefinition/itemWeight";

    internal const string CalculatedExpression =
        "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";

    internal const string ObservationExtract =
        "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observationExtract";

    internal const string ExtractCategory =
        "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observation-extract-category";

    internal const string LaunchContext =
        "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-launchContext";

    internal const string LaunchContextCodes = "http://hl7.org/fhir/uv/sdc/CodeSystem/launchContext";
    internal const string Variable = "http://hl7.org/fhir/StructureDefinition/variable";
    internal const string Hidden = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden";
    internal const string Unit = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";
    internal const string MinValue = "http://hl7.org/fhir/StructureDefinition/minValue";
    internal const string MaxValue = "http://hl7.org/fhir/StructureDefinition/maxValue";
}
