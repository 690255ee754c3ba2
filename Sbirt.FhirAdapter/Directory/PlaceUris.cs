using Sbirt.Content.Codes;

namespace Sbirt.FhirAdapter.Directory;

/// <summary>Names of what base R4 has no element for, and of the code systems of a place.</summary>
internal static class PlaceUris
{
    public const string Topics = CodeSystems.Base + "/CodeSystem/sbirt-topic";
    public const string Audiences = CodeSystems.Base + "/CodeSystem/sbirt-audience";
    public const string Languages = "urn:ietf:bcp:47";

    public const string Hours = CodeSystems.Base + "/StructureDefinition/place-hours";
    public const string WomenOnly = CodeSystems.Base + "/StructureDefinition/place-women-only";
    public const string ChildFriendly = CodeSystems.Base + "/StructureDefinition/place-child-friendly";
    public const string UrineTest = CodeSystems.Base + "/StructureDefinition/place-urine-test";
    public const string MinAge = CodeSystems.Base + "/StructureDefinition/place-min-age";
    public const string MaxAge = CodeSystems.Base + "/StructureDefinition/place-max-age";
    public const string LastVerified = CodeSystems.Base + "/StructureDefinition/place-last-verified";
    public const string Fictitious = CodeSystems.Base + "/StructureDefinition/place-fictitious";
    public const string Source = CodeSystems.Base + "/StructureDefinition/place-source";

    public const string Translation = "http://hl7.org/fhir/StructureDefinition/translation";
    public const string DataAbsentReason = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    /// <summary>JP Core: number of the prefecture an Organization lies in.</summary>
    public const string JapanPrefecture = "http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_Organization_PrefectureNo";
}
