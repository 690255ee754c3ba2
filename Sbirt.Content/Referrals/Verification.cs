namespace Sbirt.Content.Referrals;

/// <summary>Whether what a directory says has been looked at lately.</summary>
public static class Verification
{
    /// <summary>Last checked more days ago than the directory words allow.</summary>
    public static bool IsStale(DateOnly verified, DateOnly today, DirectoryWords words) =>
        today.DayNumber - verified.DayNumber > words.StaleAfterDays;
}
