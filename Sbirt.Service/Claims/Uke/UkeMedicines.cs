using Sbirt.Content.Claims;

namespace Sbirt.Service.Claims.Uke;

/// <summary>How often 薬剤料点数 was 単位薬剤料 times 調剤数量, which shows that 調剤数量 counts days (claims 4.4).</summary>
internal readonly record struct ArithmeticCheck(long Compared, long Agreed);

/// <summary>
/// The medicines of the claim that is being read. A pharmacy writes SH (how it is taken), CZ (the day, and for how many days
/// or times) and IY (each medicine with its amount for a day or a time); an institution writes IY rows whose last row of a
/// group tells points and count. What is carried forward from row to row is carried here.
/// </summary>
internal sealed class UkeMedicines(ClaimCodes codes)
{
    private const int FewFields = 16;
    private const int DayFields = 46;
    private const int FirstDay = 13;
    private const int LastDay = 43;

    private readonly List<DispensingFact> found = [];
    private readonly List<Handing> handings = [];
    private readonly List<(int Doctor, DateOnly Issued, int Receipt)> prescriptions = [];
    private List<Prescribed> prescribed = [];
    private List<Prescribed> before = [];
    private (int Month, ShortCode Institution, ShortCode Prescriber) claim;
    private bool isPharmacy;
    private IntakeForm form;
    private long unitPoints;
    private int groupBegin;
    private long compared;
    private long agreed;

    /// <summary>One day on which a prescription was filled.</summary>
    private readonly record struct Handing(DateOnly Date, int Supply, int Prescription);

    private readonly record struct Prescribed(ShortCode Medicine, int Ingredient, long Amount, ClaimPlace Place);

    public ArithmeticCheck Arithmetic => new(compared, agreed);

    public void Begin(bool ofPharmacy, int month, ShortCode institution, ShortCode prescriber)
    {
        (isPharmacy, claim) = (ofPharmacy, (month, institution, prescriber));
        found.Clear();
        handings.Clear();
        prescribed.Clear();
        before.Clear();
        prescriptions.Clear();
        (form, unitPoints, groupBegin) = (IntakeForm.Unknown, 0, 0);
    }

    /// <summary>Adds a record; says why when it is not used.</summary>
    public string? Add(int id, ReadOnlySpan<byte> record, ClaimPlace place)
    {
        Span<int> room = stackalloc int[FewFields];
        switch (id)
        {
            case UkeRecords.Prescription:
                return AddPrescription(UkeFields.Of(record, room));
            case UkeRecords.Dispensing:
                return AddHanding(UkeFields.Of(record, room));
            case UkeRecords.Medicine when !isPharmacy:
                return AddOwn(record, place);
            case UkeRecords.Medicine:
                return AddPrescribed(UkeFields.Of(record, room), place);
            case ('T' << 8) | 'O' or ('C' << 8) | 'O':
                Carry(UkeFields.Of(record, room)[1]);
                return null;
            default:
                return null;
        }
    }

    /// <summary>診療識別 stands on the first row of a group only, and on whatever row that is.</summary>
    public void Carry(ReadOnlySpan<byte> kind) => form = kind switch
    {
        [] => form,
        [(byte)'2', (byte)'1'] => IntakeForm.Daily,
        [(byte)'2', (byte)'2'] => IntakeForm.AsNeeded,
        _ => IntakeForm.Other,
    };

    /// <summary>All medicines of the claim.</summary>
    public List<DispensingFact> Finish()
    {
        FinishHandings();
        return found;
    }

    private string? AddPrescription(UkeFields fields)
    {
        FinishHandings();
        before.Clear();
        form = fields[2] switch
        {
            // 剤形 1 内服, 6 浸煎, 7 湯: counted in days. Drops (2 内滴) are handed out as a whole.
            [(byte)'1' or (byte)'6' or (byte)'7'] => IntakeForm.Daily,
            [(byte)'3'] => IntakeForm.AsNeeded,
            _ => IntakeForm.Other,
        };
        unitPoints = UkeValues.Number(fields[5]) ?? 0;
        return null;
    }

