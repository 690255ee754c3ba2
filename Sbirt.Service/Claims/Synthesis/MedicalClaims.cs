using System.Numerics;

namespace Sbirt.Service.Claims.Synthesis;

/// <summary>
/// Writes medical claims, in hospital and out (医科, DPC): RE HO KO SN SY, then acts and medicines in groups whose first row
/// alone tells 診療識別 and whose last row alone tells points and count. Of DPC only the records are written whose layout is known.
/// </summary>
internal sealed class MedicalClaims(RecordBytes to)
{
    // No bundle has this number: nobody takes it for a real stay.
    private static ReadOnlySpan<byte> InventedBundle => "999999xx99x9xx"u8;

    /// <summary>Writes the claim and answers its points.</summary>
    public int Write(in Bill bill)
    {
        var draft = bill.Draft;
        var days = BitOperations.PopCount(draft.Days);
        var acts = new MedicalActs(null, bill, days);
        var points = acts.WriteAll();
        WriteReceipt(bill);
        ClaimHead.WritePayers(to, bill.By, bill.Person, days, points, isDispensing: false);
        if (draft.Work == ClaimWork.BundledStay)
        {
            WriteBundle(bill);
        }

        WriteDiseases(bill);
        new MedicalActs(to, bill, days).WriteAll();
        if (draft.Work == ClaimWork.BundledStay)
        {
            WriteCoding(bill);
        }

        return points;
    }

    private static int FirstDay(ClaimDraft draft) => (draft.Month * 100) + BitOperations.TrailingZeroCount(draft.Days) + 1;

    private static int LastDay(ClaimDraft draft) => (draft.Month * 100) + BitOperations.Log2(draft.Days) + 1;

    private void WriteReceipt(in Bill bill)
    {
        var (draft, person, era) = (bill.Draft, bill.Person, bill.By.WritesEras);
        var isStay = draft.Work is ClaimWork.Stay or ClaimWork.BundledStay;
        to.Begin("RE"u8);
        to.Field(bill.Receipt).Field(ClaimHead.TypeOf(1, person, draft.Month, isStay)).Month(draft.Month, era)
            .Field(MadeUpNames.Bytes(person.Name)).Field(person.Sex).Day(person.Birth, era).Empty();
        _ = isStay ? to.Day(FirstDay(draft), era) : to.Empty();
        to.Empty(4).Field(person.Number, 6).Empty(4);
        bill.WriteSearchNumber(to).Empty(17).Field(MadeUpNames.Kana(person.Name)).Empty().End();
    }

    private void WriteDiseases(in Bill bill)
    {
        var (draft, era) = (bill.Draft, bill.By.WritesEras);
        to.Begin("SY"u8);
        to.Field(MadeUpDiseases.Codes[draft.Disease]).Day(FirstDay(draft), era).Field(1).Empty(2).Field("01"u8).Empty().End();
        if (draft.Variant is 1 or 5)
        {
            to.Begin("SY"u8);
            to.Field(MadeUpDiseases.Uncoded).Day(FirstDay(draft), era).Field(1).Empty().Field(MadeUpDiseases.UncodedText).Empty(2).End();
        }

        if (draft.Variant == 3)
        {
            to.Begin("SY"u8);
            to.Field(MadeUpDiseases.Codes[MadeUpDiseases.Of(draft.Institution, 0)]).Day(FirstDay(draft), era).Field(1).Field("8002"u8).Empty(3).End();
        }
    }

    private void WriteBundle(in Bill bill)
    {
        to.Begin("BU"u8);
        to.Field(InventedBundle).Day(FirstDay(bill.Draft), bill.By.WritesEras).Day(LastDay(bill.Draft), bill.By.WritesEras).Empty(2).End();
    }

    // What the bundle covers is told day by day, without points.
    private void WriteCoding(in Bill bill)
    {
        to.Begin("CD"u8);
        to.Day(FirstDay(bill.Draft), bill.By.WritesEras).Field(21).Field(1).Field(1).Field(MadeUpMedicine.All[1].Code)
            .Amount(MadeUpMedicine.All[1].Amount).Empty(2).Field(BitOperations.PopCount(bill.Draft.Days)).Empty(6).End();
    }
}
