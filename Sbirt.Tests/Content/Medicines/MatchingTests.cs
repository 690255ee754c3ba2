using Sbirt.Content.Codes;
using Sbirt.Content.Medicines;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Medicines.Taken;

namespace Sbirt.Tests.Content.Medicines;

public sealed class MatchingTests
{
    private const string Yj = "http://capstandard.jp/iyaku.info/CodeSystem/YJ-code";
    private const string General = "http://jpfhir.jp/fhir/core/mhlw/CodeSystem/MedicationGeneralOrderCode";
    private const string Hot9 = "http://medis.or.jp/CodeSystem/master-HOT9";
    private const string Claim = "https://sbirt.example/fhir/CodeSystem/receipt-medicine";
    private const string RxNorm = "http://www.nlm.nih.gov/research/umls/rxnorm";
    private const string Atc = "http://www.whocc.no/atc";

    [Theory]
    [InlineData(Yj, "1179025F1026", "etizolam")]
    [InlineData("urn:oid:1.2.392.100495.20.1.73", "1179025F1026", "etizolam")]
    [InlineData("urn:oid:1.2.392.100495.20.2.73", "1179025F1026", "etizolam")]
    [InlineData(Yj, "1129009F2021", "zolpidem")]
    [InlineData(Yj, " １１２９００９Ｆ２０２１ ", "zolpidem")]
    [InlineData(General, "1124008F2ZZZ", "flunitrazepam")]
    [InlineData(Hot9, "100371003", "triazolam")]
    [InlineData("http://medis.or.jp/CodeSystem/master-HOT7", "1003710", "triazolam")]
    [InlineData("urn:oid:1.2.392.200119.4.402.1", "1003710030101", "triazolam")]
    [InlineData(Claim, "611120055", "triazolam")]
    [InlineData(RxNorm, "3322", "diazepam")]
    [InlineData(Atc, "N05CF02", "zolpidem")]
    public void A_code_names_its_ingredient_however_its_system_is_spelled(string system, string code, string ingredient)
    {
        var known = Library.Match([new Code(system, code)], []).ShouldBeOfType<MedicineMatch.Known>();

        known.Ingredient.Id.ShouldBe(ingredient);
        known.ByName.ShouldBeFalse();
    }

    [Theory]
    [InlineData(Yj, "2171022F1029")]
    [InlineData(Yj, "1149019F1560")]
    [InlineData(Yj, "1124402A1057")]
    [InlineData(Atc, "C08CA01")]
    public void Other_medicines_and_injections_are_none_of_the_rules_business(string system, string code) =>
        Library.Match([new Code(system, code)], []).ShouldBeOfType<MedicineMatch.Elsewhere>();

    [Theory]
    [InlineData(Yj, "1129099F1029", UnreadReason.CodeUnknown)]
    [InlineData(Yj, "112", UnreadReason.CodeUnknown)]
    [InlineData(Yj, "", UnreadReason.CodeUnknown)]
    [InlineData(Claim, "999999999", UnreadReason.CodeUnknown)]
    [InlineData("http://hospital.example/drugs", "A1", UnreadReason.CodeUnknown)]
    public void A_code_that_is_not_listed_is_told_and_never_guessed(string system, string code, UnreadReason reason) =>
        Library.Match([new Code(system, code)], ["something else"]).ShouldBe(new MedicineMatch.Unread(reason));

    [Fact]
    public void Without_code_and_name_nothing_is_known() =>
        Library.Match([], []).ShouldBe(new MedicineMatch.Unread(UnreadReason.CodeMissing));

    [Fact]
    public void Codes_of_two_ingredients_contradict_each_other() =>
        Library.Match([new Code(Yj, "1179025F1026"), new Code(Atc, "N05CF02")], []).ShouldBe(new MedicineMatch.Unread(UnreadReason.CodeContradiction));

    [Theory]
    [InlineData("エチゾラム", "etizolam")]
    [InlineData("ｴﾁｿﾞﾗﾑ", "etizolam")]
    [InlineData("zolpidem TARTRATE", "zolpidem")]
    public void The_exact_general_name_is_the_last_resort_and_is_marked(string name, string ingredient)
    {
        var known = Library.Match([new Code("http://hospital.example/drugs", "A1")], [name]).ShouldBeOfType<MedicineMatch.Known>();

        known.Ingredient.Id.ShouldBe(ingredient);
        known.ByName.ShouldBeTrue();
    }

