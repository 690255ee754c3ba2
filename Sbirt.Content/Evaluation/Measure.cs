using System.Collections.Immutable;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Evaluation;

/// <summary>What is measured, each for a person and a month. The first two are the dispensed amount of the Osaka report (調剤数量) and its cost.</summary>
public enum Measure
{
    DispensedQuantity,
    DispensedPoints,
    Institutions,
    Claims,
    PsychotropicDays,

    /// <summary>By the table that makes the least of each ingredient.</summary>
    DiazepamLow,

    /// <summary>By the table that makes the most of each ingredient.</summary>
    DiazepamHigh,
}

/// <summary>What measures are called, in which unit, and what is counted.</summary>
/// <param name="Id">Stable, in the JSON.</param>
/// <param name="Digits">Decimals that are shown.</param>
public sealed record MeasureWords(Measure Measure, string Id, Localized Title, Localized Unit, Localized Explanation, int Digits)
{
    public static ImmutableArray<MeasureWords> All { get; } =
    [
        new(Measure.DispensedQuantity, "dispensed-quantity", new("調剤されたお薬の量", "Amount dispensed"), new("日分・回分", "days and times"),
            new("薬局で出た内服薬の日数と屯服薬の回数を、お薬ごとに足したもの(調剤数量)。", "Days of medicines taken daily and times of those taken as needed, of each medicine a pharmacy handed out (調剤数量)."), 1),
        new(Measure.DispensedPoints, "dispensed-points", new("調剤レセプトの点数", "Points of dispensing claims"), new("点", "points"),
            new("調剤レセプトの点数。価格の改定でも変わります。", "Points billed by pharmacies. Changes of prices move them, too."), 0),
        new(Measure.Institutions, "institutions", new("受診した医療機関の数", "Institutions visited"), new("か所", "institutions"),
            new("その月に外来のレセプトがある医科と歯科の医療機関の数。", "Medical and dental institutions with an out-patient claim in the month."), 2),
        new(Measure.Claims, "claims", new("レセプトの件数", "Claims"), new("件", "claims"),
            new("目安と同じ数え方による件数。", "Counted as the signal counts them."), 2),
        new(Measure.PsychotropicDays, "psychotropic-days", new("向精神薬のある日数", "Days with psychotropic medicines"), new("日", "days"),
            new("抗不安薬、睡眠薬、抗うつ薬、抗精神病薬のどれかが手元にある日数。", "Days covered by a tranquilliser, sleeping tablet, antidepressant or antipsychotic that was handed out."), 2),
        new(Measure.DiazepamLow, "diazepam-low", new("ジアゼパム換算量(少ない方の表)", "Diazepam equivalents, lower table"), new("mg", "mg"),
            new("成分ごとに、稲垣・稲田の表とアシュトンの表のうち少なくなる方で換算した量。切り替えの用量ではありません。", "By the table of Inagaki and Inada or that of Ashton, whichever makes less of the ingredient. It is no dose to switch to."), 1),
        new(Measure.DiazepamHigh, "diazepam-high", new("ジアゼパム換算量(多い方の表)", "Diazepam equivalents, higher table"), new("mg", "mg"),
            new("同じく、多くなる方で換算した量。二つの表の差が換算の幅です。", "The same by whichever makes more of it. The two tables together are the range."), 1),
    ];

    public static MeasureWords Of(Measure measure) => All[(int)measure];
}
