using System.Collections.Frozen;
using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Masters;
using Sbirt.Service.Claims.Uke;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.Claims.UkeTexts;

namespace Sbirt.Tests.Service.Claims;

public sealed class UkeMedicinesTests
{
    private const string Pharmacy = "YK,1,27,4,7654321,,202610,00,0600000000";

    [Fact]
    public void A_pharmacy_tells_the_institution_that_prescribed_and_days_and_daily_amounts()
    {
        var read = Read(Pharmacy, Dispensed(1), Insured(), "SH,01,1,013,,2", "CZ,1,20260901,20260902,1,30,,,,,,,,60,,", "IY,,620006836,2", "IY,,610453022,1.5", "GO,1,500,99");
        read.Refused.ShouldBeEmpty();
        read.Claims.ShouldHaveSingleItem().Fact.ShouldSatisfyAllConditions(
            claim => claim.Kind.ShouldBe(ClaimKind.Dispensing),
            claim => claim.Prescriber.ToString().ShouldBe("2711234567"));
        read.Dispensings.Select(each => (each.Date, each.Supply, each.DailyAmount, Source: each.Source.ToString(), Pharmacy: each.Pharmacy.ToString(), each.Form)).ShouldBe([
            (new DateOnly(2026, 9, 2), 30, 200_000, "2711234567", "2747654321", IntakeForm.Daily),
            (new DateOnly(2026, 9, 2), 30, 150_000, "2711234567", "2747654321", IntakeForm.Daily),
        ]);
        read.Reader.Unreconciled.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2, 30, 60, 1, 1)] // Two units of 10.10 yen are 20.20 yen: two points a day, sixty for thirty days.
    [InlineData(2, 30, 61, 1, 0)]
    [InlineData(3, 30, 90, 1, 1)]
    public void Points_of_days_are_held_against_their_line(int unit, int days, int points, int compared, int agreed)
    {
        var check = Checked("20.20", unit, days, points);
        (check.Compared, check.Agreed).ShouldBe((compared, agreed));
    }

    [Theory]
    [InlineData(1, "0.10", true)] // One point at the least.
    [InlineData(1, "15.00", true)] // Five is rounded down,
    [InlineData(2, "15.01", true)] // and what is above five up.
    [InlineData(1, "15.01", false)]
    [InlineData(2, "25.00", true)]
    [InlineData(3, "25.01", true)]
    [InlineData(60, "20.20", false)] // Thirty days in one: the amount was told for all days.
    public void The_sum_of_prices_and_amounts_is_held_against_the_points_of_a_line(int unit, string price, bool agrees)
    {
        var check = Checked(price, unit, 30, unit * 30);
        (check.Priced, check.PricedAgreed).ShouldBe((1, agrees ? 1 : 0));
    }

    [Fact]
    public void A_line_with_a_medicine_of_no_known_price_is_not_compared()
    {
        var check = Checked("20.20", 2, 30, 60, "IY,,699999999,1");
        (check.Priced, check.Compared).ShouldBe((0, 1));
    }

    [Fact]
    public void Below_nineteen_of_twenty_days_and_amounts_are_not_sound()
    {
        new ArithmeticCheck(100, 95, 0, 0).ShouldSatisfyAllConditions(check => check.AreDaysSound.ShouldBeTrue(), check => check.AreAmountsSound.ShouldBeTrue());
        new ArithmeticCheck(100, 94, 0, 0).AreDaysSound.ShouldBeFalse();
        new ArithmeticCheck(0, 0, 100, 94).AreAmountsSound.ShouldBeFalse();
    }

    [Fact]
    public void A_stay_billed_by_bundle_is_a_dpc_claim_and_its_medicines_are_no_supply_to_take_home()
    {
        var claim = new UkeClaim(new PersonIdentity(new(new byte[32])), Codes);
        var read = Read(
            Bytes(
                Head,
                Receipt(1, type: "1111"), Insured(),
                "BU,0400801499x002,20260901,20260905,1,",
                "SB,3450001,,,G409,21,,",
                "CD,20260901,21,1,1,620006836,1,,,3",
                "CD,20260901,60,2,1,160000310,,,,1",
                "CD,20260901,21,3,1,6200,1,,,3",
                "IY,21,1,620006836,1,10,3,,,,,,,1",
                Receipt(2), Insured("2"), "IY,21,1,620006836,1,10,3,,,,,,,1"),
            claim: claim);
        read.Claims.Select(each => (each.Fact.Kind, each.Fact.IsInpatient, each.Fact.Signs)).ShouldBe([(ClaimKind.Dpc, true, ClaimSigns.Epilepsy), (ClaimKind.Medical, false, ClaimSigns.None)]);
        read.Dispensings.ShouldHaveSingleItem().Supply.ShouldBe(3);
        claim.GivenInHospital.ShouldBe(2);
        read.Refused.ShouldHaveSingleItem().Reason.ShouldBe("medicine-code-unreadable");
        read.Diseases.ShouldHaveSingleItem().ShouldSatisfyAllConditions(each => each.Disease.ToString().ShouldBe("3450001"), each => each.IsInpatient.ShouldBeTrue());
    }

    [Theory]
    [InlineData("SB,8830330,,,C349,21,,", ClaimSigns.Cancer)]
    [InlineData("SB,8830330,8002,,C349,21,,", ClaimSigns.None)]
    [InlineData("SB,8830330,,,,21,,", ClaimSigns.None)]
    public void The_icd10_code_of_a_bundle_disease_is_a_sign_unless_it_is_suspected(string disease, ClaimSigns signs)
    {
        var codes = Codes with { Icd10 = SignalLibrary.LoadShipped().Exclusions };
        Read(Bytes(Head, Receipt(1, type: "1111"), Insured(), "BU,0400801499x002,20260901,,1,", disease), codes).Claims.ShouldHaveSingleItem().Fact.Signs.ShouldBe(signs);
    }

    private static string Dispensed(int number) => $"RE,{number},4112,202609,見本　太郎,1,19800101,,,27,1,1234567,見本医院,,,";

    private static ArithmeticCheck Checked(string price, int unit, int days, int points, params string[] more)
    {
        var sen = (long)(decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture) * 100);
        var codes = Codes with { Prices = new Dictionary<int, DrugPrice> { [620006836] = new(sen, new DateOnly(2026, 4, 1), 1) }.ToFrozenDictionary() };
        var claim = new UkeClaim(new PersonIdentity(new(new byte[32])), codes);
        Read(Bytes([Pharmacy, Dispensed(1), Insured(), $"SH,01,1,013,,{unit}", $"CZ,1,20260901,20260902,1,{days},,,,,,,,{points},,", "IY,,620006836,1", .. more]), codes, claim);
        return claim.Arithmetic;
    }
}
