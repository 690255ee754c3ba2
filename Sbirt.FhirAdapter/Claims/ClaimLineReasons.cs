namespace Sbirt.FhirAdapter.Claims;

/// <summary>Why a line of a bulk export is not used.</summary>
public static class ClaimLineReasons
{
    public const string Broken = "line-broken";
    public const string TypeMissing = "resource-type-missing";
    public const string TypeUnknown = "resource-type-unknown";
    public const string TypeUnexpected = "resource-type-unexpected";
    public const string Modified = "modifier-extension";
    public const string IdMissing = "resource-id-missing";
    public const string StatusUnknown = "status-unknown";
    public const string PatientMissing = "patient-missing";
    public const string MonthUnreadable = "month-unreadable";
    public const string KindUnknown = "claim-kind-unknown";
    public const string InstitutionMissing = "institution-missing";
    public const string MedicineUnknown = "medicine-unknown";
    public const string DateUnreadable = "dispensing-date-unreadable";
    public const string InsuredUnreadable = "insured-unreadable";
}
