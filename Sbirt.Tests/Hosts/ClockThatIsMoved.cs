namespace Sbirt.Tests.Hosts;

/// <summary>A clock that a test moves on; timers run in real time.</summary>
internal sealed class ClockThatIsMoved : TimeProvider
{
    private readonly DateTimeOffset start = System.GetUtcNow();
    private TimeSpan moved;

    public void Move(TimeSpan by) => moved += by;

    public override DateTimeOffset GetUtcNow() => start + moved;

    public override long GetTimestamp() => (long)(moved.TotalSeconds * TimestampFrequency);
}
