namespace Sbirt.Content.Drinks;

/// <summary>Pure alcohol in grams: the one unit everything is computed in.</summary>
public readonly record struct Grams(decimal Value) : IComparable<Grams>
{
    public int CompareTo(Grams other) => Value.CompareTo(other.Value);

    /// <summary>How many times another amount fits in.</summary>
    public decimal Over(Grams other) => Value / other.Value;
}
