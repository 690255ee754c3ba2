namespace Sbirt.Content.Referrals;

/// <summary>Sorts of resource types, so that the suggestions are not three of one sort.</summary>
public enum PlaceKind
{
    Medical,
    PublicConsultation,
    Recovery,
    PeerGroup,
    FamilyGroup,
    Legal,
    Welfare,
    Child,
    Justice,
    Everyday,
}
