using Sbirt.Content.Claims;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Claims.Histories;

namespace Sbirt.Tests.Content.Claims;

/// <summary>Signals counted month by month: visits, disease names, the same medicine, many medicines.</summary>
public sealed class MonthlySignalTests
{
    private static readonly SignalPreset Classic = Library.Find("kokuho-classic")!;
    private static readonly SignalPreset Hiratsuka = Library.Find("hiratsuka")!;
    private static readonly SignalPreset TwoPlaces = Library.Find("kenpo-2inst")!;

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public void Fifteen_days_at_one_institution_are_reached(int days, bool isReached) =>
        (Classic.Finding("visits-one-institution", Person([Claim(days: days), Claim(at: "2710000002", days: 14)])) is { Status: SignalStatus.Reached }).ShouldBe(isReached);

    [Fact]
    public void Days_of_two_claims_of_one_institution_are_added_and_those_of_a_pharmacy_are_not()
    {
        var finding = Classic.Finding("visits-one-institution", Person([Claim(days: 9), Claim(days: 7), Claim(kind: ClaimKind.Dispensing, days: 31)]))!;

        (finding.Value, finding.Threshold, finding.Evidence.Length).ShouldBe((16m, 15m, 2));
    }

    [Theory]
    [InlineData(new[] { 15, 15, 15 }, SignalStatus.Reached)]
    [InlineData(new[] { 15, 14, 15 }, SignalStatus.Approaching)]
    [InlineData(new[] { 0, 0, 20 }, SignalStatus.Approaching)]
    [InlineData(new[] { 20, 20, 14 }, null)]
    public void Three_months_in_a_row_are_reached_and_the_months_before_that_are_approaching(int[] days, SignalStatus? status) =>
        (Hiratsuka.Finding("visits-one-institution", Person(days.Select((each, index) => Claim(202608 + index, days: each))))?.Status).ShouldBe(status);

    [Fact]
    public void Months_in_a_row_are_of_the_same_institution() =>
        Hiratsuka.Finding("visits-one-institution", Person([Claim(202608, "2710000002", days: 20), Claim(202609, days: 20), Claim(days: 20)]))!
            .Status.ShouldBe(SignalStatus.Approaching);

    [Fact]
    public void The_row_may_begin_before_the_first_month_of_the_scan_and_over_the_turn_of_the_year()
    {
        var finding = Hiratsuka.Finding("visits-one-institution", Person([Claim(202511, days: 20), Claim(202512, days: 20), Claim(202601, days: 20)]), 202601)!;

        (finding.Status, finding.Evidence.Length).ShouldBe((SignalStatus.Reached, 3));
    }

    [Theory]
    [InlineData(2, false, true)]
    [InlineData(3, true, true)]
    [InlineData(1, false, false)]
    public void The_same_disease_name_at_several_institutions(int places, bool inClassic, bool inTwoPlaces)
    {
        var person = Person(diseases: Enumerable.Range(1, places).Select(number => Disease("8830417", $"271000000{number}")).Append(Disease("4019014", "2710000009")));

        (Classic.Finding("institutions-same-disease", person) is not null).ShouldBe(inClassic);
        (TwoPlaces.Finding("institutions-same-disease", person) is not null).ShouldBe(inTwoPlaces);
    }

    [Fact]
    public void A_suspected_disease_is_left_out_and_shown()
    {
        var finding = TwoPlaces.Finding("institutions-same-disease", Person(diseases: [Disease("8830417", "A"), Disease("8830417", "B"), Disease("8830417", "C", suspected: true)]))!;

        (finding.Value, finding.IsExcluded).ShouldBe((2m, false));
        finding.Excluded.ShouldBe([new ClaimExclusion("suspected-disease", 1)]);
    }

    [Fact]
    public void Disease_names_written_as_text_are_not_one_disease() =>
        TwoPlaces.Finding("institutions-same-disease", Person(diseases: [Disease("0000999", "A"), Disease("0000999", "B")])).ShouldBeNull();

