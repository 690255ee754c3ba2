using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Sbirt.Content.Medicines;

/// <summary>The kinds of codes a medicine can carry.</summary>
internal enum CodeKind
{
    /// <summary>個別医薬品コード, 12 characters.</summary>
    Yj,

    /// <summary>一般名処方マスタ; begins like the YJ code.</summary>
    GeneralName,

    /// <summary>HOT7, HOT9, HOT13; all begin with HOT7.</summary>
    Hot,

    /// <summary>レセプト電算処理システム, 9 digits.</summary>
    Claim,

    RxNorm,

    Atc,
}

/// <summary>Spellings of the code systems, and how written amounts become milligrams and days.</summary>
/// <param name="Systems">Kind by URI.</param>
/// <param name="Ours">Beginnings under which an unlisted code of a kind is worth a word.</param>
/// <param name="Injections">First and last number of the YJ code's digits 5 to 7 that mean an injection.</param>
internal sealed record MedicineCodes(
    FrozenDictionary<string, CodeKind> Systems,
    FrozenDictionary<CodeKind, ImmutableArray<string>> Ours,
    (int From, int To) Injections,
    FrozenDictionary<string, decimal> Milligrams,
    FrozenSet<string> Pieces,
    FrozenDictionary<string, int> Days,
    (string Uri, string Preparation, string Ingredient) StrengthType,
    int AsNeededPerDay);