    private string? AddHanding(UkeFields fields)
    {
        // Medicines that were told already belong to the days before them.
        if (prescribed.Count > 0)
        {
            FinishHandings();
        }

        if (UkeValues.Day(fields[3]) is not { } date)
        {
            return "dispensing-date-unreadable";
        }

        if (UkeValues.Number(fields[5]) is not { } supply)
        {
            return "supply-unreadable";
        }

        if (unitPoints > 0 && UkeValues.Number(fields[13]) is { } points)
        {
            compared++;
            agreed += points == unitPoints * supply ? 1 : 0;
        }

        var key = (UkeValues.Number(fields[1]) ?? 0, UkeValues.Day(fields[2]) ?? date, UkeValues.Number(fields[4]) ?? 0);
        var number = prescriptions.IndexOf(key);
        if (number < 0)
        {
            number = prescriptions.Count;
            prescriptions.Add(key);
        }

        handings.Add(new Handing(date, supply, number));
        return null;
    }

    private string? AddPrescribed(UkeFields fields, ClaimPlace place)
    {
        if (Read(fields[2], fields[3], out var medicine, out var ingredient, out var amount) is { } reason)
        {
            return reason;
        }

        if (ingredient >= 0 || codes.KeepsAllMedicines)
        {
            prescribed.Add(new Prescribed(medicine, ingredient, amount, place));
        }

        return null;
    }

    /// <summary>Each day gets the medicines that follow it; days that are followed by none share those told before in the same SH.</summary>
    private void FinishHandings()
    {
        if (prescribed.Count > 0)
        {
            (prescribed, before) = (before, prescribed);
            prescribed.Clear();
        }

        foreach (var handing in handings)
        {
            foreach (var (medicine, ingredient, amount, place) in before)
            {
                found.Add(new DispensingFact(
                    handing.Date, true, medicine, ingredient, form, amount, handing.Supply, handing.Prescription, claim.Prescriber, claim.Institution, place));
            }
        }

        handings.Clear();
    }

    /// <summary>A medicine the institution itself gave out: its group's last row tells for how many days.</summary>
    private string? AddOwn(ReadOnlySpan<byte> record, ClaimPlace place)
    {
        Span<int> room = stackalloc int[FewFields];
        var fields = UkeFields.Of(record, room);
        if (!fields[1].IsEmpty)
        {
            Carry(fields[1]);
            groupBegin = found.Count;
        }

        if (Read(fields[3], fields[4], out var medicine, out var ingredient, out var amount) is { } reason)
        {
            return reason;
        }

        if (ingredient >= 0 || codes.KeepsAllMedicines)
        {
            var day = DayOf(record);
            found.Add(new DispensingFact(
                new DateOnly(claim.Month / 100, claim.Month % 100, day ?? 1), day is not null, medicine, ingredient, form, amount, 0, 0, claim.Institution, claim.Institution, place));
        }

        if (!fields[5].IsEmpty)
        {
            var supply = UkeValues.Number(fields[6]) ?? 0;
            for (var at = groupBegin; at < found.Count; at++)
            {
                found[at] = found[at] with { Supply = supply };
            }

            groupBegin = found.Count;
        }

        return null;
    }

    private int? DayOf(ReadOnlySpan<byte> record)
    {
        Span<int> room = stackalloc int[DayFields];
        var fields = UkeFields.Of(record, room);
        for (var number = FirstDay; number <= LastDay; number++)
        {
            if (!fields[number].IsEmpty && number - FirstDay < DateTime.DaysInMonth(claim.Month / 100, claim.Month % 100))
            {
                return number - FirstDay + 1;
            }
        }

        return null;
    }

    private string? Read(ReadOnlySpan<byte> code, ReadOnlySpan<byte> used, out ShortCode medicine, out int ingredient, out long amount)
    {
        const int None = -1;
        (medicine, ingredient, amount) = (ShortCode.None, None, 0);
        if (UkeValues.Number(code) is not { } number)
        {
            return "medicine-code-unreadable";
        }

        ingredient = codes.Ingredients.TryGetValue(number, out var known) ? known : None;
        if (ingredient < 0 && !codes.KeepsAllMedicines)
        {
            return null;
        }

        medicine = ShortCode.Of(code)!.Value;
        if (UkeValues.Amount(used) is { } told)
        {
            amount = told;
        }
        else if (ingredient >= 0 && !used.IsEmpty)
        {
            return "amount-unreadable";
        }

        return null;
    }
}
