using System.Numerics;

namespace Sbirt.Service.Claims.Synthesis;

/// <summary>Writes dental claims (歯科): RE HO KO SN HS SS. Fields whose place is not known for certain stay empty.</summary>
internal sealed class DentalClaims(RecordBytes to)
{
    private const int FirstVisit = 261;

    /// <summary>Writes the claim and answers its points.</summary>
    public int Write(in Bill bill)
    {
        var (draft, person, era) = (bill.Draft, bill.Person, bill.By.WritesEras);
        to.Begin("RE"u8);
        to.Field(bill.Receipt).Field(ClaimHead.TypeOf(3, person, draft.Month, isStay: false)).Month(draft.Month, era)
            .Field(MadeUpNames.Bytes(person.Name)).Field(person.Sex).Day(person.Birth, era).Empty(2)
            .Day((draft.Month * 100) + BitOperations.TrailingZeroCount(draft.Days) + 1, era).Empty(5).Field(person.Number, 6).Empty(20)
            .Field(MadeUpNames.Kana(person.Name)).Empty().End();
        ClaimHead.WritePayers(to, bill.By, person, BitOperations.PopCount(draft.Days), FirstVisit, isDispensing: false);
        to.Begin("HS"u8);
        to.Empty(3).Field(MadeUpDiseases.Uncoded).Empty().Field(MadeUpDiseases.UncodedText).Empty(4).End();
        to.Begin("SS"u8);
        to.Field(11).Field(ClaimHead.Bearer(person.Payer)).Field("301000110"u8).Empty(72).Field(FirstVisit).Field(1).Days(draft.Days & (~draft.Days + 1)).End();
        return FirstVisit;
    }
}
