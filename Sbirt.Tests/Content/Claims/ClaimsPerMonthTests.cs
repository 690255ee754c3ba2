using Sbirt.Content.Claims;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Claims.Histories;

namespace Sbirt.Tests.Content.Claims;

public sealed class ClaimsPerMonthTests
{
    private const string Signal = "claims-per-month";

    [Theory]
    [InlineData(14, null, 0)]
    [InlineData(15, SignalStatus.Approaching, 15)]
    [InlineData(19, SignalStatus.Approaching, 15)]
    [InlineData(20, SignalStatus.Reached, 20)]
    [InlineData(47, SignalStatus.Reached, 20)]
    public void Twenty_is_reached_and_fifteen_is_approaching(int claims, SignalStatus? status, int threshold)
    {
        var finding = Osaka.Finding(Signal, Person(Several(claims)));

        (finding?.Status).ShouldBe(status);
        (finding is null).ShouldBe(status is null);
        if (finding is not null)
        {
            (finding.Value, finding.Threshold, finding.Evidence.Length).ShouldBe((claims, threshold, claims));
            (finding.IsExcluded, finding.Excluded.IsEmpty).ShouldBe((false, true));
        }
    }

    [Fact]
    public void Medical_dental_and_dispensing_claims_are_added_up_and_the_sum_is_said()
    {
        var finding = Osaka.Finding(Signal, Person([.. Several(9), .. Several(2, kind: ClaimKind.Dental), .. Several(9, kind: ClaimKind.Dispensing)]))!;

        finding.Arithmetic!.Ja.ShouldBe("医科 9 + 歯科 2 + 調剤 9 = 20件(目安20件から)");
        finding.Arithmetic.En.ShouldBe("medical 9 + dental 2 + dispensing 9 = 20 claims (from 20)");
        finding.Evidence.Count(one => one.What.Ja == "歯科 外来").ShouldBe(2);
        finding.Evidence.ShouldAllBe(one => one.Date == new DateOnly(2026, 10, 1));
    }

    [Fact]
    public void Each_month_counts_for_itself_and_later_months_change_nothing()
    {
        var person = Person([.. Several(15, 202609), .. Several(14), .. Several(30, 202611)]);

        Osaka.Scan(person, 202609).Select(finding => (finding.Month, finding.Status)).ShouldBe([(202609, SignalStatus.Approaching)]);
        Osaka.Scan(person, 202601, 202612).Select(finding => finding.Month).ShouldBe([202609, 202611]);
    }

    [Fact]
    public void In_patient_claims_are_left_out_and_shown()
    {
        var finding = Osaka.Finding(Signal, Person([.. Several(19), .. Several(2, kind: ClaimKind.Dpc, inpatient: true)]))!;

        (finding.Status, finding.Value, finding.IsExcluded).ShouldBe((SignalStatus.Approaching, 19m, false));
        finding.Excluded.ShouldBe([new ClaimExclusion("in-patient", 2)]);
    }

    [Fact]
    public void A_count_that_holds_only_with_what_is_left_out_is_shown_as_excluded()
    {
        var finding = Osaka.Finding(Signal, Person([.. Several(12), .. Several(4, kind: ClaimKind.Dental, signs: ClaimSigns.ThirdParty), .. Several(4, kind: ClaimKind.Dispensing, signs: ClaimSigns.Maternity)]))!;

        (finding.Status, finding.Value, finding.Evidence.Length, finding.IsExcluded).ShouldBe((SignalStatus.Reached, 20m, 20, true));
        finding.Excluded.ShouldBe([new ClaimExclusion("third-party", 4), new ClaimExclusion("maternity", 4)]);
    }

    [Theory]
    [InlineData(ClaimSigns.Dialysis, "dialysis")]
    [InlineData(ClaimSigns.Cancer, "cancer")]
    [InlineData(ClaimSigns.PalliativeCare, "palliative-care")]
    [InlineData(ClaimSigns.Epilepsy, "epilepsy")]
    public void Severe_illness_takes_the_whole_finding_out_of_the_letters_and_is_shown(ClaimSigns sign, string reason)
    {
        var finding = Osaka.Finding(Signal, Person([.. Several(20), Claim(202511, signs: sign)]))!;

        finding.IsExcluded.ShouldBeTrue();
        finding.Excluded.ShouldBe([new ClaimExclusion(reason, 0)]);
    }

    [Theory]
    [InlineData(202510)]
    [InlineData(202611)]
    public void A_sign_of_more_than_a_year_ago_or_of_later_excludes_nothing(int month) =>
        Osaka.Finding(Signal, Person([.. Several(20), Claim(month, signs: ClaimSigns.Cancer)]))!.Excluded.ShouldBeEmpty();

    [Fact]
    public void Referral_letters_are_left_out_and_psychiatric_care_asks_for_another_message()
    {
        var finding = Osaka.Finding(Signal, Person([.. Several(16), .. Several(3, kind: ClaimKind.Dental, signs: ClaimSigns.ReferralLetter), Claim(at: "2719999999", signs: ClaimSigns.PsychiatricCare)]))!;

        (finding.Value, finding.IsExcluded).ShouldBe((17m, false));
        finding.Excluded.ShouldBe([new ClaimExclusion("referral-letter", 3), new ClaimExclusion("psychiatric-care", 0)]);
    }

    [Fact]
    public void A_claim_with_two_reasons_is_left_out_once() =>
        Osaka.Finding(Signal, Person([.. Several(18), .. Several(2, kind: ClaimKind.Dental, signs: ClaimSigns.ThirdParty | ClaimSigns.Maternity, inpatient: true)]))!
            .Excluded.ShouldBe([new ClaimExclusion("in-patient", 2)]);

    [Theory]
    [InlineData(new[] { 6, 8, 11 }, true, 11)]
    [InlineData(new[] { 6, 8, 10 }, false, 0)]
    [InlineData(new[] { 0, 6, 12 }, false, 0)]
    [InlineData(new[] { 3, 5, 8 }, false, 0)]
    public void A_payer_may_call_a_rise_month_after_month_approaching(int[] counts, bool isSaid, int limit)
    {
        var preset = Own("""
              - id: claims-per-month
                counts: [medical]
                limits:
                  threshold: { value: 20, source: ours }
                  risePercent: { value: 30, source: ours }
                  riseMonths: { value: 2, source: ours }
                  riseFrom: { value: 10, source: ours }
            """);
        var person = Person(counts.SelectMany((count, index) => Several(count, 202608 + index)));

        var finding = preset.Finding(Signal, person);

        (finding is not null).ShouldBe(isSaid);
        if (finding is not null)
        {
            (finding.Status, finding.Value, finding.Threshold, finding.Evidence.Length).ShouldBe((SignalStatus.Approaching, counts[^1], limit, counts.Sum()));
        }
    }
}
