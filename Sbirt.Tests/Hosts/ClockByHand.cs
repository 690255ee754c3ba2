namespace Sbirt.Tests.Hosts;

/// <summary>A clock that stands still until the test moves it, wall clock and elapsed time together.</summary>
internal sealed class ClockByHand(DateTimeOffset start) : TimeProvider
{
    private long ticks;

    public ClockByHand()
        : this(new DateTimeOffset(2026, 4, 1, 9, 0, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    public override long GetTimestamp() => Interlocked.Read(ref ticks);

    public override DateTimeOffset GetUtcNow() => start.AddTicks(GetTimestamp());
}
