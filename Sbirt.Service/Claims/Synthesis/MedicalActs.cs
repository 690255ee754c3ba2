namespace Sbirt.Service.Claims.Synthesis;

/// <summary>The acts and medicines of a medical claim (SI, IY); once to sum up their points, and once to write them.</summary>
/// <param name="to">Null: only the points are wanted.</param>
internal ref struct MedicalActs(RecordBytes? to, Bill bill, int days)
{
    private readonly Bill bill = bill;
    private readonly int bearer = ClaimHead.Bearer(bill.Person.Payer);
    private int points;
    private bool isGroupOpen;

    /// <summary>All rows; answers the sum of points times count.</summary>
    public int WriteAll()
    {
        var draft = bill.Draft;
        if (draft.Work == ClaimWork.Visit)
        {
            WriteVisits(draft);
        }
        else
        {
            WriteStay(draft);
        }

        WriteMedicines(draft);
        if (draft.Work == ClaimWork.Visit && !bill.By.HandsOut && draft.Variant != 7)
        {
            Act(80, "120002910"u8, 68, 1, FirstOf(draft.Days));
            Act(80, "120003570"u8, 5, 1, FirstOf(draft.Days));
        }

        return points;
    }

    private static uint FirstOf(uint days) => days & (~days + 1);

    private void WriteVisits(ClaimDraft draft)
    {
        var again = draft.IsFirstVisit ? draft.Days & (draft.Days - 1) : draft.Days;
        if (draft.IsFirstVisit)
        {
            Act(11, "111000110"u8, 288, 1, FirstOf(draft.Days));
        }

        var count = days - (draft.IsFirstVisit ? 1 : 0);
        if (count > 0)
        {
            Act(12, "112007410"u8, 73, count, again);
            if (draft.Variant % 2 == 0)
            {
                Act(12, "112011010"u8, 52, count, again);
            }
        }

        if (draft.Variant is 2 or 6)
        {
            Row(60, "160061910"u8, 0, 1, FirstOf(draft.Days));
            Act(60, "160095710"u8, 179, 1, FirstOf(draft.Days));
        }
    }

    private void WriteStay(ClaimDraft draft)
    {
        Row(60, "160061910"u8, 0, 1, FirstOf(draft.Days));
        Act(60, "160095710"u8, 179, 1, FirstOf(draft.Days));
        Act(60, "160000310"u8, 26, days, draft.Days);
    }

    /// <summary>Medicines handed out by the institution itself; those of one day, form and count make one group.</summary>
    private void WriteMedicines(ClaimDraft draft)
    {
        var supplies = draft.Supplies;
        for (var at = 0; at < supplies.Length; at++)
        {
            var supply = supplies[at];
            var medicine = MadeUpMedicine.All[supply.Medicine];
            var costs = (long)medicine.Price * supply.Amount;
            var identification = medicine.Form switch { MadeUpMedicine.Daily => 21, MadeUpMedicine.AsNeeded => 22, _ => 23 };
            while (at + 1 < supplies.Length && IsSameGroup(supply, supplies[at + 1]))
            {
                Medicine(identification, supply, 0);
                supply = supplies[++at];
                costs += (long)MadeUpMedicine.All[supply.Medicine].Price * supply.Amount;
            }

            Medicine(identification, supply, MadeUpMedicine.Points(costs));
        }

        if (supplies.Length > 0 && draft.Work == ClaimWork.Visit)
        {
            Act(25, "120001210"u8, 42, 1, FirstOf(draft.Days));
        }
    }

    private static bool IsSameGroup(Supply one, Supply next) =>
        one.Day == next.Day && one.Quantity == next.Quantity && MadeUpMedicine.All[one.Medicine].Form == MadeUpMedicine.All[next.Medicine].Form;

    private void Act(int identification, ReadOnlySpan<byte> code, int each, int count, uint on)
    {
        Row(identification, code, each, count, on);
        isGroupOpen = false;
    }

    private void Row(int identification, ReadOnlySpan<byte> code, int each, int count, uint on)
    {
        points += each * count;
        if (to is not null)
        {
            Begin("SI"u8, identification);
            to.Field(code).Empty();
            End(each, count, on);
        }
    }

    private void Medicine(int identification, Supply supply, int each)
    {
        points += each * supply.Quantity;
        if (to is not null)
        {
            Begin("IY"u8, identification);
            to.Field(MadeUpMedicine.All[supply.Medicine].Code).Amount(supply.Amount);
            End(each, supply.Quantity, 1u << (supply.Day - 1));
        }

        isGroupOpen = each == 0;
    }

    private void Begin(ReadOnlySpan<byte> record, int identification)
    {
        to!.Begin(record);
        _ = isGroupOpen ? to.Empty() : to.Field(identification);
        to.Field(bearer);
        isGroupOpen = true;
    }

    private readonly void End(int each, int count, uint on)
    {
        _ = each > 0 ? to!.Field(each) : to!.Empty();
        to.Field(count).Empty(6).Days(on).End();
    }
}
