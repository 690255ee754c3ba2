using System.Text;
using Sbirt.Content.Claims;
using Sbirt.Content.ContentFiles;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Claims.Histories;

namespace Sbirt.Tests.Content.Claims;

public sealed class ExclusionCodesTests
{
    [Theory]
    [InlineData("C00", ClaimSigns.Cancer)]
    [InlineData("C509", ClaimSigns.Cancer)]
    [InlineData("C97", ClaimSigns.Cancer)]
    [InlineData("C979", ClaimSigns.Cancer)]
    [InlineData("B999", ClaimSigns.None)]
    [InlineData("D000", ClaimSigns.None)]
    [InlineData("G40.9", ClaimSigns.Epilepsy)]
    [InlineData("g419", ClaimSigns.Epilepsy)]
    [InlineData("G42", ClaimSigns.None)]
    [InlineData("Z490", ClaimSigns.Dialysis)]
    [InlineData("Z992", ClaimSigns.Dialysis)]
    [InlineData("Z99", ClaimSigns.None)]
    [InlineData("Z993", ClaimSigns.None)]
    [InlineData("Z51.5", ClaimSigns.PalliativeCare)]
    [InlineData("Z511", ClaimSigns.None)]
    [InlineData("O80", ClaimSigns.Maternity)]
    [InlineData("Z34", ClaimSigns.Maternity)]
    [InlineData("F102", ClaimSigns.None)]
    [InlineData("", ClaimSigns.None)]
    [InlineData("がん", ClaimSigns.None)]
    public void Icd10_codes_are_signs_with_or_without_their_dot(string code, ClaimSigns signs)
    {
        Library.Exclusions.ForIcd10(code).ShouldBe(signs);
        Library.Exclusions.ForIcd10(Encoding.UTF8.GetBytes(code)).ShouldBe(signs);
    }

    [Theory]
    [InlineData(21, ClaimSigns.PsychiatricCare)]
    [InlineData(12, ClaimSigns.PublicAssistance)]
    [InlineData(1, ClaimSigns.None)]
    [InlineData(-1, ClaimSigns.None)]
    [InlineData(100, ClaimSigns.None)]
    public void Public_payers_are_known_by_their_law_number(int law, ClaimSigns signs) => Library.Exclusions.ForPublicPayer(law).ShouldBe(signs);

    [Fact]
    public void Codes_that_stand_in_no_source_are_left_to_the_payer_with_a_note()
    {
        foreach (var id in new[] { "third-party", "referral-letter" })
        {
            var one = Library.Exclusions.All.Single(one => one.Id == id);
            (one.Icd10.Codes.Length + one.Acts.Codes.Length + one.Remarks.Codes.Length + one.PublicPayers.Codes.Length).ShouldBe(0, id);
            one.Note.ShouldNotBeNull(id);
        }
    }

    [Fact]
    public void A_payer_adds_its_own_codes()
    {
        var shipped = ContentFile.Embedded(SignalLibrary.Folder).Single(file => file.Path == "Claims/exclusions.yaml");
        var faults = new List<ContentFault>();
        var own = ExclusionCodes.Read(
            shipped with
            {
                Text = shipped.Text.Replace("\n  - id: maternity", "\n    remarks: { codes: [\"77\"], source: icd10 }\n  - id: maternity", StringComparison.Ordinal)
                    .Replace("    icd10: { codes: [Z515], source: icd10 }", "    icd10: { codes: [Z515], source: icd10 }\n    acts: { codes: [\"199999999\"], source: icd10 }", StringComparison.Ordinal),
            },
            faults)!;

        faults.ShouldBeEmpty();
        own.ForRemark(Code("77")).ShouldBe(ClaimSigns.ThirdParty);
        own.ForAct(Code("199999999")).ShouldBe(ClaimSigns.PalliativeCare);
        Library.Exclusions.ForRemark(Code("77")).ShouldBe(ClaimSigns.None);
    }
}
