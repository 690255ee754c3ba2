using Sbirt.Content.Medicines;

namespace Sbirt.Content.Claims.Counting;

/// <summary>Milligrams that equal 5 mg of diazepam, by one reading of the tables or another.</summary>
internal static class DiazepamTable
{
    /// <summary>The reading by which an amount is the least diazepam: the most milligrams to equal it.</summary>
    public static decimal? Least(DiazepamEquivalent equivalent) => All(equivalent).Max();

    public static decimal? Most(DiazepamEquivalent equivalent) => All(equivalent).Min();

    public static decimal? Inada(DiazepamEquivalent equivalent) => equivalent.Inada;

    /// <summary>Of a span its middle.</summary>
    public static decimal? Ashton(DiazepamEquivalent equivalent) => equivalent.Ashton.IsEmpty ? null : equivalent.Ashton.Average();

    private static IEnumerable<decimal> All(DiazepamEquivalent equivalent) =>
        equivalent.Inada is { } inada ? equivalent.Ashton.Append(inada) : equivalent.Ashton;
}
