using System.Text;
using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Uke;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.Claims.UkeTexts;

namespace Sbirt.Tests.Service.Claims;

public sealed class UkeReaderTests
{
    [Fact]
    public void A_claim_tells_institution_month_days_points_and_whether_it_was_a_stay()
    {
        var read = Read(Head, Receipt(1), Insured(), Receipt(2, type: "1111"), Insured("2"), "GO,2,1000,99");
        read.Refused.ShouldBeEmpty();
        read.Reader.Unreconciled.ShouldBeEmpty();
        read.Claims.Select(each => each.Fact).ShouldBe([
            new ClaimFact(ClaimKind.Medical, false, 202609, ShortCode.Of("2711234567")!.Value, ShortCode.None, 2, 500, ClaimSigns.None, new ClaimPlace(0, 2)),
            new ClaimFact(ClaimKind.Medical, true, 202609, ShortCode.Of("2711234567")!.Value, ShortCode.None, 2, 500, ClaimSigns.None, new ClaimPlace(0, 4)),
        ]);
        read.Claims.ShouldAllBe(each => each.Billed == 202610);
    }

    [Fact]
    public void C8_the_same_person_is_known_in_either_width_of_digits_and_leading_zeros_make_another()
    {
        var read = Read(
            Head,
            Receipt(1), Insured("1", symbol: "12"),
            Receipt(2), Insured("１", symbol: "　１２ "),
            Receipt(3), Insured("01", symbol: "12"),
            Receipt(4, sex: "2"), Insured("1", symbol: "12"),
            Receipt(5, birth: "3550101"), Insured("1", symbol: "12"),
            Receipt(6), Insured("１", symbol: "公立１２"),
            Receipt(7), Insured("1", symbol: "公立12"));
        var persons = read.Claims.ConvertAll(each => each.Person.Base);
        persons[1].ShouldBe(persons[0]);
        persons[2].ShouldNotBe(persons[0]);
        persons[3].ShouldNotBe(persons[0]);
        persons[4].ShouldBe(persons[0], "昭和55年1月1日 is 1980-01-01");
        persons[6].ShouldBe(persons[5]);
        persons[5].ShouldNotBe(persons[0]);
    }

    [Fact]
    public void The_branch_number_tells_members_of_a_household_apart()
    {
        var read = Read(Head, Receipt(1), Insured(), "SN,1,01,,,,01,,", Receipt(2), Insured(), "SN,1,01,,,,00,,", Receipt(3), Insured(), Receipt(4), Insured(), "SN,1,01,,,,０１,,");
        read.Claims.Select(each => (int)each.Person.Branch).ShouldBe([2, 1, 0, 2]);
    }

