using System.Collections.Immutable;

namespace Sbirt.Content.Findings;

/// <summary>What came of reading something a caller sent: the value, or every reason it was refused.</summary>
public abstract record Reading<T>
{
    private Reading()
    {
    }

    /// <summary>The input was right.</summary>
    public sealed record Ok(T Value) : Reading<T>;

    /// <summary>The input was refused; there is at least one reason.</summary>
    public sealed record Refused(ImmutableArray<Reason> Reasons) : Reading<T>;

    /// <summary>Refused for one reason.</summary>
    public static Reading<T> Refuse(Reason reason) => new Refused([reason]);
}
