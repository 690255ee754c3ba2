using System.Collections.Immutable;
using Sbirt.Content.Claims;

namespace Sbirt.Content.Evaluation;

/// <summary>A person of an evaluation: what persons are matched by, and what was measured before and after.</summary>
/// <param name="Person">The pseudonym.</param>
/// <param name="Band">Ten years of age; -1: not told.</param>
/// <param name="Month">The month of the finding, or the same month of one who was not written to; yyyymm.</param>
/// <param name="ClaimsInMonth">Counted claims of that month.</param>
/// <param name="ClaimsBefore">Counted claims for a month before.</param>
/// <param name="Before">By <see cref="Measure"/>, for a month.</param>
/// <param name="IsSeenBefore">There is a claim of any kind before.</param>
/// <param name="IsSeenAfter">There is a claim of any kind in the months after.</param>
public sealed record MeasuredPerson(
    string Person,
    ClaimSex Sex,
    int Band,
    int Month,
    int ClaimsInMonth,
    int PsychotropicDaysInMonth,
    double ClaimsBefore,
    ImmutableArray<double> Before,
    ImmutableArray<double> After,
    bool IsSeenBefore,
    bool IsSeenAfter)
{
    private const int YearsOfBand = 10;
    private const int LastBand = 9;

    /// <summary>A person without a single claim in either time has no change to measure.</summary>
    public bool IsMeasured => IsSeenBefore && IsSeenAfter;

    public double Change(Measure measure) => After[(int)measure] - Before[(int)measure];

    /// <summary>The band of ten years; the last is 90 and more, -1 is not told.</summary>
    public static int BandOf(int birthYear, int month) =>
        birthYear == 0 || (month / 100) - birthYear < 0 ? -1 : Math.Min(((month / 100) - birthYear) / YearsOfBand, LastBand);
}
