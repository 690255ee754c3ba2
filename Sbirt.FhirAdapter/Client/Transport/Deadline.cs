namespace Sbirt.FhirAdapter.Client.Transport;

/// <summary>The moment by which one read has to be over.</summary>
internal sealed class Deadline(TimeProvider clock, TimeSpan total)
{
    private readonly long _start = clock.GetTimestamp();

    /// <summary>Time that is left; zero or less when it has passed.</summary>
    public TimeSpan Left => total - clock.GetElapsedTime(_start);
}
