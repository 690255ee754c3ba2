using Sbirt.Content.Claims;
using Sbirt.Content.Languages;
using Sbirt.Service.Claims.Files;
using Sbirt.Service.Findings;
using Sbirt.Service.Letters.Names;
using Sbirt.Tests.Hosts;
using Sbirt.Tests.Service.Claims;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Letters;

public sealed class ClaimNamesTests
{
    private const string Claim = "RE,1,1112,202609,見本　太郎,1,19800101,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,ミホン　タロウ,";

    [Fact]
    public void A_name_is_read_off_the_claim_a_finding_names_with_insurer_number_and_branch()
    {
        var name = Read(UkeTexts.Bytes(UkeTexts.Head, Claim, "HO,01270016,１２,００７,2,500,,,,,,,,,", "SN,1,01,,,,02,,", "SY,8830592,20260901,1,,,,", "GO,1,500,99"), line: 5)!;

        name.ShouldBe(new PersonName("01270016", "12", "007", "02", new DateOnly(1980, 1, 1), "male", "見本　太郎", "ミホン　タロウ"));
    }

    [Fact]
    public void A_dispensing_claim_and_the_form_of_insurers_tell_the_name_as_well()
    {
        var dispensing = "RE,1,4112,202609,見本　次郎,2,3550506,,,27,1,1234567" + new string(',', 30) + "ミホン　ジロウ,";
        var records = new[] { "YK,1,27,4,7654321,,202610,00,見本薬局,", dispensing, "HO,01270016,12,8,2,500,,,,,,,,,", "CZ,20260910,20260911,28,1" }.Select(record => "1,1,1," + record);

        var name = Read(UkeTexts.Bytes(records), line: 4)!;

        (name.Name, name.Kana, name.Number, name.Birth, name.Sex).ShouldBe(("見本　次郎", "ミホン　ジロウ", "8", new DateOnly(1980, 5, 6), "female"));
    }

    [Fact]
    public void Who_has_no_insurer_is_told_by_the_public_payer()
    {
        var name = Read(UkeTexts.Bytes(UkeTexts.Head, Claim, "KO,12270015,1234567,,2,500,,,,,"), line: 2)!;

        (name.Insurer, name.Symbol, name.Number).ShouldBe(("12270015", "", "1234567"));
    }

    [Fact]
    public void The_claim_is_the_one_whose_lines_hold_the_evidence()
    {
        var bytes = UkeTexts.Bytes(UkeTexts.Head, Claim, UkeTexts.Insured("1"), Claim.Replace("太郎", "花子", StringComparison.Ordinal), UkeTexts.Insured("2"), "SI,12,1,112007410,,75,1", Claim.Replace("太郎", "三郎", StringComparison.Ordinal), UkeTexts.Insured("3"));

        Read(bytes, line: 3)!.Name.ShouldBe("見本　太郎");
        Read(bytes, line: 4)!.Name.ShouldBe("見本　花子");
        Read(bytes, line: 6)!.Name.ShouldBe("見本　花子");
        Read(bytes, line: 8)!.Name.ShouldBe("見本　三郎");
    }

    [Theory]
    [InlineData(new byte[] { 0xF0, 0x40 })]
    [InlineData(new byte[] { 0xF9, 0xFC })]
    [InlineData(new byte[] { 0x81, 0xAD })]
    [InlineData(new byte[] { 0xFD })]
    public void A_character_outside_of_the_list_shows_as_a_mark_and_never_fails(byte[] gaiji)
    {
        var whole = UkeTexts.Bytes(UkeTexts.Head, Claim.Replace("見", "!", StringComparison.Ordinal), UkeTexts.Insured());
        var at = Array.IndexOf(whole, (byte)'!');

        var name = Read([.. whole[..at], .. gaiji, .. whole[(at + 1)..]], line: 2)!.Name;

        name.ShouldContain('〓');
        name.ShouldEndWith("太郎");
    }

    [Fact]
    public void A_claim_in_no_billing_file_gives_no_name() => Read("{\"resourceType\":\"Claim\"}\n"u8.ToArray(), line: 1).ShouldBeNull();

    [Fact]
    public void A_names_file_is_written_once_for_its_owner_and_is_read_back()
    {
        using var folder = new WorkFolder();
        var path = Path.Combine(folder.Path, "names.csv");
        var person = new PersonName("01270016", "－12", "=7", "00", new DateOnly(1980, 1, 1), "male", "=cmd", "ミホン");

        NamesFile.Write(path, [new("p1", person)]);

        OwnerOnly.CanRead(path).ShouldBeTrue();
        File.ReadAllText(path).ShouldBe("person,insurer,symbol,number,branch,birth,sex,name,kana,postal,address1,address2,language\r\np1,01270016,\"'－12\",\"'=7\",00,1980-01-01,male,\"'=cmd\",ミホン,,,,\r\n");
        NamesFile.Read(path)["p1"].Addressee.Name.ShouldBe("=cmd");
        Should.Throw<IOException>(() => NamesFile.Write(path, [])).Message.ShouldContain("stays as it is");
    }

    private static PersonName? Read(byte[] bytes, long line)
    {
        using var folder = new ClaimFolder();
        var path = folder.Write("a.UKE", bytes);
        var finding = new ScannedFinding("p", 202609, "claims-per-month", SignalKind.ClaimsPerMonth, SignalStatus.Reached, 20, [new ScannedEvidence(path, line, "2711234567", new DateOnly(2026, 9, 1), new Localized("", ""))], [], false);
        return new ClaimNames(ClaimFiles.In([path], (_, fault) => throw fault, TestContext.Current.CancellationToken)).Of([finding], TestContext.Current.CancellationToken).GetValueOrDefault("p");
    }
}
