namespace Sbirt.Service.Claims.Synthesis;

/// <summary>
/// Chance that is the same on every machine and in every version of .NET: splitmix64. Everything is drawn from the seed and
/// from what it is drawn for, so that nothing depends on the order of the work.
/// </summary>
internal struct Dice(ulong state)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong state = state;

    public static ulong Mix(ulong one, ulong other)
    {
        var mixed = one ^ (other + Step + (one << 6) + (one >> 2));
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 to one less than <paramref name="sides"/>.</summary>
    public int Roll(int sides) => (int)(((Next() >> 32) * (ulong)sides) >> 32);

    /// <summary>True in so many of a thousand cases.</summary>
    public bool IsOneOf(int inThousand) => Roll(1000) < inThousand;

    private ulong Next()
    {
        state += Step;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