    [Fact]
    public void Who_has_no_insurer_is_known_by_the_public_payer()
    {
        var read = Read(Head, Receipt(1), "KO,12143210,1111111,,1,677,,,,,", Receipt(2), "KO,12143210,1111111,,1,677,,,,,", Receipt(3), "KO,12143210,2222222,,1,677,,,,,", Receipt(4));
        read.Claims.Count.ShouldBe(3);
        read.Claims[1].Person.ShouldBe(read.Claims[0].Person);
        read.Claims[2].Person.ShouldNotBe(read.Claims[0].Person);
        read.Refused.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            line => line.Reason.ShouldBe("nobody-pays"),
            line => line.TakesClaim.ShouldBeTrue(),
            line => line.Line.ShouldBe(8));
    }

    [Fact]
    public void Signs_come_from_remarks_diseases_and_public_payers_but_not_from_a_suspicion()
    {
        var read = Read(
            Head,
            Receipt(1, remarks: "2910"), Insured(),
            Receipt(2), Insured(), "SY,3450001,20260901,1,,,,", "SY,8830330,20260901,1,8002,,,",
            Receipt(3), Insured(), "SY,3450001,20260901,1,10158002,,,",
            Receipt(4), Insured(), "KO,21270000,1111111,,1,677,,,,,");
        read.Claims.Select(each => each.Fact.Signs).ShouldBe([ClaimSigns.ThirdParty, ClaimSigns.Epilepsy, ClaimSigns.None, ClaimSigns.PsychiatricCare]);
        read.Diseases.Select(each => (each.Disease.ToString(), each.IsSuspected)).ShouldBe([("3450001", false), ("8830330", true), ("3450001", true)]);
    }

    [Fact]
    public void C6_a_control_record_that_says_otherwise_is_reported()
    {
        var read = Read(Head, Receipt(1), Insured(), Receipt(2), Insured("2"), "GO,3,1000,99");
        read.Reader.Unreconciled.ShouldHaveSingleItem().ShouldBe(new Unreconciled(0, 6, 3, 2, 2, 0, 1000, 1000));
        Read(Head, Receipt(1), Insured(), "GO,1,501,99").Reader.Unreconciled.ShouldHaveSingleItem().Points.ShouldBe(500);
    }

    [Fact]
    public void C6_claims_without_a_control_record_behind_them_are_told()
    {
        Read(Head, Receipt(1), Insured(), "GO,1,500,99").Reader.Unreconciled.ShouldBeEmpty();
        var cut = Read(Head, Receipt(1), Insured(), Head, Receipt(1), Insured("2"), "GO,1,500,99");
        cut.Reader.Unreconciled.ShouldHaveSingleItem().ShouldSatisfyAllConditions(each => each.IsMissing.ShouldBeTrue(), each => each.Claims.ShouldBe(1), each => each.Line.ShouldBe(4));
        Read(Head, Receipt(1), Insured()).Reader.Unreconciled.ShouldHaveSingleItem().IsMissing.ShouldBeTrue();
        Read(Head).Reader.Unreconciled.ShouldBeEmpty();
        Read(new[] { "MN,1234567890,,,,,", Head, Receipt(1), Insured() }.Select((record, n) => $"{n + 1},1,0,{record}")).Reader.Unreconciled.ShouldBeEmpty("nobody knows whether insurers receive it");
    }

    [Fact]
    public void A_control_record_may_count_payers_or_claims()
    {
        Read(Head, Receipt(1), Insured(), "KO,21270000,1111111,,1,677,,,,,", "GO,2,500,99").Reader.Unreconciled.ShouldBeEmpty();
        Read(Head, Receipt(1), Insured(), "KO,21270000,1111111,,1,677,,,,,", "GO,1,500,99").Reader.Unreconciled.ShouldBeEmpty();
    }

    [Fact]
    public void Claims_read_and_refused_are_together_what_the_control_record_says()
    {
        var read = Read(Head, Receipt(1), Insured(), Receipt(2, month: "202613"), Insured("2"), "GO,2,1000,99");
        read.Reader.Unreconciled.ShouldBeEmpty();
        read.Reader.Claims.ShouldBe(1);
        read.Reader.RefusedClaims.ShouldBe(1);
        read.Refused.ShouldHaveSingleItem().Reason.ShouldBe("month-unreadable");
    }

    [Theory]
    [InlineData("RE,1,1112,,見本,1,19800101,,,,", "month-unreadable")]
    [InlineData("RE,1,1112,202609,見本,1,,,,,", "birth-date-unreadable")]
    [InlineData("RE,1,11,202609,見本,1,19800101,,,,", "claim-type-unreadable")]
    public void A_claim_that_tells_too_little_is_refused_by_its_line(string receipt, string reason)
    {
        var read = Read(Head, receipt, Insured(), Receipt(2), Insured());
        read.Claims.Count.ShouldBe(1);
        read.Refused.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            line => line.Reason.ShouldBe(reason), line => line.Line.ShouldBe(2), line => line.TakesClaim.ShouldBeTrue());
    }

    [Fact]
    public void C3_bytes_that_are_no_characters_and_second_bytes_that_look_like_signs_harm_nothing()
    {
        // ソ is 83 5C, ー is 81 5B, ｶﾅ is half width, ① and 髙 are extensions of the vendor, F0 40 is a 外字, 83 a lone lead byte.
        var name = Encoding.Latin1.GetString([0x83, 0x5C, 0x81, 0x7C, 0xB6, 0xC5, 0x87, 0x40, 0xFB, 0xFC, 0xF0, 0x40, 0x83]);
        var bytes = Encoding.Latin1.GetBytes(string.Join("\r\n", "IR,1,27,1,1234567,," + name + ",202610,00,0600000000", Ascii(Receipt(1)).Replace("NAME", name, StringComparison.Ordinal), Insured(), Ascii(Receipt(2)), Insured()) + "\r\n");
        var read = Read(bytes);
        read.Refused.ShouldBeEmpty();
        read.Claims.Count.ShouldBe(2);
        read.Claims[1].Person.Base.ShouldBe(read.Claims[0].Person.Base);
    }

    [Theory]
    [InlineData("見本医院", true)]
    [InlineData("", false)]
    public void C3_a_file_turned_into_utf8_is_recognised(string name, bool isJapanese)
    {
        var text = $"IR,1,27,1,1234567,,{name},202610,00,0600000000\r\n";
        UkeForms.Of(Encoding.UTF8.GetBytes(text)).ShouldBe(isJapanese ? UkeForm.OtherEncoding : UkeForm.Provider);
        UkeForms.Of([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]).ShouldBe(UkeForm.OtherEncoding);
        UkeForms.Of(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text)).ToArray()).ShouldBe(UkeForm.OtherEncoding);
    }

    [Fact]
    public void The_insurers_form_is_recognised_by_its_columns()
    {
        var read = Read(new[] { "MN,1234567890,,,,,", Head, Receipt(1), Insured(), "GO,1,500,99" }.Select((record, n) => $"{n + 1},1,0,{record}"));
        read.Form.ShouldBe(UkeForm.Payer);
        read.Refused.ShouldBeEmpty();
        read.Claims.ShouldHaveSingleItem();
    }

    [Fact]
    public void C4_odd_lines_are_refused_with_their_place_and_the_rest_is_read()
    {
        var read = Read(
            Head,
            Receipt(1), Insured(),
            "XX,1,2",
            "SY,3450001,\"20260901,1,,,,",
            "SY,3450001,\0,1,,,,",
            "CO,21,1,810000001," + new string('x', 70_000),
            "SI," + new string(',', 10_000),
            Receipt(2), Insured("2"));
        read.Claims.Count.ShouldBe(2);
        read.Refused.Select(line => (line.Line, line.Reason)).ShouldBe([(4, "unknown-record"), (5, "forbidden-character"), (6, "forbidden-character"), (7, "line-too-long"), (8, "too-many-columns")]);
        var before = Bytes(Head, Receipt(1), Insured()).Length - 1;
        read.Refused[0].Offset.ShouldBe(before);
    }

    [Theory]
    [InlineData("\r\n", false)]
    [InlineData("\n", true)]
    [InlineData("\r", true)]
    public void C4_any_line_end_is_read_and_the_last_one_may_be_missing(string end, bool isCutAtEnd)
    {
        var text = string.Join(end, Ascii(Head), Ascii(Receipt(1)), Insured(), Ascii(Receipt(2)), Insured("2")) + (isCutAtEnd ? "" : end);
        var read = Read(Encoding.ASCII.GetBytes(text));
        read.Refused.ShouldBeEmpty();
        read.Claims.Count.ShouldBe(2);
    }

    [Fact]
    public void C4_what_stands_behind_the_end_mark_is_read_and_a_mark_within_a_line_is_refused()
    {
        var read = Read([.. Bytes(Head, Receipt(1), Insured()), .. Encoding.ASCII.GetBytes("\r\n"), .. Bytes(Head, Receipt(2), Insured()), .. "SY,1\u001A2"u8]);
        read.Claims.Count.ShouldBe(2);
        read.Refused.ShouldHaveSingleItem().Reason.ShouldBe("forbidden-character");
    }

    private static string Ascii(string record) => record.Replace("見本　太郎", "NAME", StringComparison.Ordinal).Replace("見本医院", "", StringComparison.Ordinal).Replace("ミホン", "", StringComparison.Ordinal);
}
