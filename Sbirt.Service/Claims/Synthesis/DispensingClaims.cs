namespace Sbirt.Service.Claims.Synthesis;

/// <summary>
/// Writes dispensing claims (調剤): RE HO KO SN JD MF, for each prescription line SH CZ IY, and KI for each receipt. The points
/// of medicines (CZ) are those of one day or time (SH) times the number of days or times.
/// </summary>
internal sealed class DispensingClaims(RecordBytes to)
{
    private const int Basic = 42;
    private const int Guidance = 43;
    private const int Psychotropic = 8;

    private static readonly byte[] PreparingDaily = "420001810"u8.ToArray();
    private static readonly byte[] PreparingAsNeeded = "420000210"u8.ToArray();
    private static readonly byte[] PreparingOutward = "420000410"u8.ToArray();

    /// <summary>Writes the claim and answers its points.</summary>
    public int Write(in Bill bill)
    {
        var receipts = Receipts(bill.Draft);
        var points = receipts * (Basic + Guidance);
        var supplies = bill.Draft.Supplies;
        for (var at = 0; at < supplies.Length; at = EndOfLine(supplies, at))
        {
            points += PointsOf(supplies[at..EndOfLine(supplies, at)]);
        }

        WriteReceipt(bill);
        ClaimHead.WritePayers(to, bill.By, bill.Person, receipts, points, isDispensing: true);
        to.Begin("JD"u8);
        to.Field(bill.Person.Payer == Payer.PublicAssistance ? 2 : 1).Days(bill.Draft.Days).End();
        to.Begin("MF"u8);
        to.Field("00"u8).Empty(31).End();
        WriteLines(bill, supplies);
        return points;
    }

    private static int Receipts(ClaimDraft draft)
    {
        var most = 0;
        foreach (var supply in draft.Supplies)
        {
            most = Math.Max(most, supply.Receipt);
        }

        return most;
    }

    /// <summary>Medicines taken in the same way for the same days stand on one line of the prescription.</summary>
    private static int EndOfLine(ReadOnlySpan<Supply> supplies, int at)
    {
        var first = supplies[at];
        var form = MadeUpMedicine.All[first.Medicine].Form;
        do
        {
            at++;
        }
        while (at < supplies.Length && supplies[at].Receipt == first.Receipt && supplies[at].Quantity == first.Quantity && MadeUpMedicine.All[supplies[at].Medicine].Form == form);
        return at;
    }

    private static int UnitPoints(ReadOnlySpan<Supply> line)
    {
        var costs = 0L;
        foreach (var supply in line)
        {
            costs += (long)MadeUpMedicine.All[supply.Medicine].Price * supply.Amount;
        }

        return MadeUpMedicine.Points(costs);
    }

    private static bool IsPsychotropic(ReadOnlySpan<Supply> line)
    {
        foreach (var supply in line)
        {
            if (MadeUpMedicine.All[supply.Medicine].IsPsychotropic)
            {
                return true;
            }
        }

        return false;
    }

    private static (byte[] Code, int Points) Preparing(int form) => form switch
    {
        MadeUpMedicine.Daily => (PreparingDaily, 24),
        MadeUpMedicine.AsNeeded => (PreparingAsNeeded, 21),
        _ => (PreparingOutward, 10),
    };

    private static int PointsOf(ReadOnlySpan<Supply> line) =>
        (UnitPoints(line) * line[0].Quantity) + Preparing(MadeUpMedicine.All[line[0].Medicine].Form).Points + (IsPsychotropic(line) ? Psychotropic : 0);

    private void WriteReceipt(in Bill bill)
    {
        var (draft, person, era) = (bill.Draft, bill.Person, bill.By.WritesEras);
        var prescriber = bill.District[draft.Prescriber];
        to.Begin("RE"u8);
        to.Field(bill.Receipt).Field(ClaimHead.TypeOf(4, person, draft.Month, isStay: false)).Month(draft.Month, era)
            .Field(MadeUpNames.Bytes(person.Name)).Field(person.Sex).Day(person.Birth, era).Empty(2)
            .Field(Institution.Prefecture).Field(prescriber.Table).Field(prescriber.Code).Field(prescriber.Name).Empty()
            .Field(MadeUpNames.Doctor).Empty(20).Field(person.Number, 6).Empty();
        bill.WriteSearchNumber(to).Empty(3).Field(MadeUpNames.Kana(person.Name)).End();
    }

    private void WriteLines(in Bill bill, ReadOnlySpan<Supply> supplies)
    {
        var (bearer, era, month) = (ClaimHead.Bearer(bill.Person.Payer), bill.By.WritesEras, bill.Draft.Month);
        var number = 0;
        for (var at = 0; at < supplies.Length;)
        {
            var end = EndOfLine(supplies, at);
            WriteLine(supplies[at..end], ++number, bearer, (month * 100) + supplies[at].Day, era);
            at = end;
        }

        var told = 0;
        foreach (var supply in supplies)
        {
            if (supply.Receipt > told)
            {
                told = supply.Receipt;
                WriteFees(told, bearer, (month * 100) + supply.Day, era);
            }
        }
    }

    private void WriteLine(ReadOnlySpan<Supply> line, int number, int bearer, int day, bool era)
    {
        var form = MadeUpMedicine.All[line[0].Medicine].Form;
        var (code, preparing) = Preparing(form);
        var unit = UnitPoints(line);
        to.Begin("SH"u8);
        to.Field(number, 2).Field(form).Field(form == MadeUpMedicine.Daily ? "003"u8 : "900"u8).Empty().Field(unit).Empty(4).End();
        to.Begin("CZ"u8);
        to.Field(1).Day(day, era).Day(day, era).Field(line[0].Receipt).Field(line[0].Quantity)
            .Field(bearer).Field(1).Field(number, 2).Field(code).Field(preparing).Empty(2).Field(unit * line[0].Quantity).Empty();
        _ = IsPsychotropic(line) ? to.Field(bearer).Field("430000370"u8).Field(Psychotropic) : to.Empty(3);
        to.Empty(53).End();
        foreach (var supply in line)
        {
            to.Begin("IY"u8);
            to.Field(bearer).Field(MadeUpMedicine.All[supply.Medicine].Code).Amount(supply.Amount).Empty(6).End();
        }
    }

    private void WriteFees(int receipt, int bearer, int day, bool era)
    {
        to.Begin("KI"u8);
        to.Day(day, era).Field(receipt).Field(bearer).Field("410004110"u8).Field(Basic).Empty()
            .Field(bearer).Field("440006710"u8).Field(1).Field(Guidance).Empty(103).End();
    }
}
