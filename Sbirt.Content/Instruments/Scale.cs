using System.Collections.Immutable;
using Sbirt.Content.Codes;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Instruments;

/// <summary>A number (or level) computed from items, e.g. the AUDIT total or the HSI inside the FTND.</summary>
/// <param name="Id">Unique within the instrument; the main one is <c>total</c> unless the file says otherwise.</param>
/// <param name="Main">The scale that the result of the instrument is about.</param>
/// <param name="Topic">Set where it differs from the instrument's (ASSIST: one scale per substance).</param>
/// <param name="Items">LinkIds that enter.</param>
/// <param name="Levels">For <see cref="ScaleKind.Levels"/>: level 0 is "none of these hold"; most serious first.</param>
/// <param name="Factor">For <see cref="ScaleKind.Product"/>: the product is multiplied by it (units: <paramref name="Unit"/>).</param>
/// <param name="Estimate">True: a derivation of ours, shown as an estimate (推計).</param>
/// <param name="Unit">UCUM, e.g. <c>{score}</c> or <c>g/d</c>.</param>
/// <param name="Decimals">Decimal places the value is rounded to (half away from zero); null: whole numbers throughout.</param>
public sealed record Scale(
    string Id,
    bool Main,
    Localized Title,
    ScaleKind Kind,
    Topic? Topic,
    ImmutableArray<Code> Codes,
    ImmutableArray<string> Items,
    ImmutableArray<Level> Levels,
    decimal Factor,
    decimal Min,
    decimal Max,
    bool Estimate,
    string Unit,
    int? Decimals = null)
{
    /// <summary>True when every value is a whole number; false for estimates such as grams per day.</summary>
    public bool IsWhole => Decimals is null or 0;
}

/// <summary>How a scale is computed from its items' scores.</summary>
public enum ScaleKind
{
    /// <summary>The sum.</summary>
    Sum,

    /// <summary>The product, times the scale's factor (health check: days per day × 合 × grams).</summary>
    Product,

    /// <summary>The value of the first level whose condition holds, else 0 (C-SSRS triage).</summary>
    Levels,
}

/// <summary>One level of a triage: its value and when it holds.</summary>
public sealed record Level(decimal Value, Localized Title, EnabledWhen When);