    [Fact]
    public void A_disease_shares_the_signs_of_its_claim()
    {
        var finding = TwoPlaces.Finding("institutions-same-disease", Person(
            [Claim(at: "A"), Claim(at: "B", signs: ClaimSigns.ReferralLetter)],
            diseases: [Disease("8830417", "A"), Disease("8830417", "B")]))!;

        finding.IsExcluded.ShouldBeTrue();
        finding.Excluded.ShouldBe([new ClaimExclusion("referral-letter", 1)]);
    }

    [Fact]
    public void Evidence_names_no_disease() =>
        TwoPlaces.Finding("institutions-same-disease", Person(diseases: [Disease("8830417", "A"), Disease("8830417", "B")]))!
            .Evidence.ShouldAllBe(one => one.What.Ja == "同じ傷病名");

    [Fact]
    public void The_same_ingredient_counts_whatever_the_brand_and_other_medicines_by_their_code()
    {
        Classic.Finding("same-drug-several-institutions", Person(given: [Give("etizolam", "2026-10-01", code: Etizolam05), Give("etizolam", "2026-10-05", from: "B", code: Etizolam05OtherBrand), Give("etizolam", "2026-10-09", from: "C", code: Etizolam1)]))!
            .Value.ShouldBe(3);
        Classic.Finding("same-drug-several-institutions", Person(given: [Give("", "2026-10-01", code: "620000001"), Give("", "2026-10-05", from: "B", code: "620000002"), Give("", "2026-10-09", from: "C", code: "620000003")]))
            .ShouldBeNull();
    }

    [Fact]
    public void Medicines_of_one_kind_from_two_institutions_are_one_subject_where_the_preset_says_so()
    {
        var person = Person(given: [Give("etizolam", "2026-10-01"), Give("diazepam", "2026-10-20", from: "B")]);

        TwoPlaces.Finding("same-drug-several-institutions", person)!.Arithmetic!.Ja.ShouldStartWith("抗不安薬が2か所から");
        Classic.Finding("same-drug-several-institutions", person).ShouldBeNull();
    }

    [Theory]
    [InlineData(13, false)]
    [InlineData(14, true)]
    public void Hiratsuka_asks_for_fourteen_days_of_overlap(int days, bool isReached) =>
        (Hiratsuka.Finding("same-drug-several-institutions", Person(given: [Give("etizolam", "2026-10-01", 30), Give("diazepam", "2026-10-05", days, "B")])) is { Value: 2, Status: SignalStatus.Reached }).ShouldBe(isReached);

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, SignalStatus.Approaching)]
    [InlineData(9, SignalStatus.Approaching)]
    [InlineData(10, SignalStatus.Reached)]
    public void Ten_medicines_are_reached_and_six_approaching(int count, SignalStatus? status) =>
        (Classic.Finding("many-drugs", Person(given: Drugs(count)))?.Status).ShouldBe(status);

    [Fact]
    public void Hiratsuka_counts_long_supplies_from_several_institutions_alone()
    {
        Hiratsuka.Finding("many-drugs", Person(given: Drugs(11))).ShouldBeNull();
        Hiratsuka.Finding("many-drugs", Person(given: [.. Drugs(10), Give("", "2026-10-03", 7, "B", code: "629999999")])).ShouldBeNull();
        Hiratsuka.Finding("many-drugs", Person(given: [.. Drugs(10), Give("", "2026-10-03", 8, "B", code: "629999999")]))!.Arithmetic!.En.ShouldBe("11 medicines by mouth (from 11; institutions: 2)");
    }

    [Fact]
    public void What_is_put_on_or_taken_as_needed_is_no_medicine_by_mouth_every_day() =>
        Classic.Finding("many-drugs", Person(given: Drugs(3).Concat(Drugs(9).Skip(3).Select(fact => fact with { Form = IntakeForm.Other })))).ShouldBeNull();

    private static IEnumerable<DispensingFact> Drugs(int count) =>
        Enumerable.Range(1, count).Select(number => Give("", "2026-10-02", 14, code: $"62000{number:D4}")).ToList();
}
