namespace Sbirt.Service.Screening;

/// <summary>The calendar day of a clock in its own time zone.</summary>
internal static class ClockDay
{
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
}