    [Fact]
    public void A_part_of_a_name_is_no_name() =>
        Library.Match([], ["エチゾラム錠0.5mg"]).ShouldBe(new MedicineMatch.Unread(UnreadReason.CodeMissing));

    [Theory]
    [InlineData("1179025F1026", 3, "TAB", "錠", AmountBasis.NotTold, 1.5)]
    [InlineData("1179025F1026", 3, null, "錠", AmountBasis.Preparation, 1.5)]
    [InlineData("1179025F1026", 1.5, "mg", "mg", AmountBasis.NotTold, 1.5)]
    [InlineData("1124017F2135", 0.005, "g", "g", AmountBasis.Ingredient, 5)]
    [InlineData("1124017F2135", 0.005, "g", null, AmountBasis.NotTold, 5)]
    [InlineData("1124009F1223", 250, "ug", "µg", AmountBasis.NotTold, 0.25)]
    [InlineData("1179025C1054", 0.15, "g", "g", AmountBasis.Preparation, 1.5)]
    [InlineData("1179025C1054", 1.5, "mg", "mg", AmountBasis.Ingredient, 1.5)]
    public void J10_amounts_become_milligrams_by_the_table(string yj, decimal value, string? code, string? text, AmountBasis basis, decimal milligrams) =>
        Milligrams(yj, value, code, text, basis).ShouldBe((milligrams, null));

    [Theory]
    [InlineData("1179025C1054", 0.15, "g", AmountBasis.NotTold, UnreadReason.StrengthUnknown)]
    [InlineData("1179025F1026", 0.5, "g", AmountBasis.Preparation, UnreadReason.StrengthUnknown)]
    [InlineData("1179025X9999", 1, "g", AmountBasis.NotTold, UnreadReason.StrengthUnknown)]
    [InlineData("1179025", 1, "TAB", AmountBasis.NotTold, UnreadReason.StrengthUnknown)]
    [InlineData("1179025F1026", 1, "mL", AmountBasis.NotTold, UnreadReason.UnitUnknown)]
    [InlineData("1179025F1026", 1, null, AmountBasis.NotTold, UnreadReason.UnitUnknown)]
    [InlineData("1179025F1026", 0, "TAB", AmountBasis.NotTold, UnreadReason.AmountInvalid)]
    [InlineData("1179025F1026", -1, "TAB", AmountBasis.NotTold, UnreadReason.AmountInvalid)]
    [InlineData("1179025F1026", 2000000, "TAB", AmountBasis.NotTold, UnreadReason.AmountInvalid)]
    public void J10_what_the_table_cannot_convert_is_refused(string yj, decimal value, string? unit, AmountBasis basis, UnreadReason reason) =>
        Milligrams(yj, value, unit, unit, basis).ShouldBe((null, reason));

    [Theory]
    [InlineData(14, "d", null, 14)]
    [InlineData(14, null, "日分", 14)]
    [InlineData(2, "wk", null, 14)]
    [InlineData(1.5, "d", null, null)]
    [InlineData(1, "mo", null, null)]
    [InlineData(0, "d", null, null)]
    [InlineData(100000, "d", null, null)]
    public void J10_durations_become_days_by_the_table(decimal value, string? code, string? text, int? days) =>
        Library.DaysOf(value, code, text).ShouldBe(days);

    [Fact]
    public void Every_number_has_a_source_with_its_date()
    {
        Citation?[] sources =
        [
            .. Library.Ingredients.Where(one => one.SupplyLimit is not null).Select(one => one.SupplyLimit!.Source),
            .. Library.Ingredients.Where(one => one.Diazepam is not null).Select(one => one.Diazepam!.Source),
            .. Library.Ingredients.Where(one => one.Morphine is not null).Select(one => one.Morphine!.Source),
            .. Library.Ingredients.Where(one => one.Control is not null).Select(one => one.Control!.Source),
            .. Library.Rules.SelectMany(rule => rule.CutOffs.Values).Select(cutOff => cutOff.Source),
        ];

        sources.Length.ShouldBeGreaterThan(100);
        sources.ShouldAllBe(source => source!.Cite.Length > 10 && source.Effective.Year > 1950);
    }

    private static (decimal? Milligrams, UnreadReason? Why) Milligrams(string yj, decimal value, string? code, string? text, AmountBasis basis) =>
        Library.MilligramsOf(
            (MedicineMatch.Known)Library.Match([new Code(Yj, yj)], []),
            new MedicineAmount(value, code, text, basis));
}
