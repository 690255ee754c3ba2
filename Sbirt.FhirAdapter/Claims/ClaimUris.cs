namespace Sbirt.FhirAdapter.Claims;

/// <summary>
/// How JP Core 1.2 and its forerunners spell what identifies insured persons, insurers and institutions (jami-fhir-jp-wg/
/// jp-core-v1x, aliases-jpcore.fsh, guide-urlmap.md, JP_Coverage_Example.fsh).
/// </summary>
internal static class ClaimUris
{
    /// <summary>保険者番号:記号:番号:枝番.</summary>
    public const string MemberId = "http://jpfhir.jp/fhir/clins/Idsystem/JP_Insurance_memberID";

    public const string Symbol = "http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_Coverage_InsuredPersonSymbol";
    public const string Number = "http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_Coverage_InsuredPersonNumber";
    public const string Branch = "http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_Coverage_InsuredPersonSubNumber";

    public const string Prefecture = "http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_Organization_PrefectureNo";
    public const string FeeTable = "http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_Organization_InsuranceOrganizationCategory";
    public const string InstitutionNumber = "http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_Organization_InsuranceOrganizationNo";

    /// <summary>How a name is written: SYL is kana.</summary>
    public const string Representation = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation";

    /// <summary>Ten digits: 都道府県, 点数表, 医療機関コード.</summary>
    public const string TenDigits = "http://jpfhir.jp/fhir/core/IdSystem/insurance-medical-institution-no";

    /// <summary>ICD-10.</summary>
    public const string Icd10 = "http://hl7.org/fhir/sid/icd-10";

    public const string ClaimType = "http://terminology.hl7.org/CodeSystem/claim-type";

    private const string InsurerUrl = "http://jpfhir.jp/fhir/core/mhlw/IdSystem/InsurerNumber";
    private const string InsurerOid = "urn:oid:1.2.392.100495.20.3.61";

    private const string DiseaseUrl = "http://jpfhir.jp/fhir/core/mhlw/CodeSystem/masterB-disease";
    private const string DiseaseOlder = "http://jpfhir.jp/fhir/core/CodeSystem/JP_ConditionDisaseCodeReceipt_CS";
    private const string Modifier = "http://jpfhir.jp/fhir/core/mhlw/CodeSystem/masterZ-disease-modifier";

    /// <summary>保険者番号.</summary>
    public static bool IsInsurer(string? system) => system is InsurerUrl or InsurerOid;

    /// <summary>傷病名コード of claims.</summary>
    public static bool IsDisease(string? system) => system is DiseaseUrl or DiseaseOlder;

    /// <summary>修飾語コード of claims.</summary>
    public static bool IsDiseaseModifier(string? system) => system == Modifier;
}
