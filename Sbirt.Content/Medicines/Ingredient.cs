using System.Collections.Immutable;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Medicines;

/// <summary>
/// An active ingredient as <c>Medicines/ingredients.yaml</c> tells it. The rules count by ingredient, whatever the
/// brand, strength or form.
/// </summary>
/// <param name="Id">Kebab-case name, e.g. <c>etizolam</c>.</param>
/// <param name="Group">The fee schedule's group for sleeping tablets, tranquillisers and so on.</param>
/// <param name="IsBenzodiazepineAgonist">Acts at the benzodiazepine receptor (benzodiazepines, thienodiazepines, Z-drugs).</param>
/// <param name="Control">Null: not told by a source.</param>
/// <param name="SupplyLimit">Most days one prescription may cover; null: no limit found.</param>
public sealed record Ingredient(
    string Id,
    Localized Name,
    MedicineGroup Group,
    bool IsBenzodiazepineAgonist,
    Control? Control,
    SupplyLimit? SupplyLimit,
    DiazepamEquivalent? Diazepam,
    MorphineFactor? Morphine)
{
    /// <summary>An entry of the file is one ingredient: two are equal when their ids are.</summary>
    public bool Equals(Ingredient? other) => other?.Id == Id;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);
}

/// <summary>What a medicine is counted as.</summary>
public enum MedicineGroup
{
    Anxiolytic,
    Hypnotic,
    Antidepressant,
    Antipsychotic,
    Anticonvulsant,
    Opioid,
    Stimulant,
    Other,
}

/// <summary>Class under the Narcotics and Psychotropics Control Act.</summary>
public enum ControlClass
{
    None,
    ClassOne,
    ClassTwo,
    ClassThree,
    Narcotic,
}

/// <summary>Where a number comes from, from when on it holds, and how sure it is.</summary>
public sealed record Citation(string Cite, DateOnly Effective, Certainty Certainty);

/// <summary>The class a law puts an ingredient in.</summary>
public sealed record Control(ControlClass Class, Citation Source);

/// <summary>Most days (or times, for use as needed) of one prescription.</summary>
public sealed record SupplyLimit(int Days, Citation Source);

/// <summary>Milligrams that equal 5 mg of diazepam, by two tables that often disagree; never a dose for switching.</summary>
/// <param name="Inada">By Inagaki and Inada (Japan); null: not in that table.</param>
/// <param name="Ashton">By the Ashton Manual, one value or least and most; empty: not in that table.</param>
/// <param name="IsDisputed">The tables, or printings of one, differ.</param>
public sealed record DiazepamEquivalent(decimal? Inada, ImmutableArray<decimal> Ashton, bool IsDisputed, Citation Source)
{
    /// <summary>The amount of diazepam, in milligrams, that all these tables compare with.</summary>
    public const decimal DiazepamMilligrams = 5;
}

/// <summary>Milligrams of oral morphine that one milligram equals.</summary>
public sealed record MorphineFactor(decimal Factor, Citation Source);
