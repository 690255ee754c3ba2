namespace Sbirt.Content.Claims.Counting;

/// <summary>Reasons for which a count stays uncertain; they stand where exclusions stand, since nobody is written to.</summary>
internal static class NotTold
{
    /// <summary>Amount or strength is not known, so that doses cannot be compared.</summary>
    public const string Dose = "dose-not-told";
}
