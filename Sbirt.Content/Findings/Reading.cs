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

    /// <summary>What the value leads to, or what the reasons do.</summary>
    public TResult Match<TResult>(Func<T, TResult> ok, Func<ImmutableArray<Reason>, TResult> refused) => this switch
    {
        Ok { Value: var value } => ok(value),
        Refused { Reasons: var reasons } => refused(reasons),
        _ => throw new InvalidOperationException("A reading is one of the two."),
    };

    /// <summary>The next step of reading; refused stays refused, for the same reasons.</summary>
    public Reading<TNext> Then<TNext>(Func<T, Reading<TNext>> next) =>
        Match(next, reasons => new Reading<TNext>.Refused(reasons));

    /// <summary>The same with the value made into another.</summary>
    public Reading<TNext> Select<TNext>(Func<T, TNext> make) => Then(value => (Reading<TNext>)new Reading<TNext>.Ok(make(value)));

    /// <summary>Refused for one reason.</summary>
    public static Reading<T> Refuse(Reason reason) => new Refused([reason]);
}
