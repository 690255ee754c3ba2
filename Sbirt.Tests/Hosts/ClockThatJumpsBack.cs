namespace Sbirt.Tests.Hosts;

/// <summary>A clock that runs and can be set back, as a time server does it.</summary>
internal sealed class ClockThatJumpsBack : TimeProvider
{
    private TimeSpan offset = TimeSpan.Zero;

    public void JumpBack(TimeSpan by) => offset -= by;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + offset;
}
