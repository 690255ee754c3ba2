using Sbirt.Content.Claims;

namespace Sbirt.Service.Claims.Uke;

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

    private readonly MedicineArithmetic arithmetic = new(codes.Prices);
    private readonly List<DispensingFact> found = [];
    private readonly List<Handing> handings = [];
    private readonly List<(int Doctor, DateOnly Issued, int Receipt)> prescriptions = [];
    private List<(TakenMedicine Medicine, ClaimPlace Place)> prescribed = [];
    private List<(TakenMedicine Medicine, ClaimPlace Place)> before = [];
    private (int Month, ShortCode Institution, ShortCode Prescriber) claim;
    private bool isPharmacy;
    private IntakeForm form;
    private int groupBegin;

    /// <summary>One day on which a prescription was filled.</summary>
    private readonly record struct Handing(DateOnly Date, int Supply, int Prescription);

    public ArithmeticCheck Arithmetic => arithmetic.Check;

    /// <summary>Rows of medicines of this claim given out by the institution itself, kept or not.</summary>
    public int Rows { get; private set; }

    public void Begin(bool ofPharmacy, int month, ShortCode institution, ShortCode prescriber)
    {
        (isPharmacy, claim) = (ofPharmacy, (month, institution, prescriber));
        found.Clear();
        handings.Clear();
        prescribed.Clear();
        before.Clear();
        prescriptions.Clear();
        (form, groupBegin, Rows) = (IntakeForm.Unknown, 0, 0);
        arithmetic.BeginLine(0);
    }

    /// <summary>Adds a record; says why when it is not used.</summary>
    public string? Add(int id, ReadOnlySpan<byte> record, ClaimPlace place)
    {
        Span<int> room = stackalloc int[FewFields];
        switch (id)
        {
            case UkeRecords.Prescription:
                return AddPrescription(UkeFields.Of(record, room[..7]));
            case UkeRecords.Dispensing:
                return AddHanding(UkeFields.Of(record, room));
            case UkeRecords.Medicine when !isPharmacy:
                return AddOwn(UkeFields.Of(record, room[..8]), record, place);
            case UkeRecords.Medicine:
                return AddPrescribed(UkeFields.Of(record, room[..5]), place);
            case UkeRecords.Coding:
                return AddCoded(UkeFields.Of(record, room));
            case ('T' << 8) | 'O' or ('C' << 8) | 'O':
                Carry(UkeFields.Of(record, room[..3])[1]);
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
        arithmetic.BeginLine(UkeValues.Number(fields[5]) ?? 0);
        return null;
    }

    private string? AddHanding(UkeFields fields)
    {
        // Medicines that were told already belong to the days before them.
        arithmetic.Compare();
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

        arithmetic.AddDays(supply, UkeValues.Number(fields[13]));
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
        if (TakenMedicine.Read(codes, fields[2], fields[3], out var medicine) is { } reason)
        {
            arithmetic.Doubt();
            return reason;
        }

        arithmetic.AddMedicine(fields[2], medicine.Amount, handings.Count > 0 ? handings[^1].Date : new DateOnly(claim.Month / 100, claim.Month % 100, 1));
        if (medicine.Ingredient >= 0 || codes.KeepsAllMedicines)
        {
            prescribed.Add((medicine, place));
        }

        return null;
    }

    /// <summary>Each day gets the medicines that follow it; days that are followed by none share those told before in the same SH.</summary>
    private void FinishHandings()
    {
        arithmetic.Compare();
        if (prescribed.Count > 0)
        {
            (prescribed, before) = (before, prescribed);
            prescribed.Clear();
        }

        foreach (var handing in handings)
        {
            foreach (var (medicine, place) in before)
            {
                found.Add(new DispensingFact(
                    handing.Date, true, medicine.Code, medicine.Ingredient, form, medicine.Amount, handing.Supply, handing.Prescription, claim.Prescriber, claim.Institution, place));
            }
        }

        handings.Clear();
    }

    /// <summary>
    /// A row of コーディングデータ (DPC): what was done and given during the stay, bundled or not. The code is the sixth field;
    /// those of medicines begin with 6.
    /// </summary>
    private string? AddCoded(UkeFields fields)
    {
        if (fields[5] is not [(byte)'6', ..])
        {
            return null;
        }

        if (TakenMedicine.Read(codes, fields[5], fields[6], out _) is { } reason)
        {
            return reason;
        }

        Rows++;
        return null;
    }

    /// <summary>A medicine the institution itself gave out: its group's last row tells for how many days.</summary>
    private string? AddOwn(UkeFields fields, ReadOnlySpan<byte> record, ClaimPlace place)
    {
        if (!fields[1].IsEmpty)
        {
            Carry(fields[1]);
            groupBegin = found.Count;
        }

        if (TakenMedicine.Read(codes, fields[3], fields[4], out var medicine) is { } reason)
        {
            return reason;
        }

        Rows++;
        if (medicine.Ingredient >= 0 || codes.KeepsAllMedicines)
        {
            var day = DayOf(record);
            found.Add(new DispensingFact(
                new DateOnly(claim.Month / 100, claim.Month % 100, day ?? 1), day is not null, medicine.Code, medicine.Ingredient, form, medicine.Amount, 0, 0, claim.Institution, claim.Institution, place));
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
}
