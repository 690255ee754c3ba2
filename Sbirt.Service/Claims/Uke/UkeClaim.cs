using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Facts;

namespace Sbirt.Service.Claims.Uke;

/// <summary>
/// The claim that is being read: from its RE record on, until the next begins. One object for all claims of a file, so
/// that reading allocates nothing for each.
/// </summary>
internal sealed class UkeClaim(PersonIdentity identity, ClaimCodes codes)
{
    private const int ReceiptFields = 42;
    private const int FewFields = 8;
    private const int ActFields = 4;

    private readonly UkeMedicines medicines = new(codes);
    private readonly UkeDiseases diseases = new(codes);
    private readonly byte[] publicPayer = new byte[32];
    private readonly ClaimName name = new();
    private UkeHead head;
    private ClaimKind kind;
    private bool isInpatient;
    private int month;
    private ShortCode prescriber;
    private int days;
    private ClaimSigns signs;
    private DateOnly birth;
    private ClaimSex sex;
    private ushort branch;
    private int publicPayerLength;
    private bool hasInsurer;
    private string? fault;

    public bool IsOpen { get; private set; }

    /// <summary>Where its RE record stands.</summary>
    public ClaimPlace Place { get; private set; }

    public long Offset { get; private set; }

    /// <summary>Points of the main payer.</summary>
    public int Points { get; private set; }

    /// <summary>Rows of medicines given during stays in hospital: read, and no supply of anybody's.</summary>
    public long GivenInHospital { get; private set; }

    /// <summary>How often the points of medicines agreed with their days.</summary>
    public ArithmeticCheck Arithmetic => medicines.Arithmetic;

    /// <summary>Begins a claim with its RE record; says why when it cannot.</summary>
    public string? Begin(UkeHead by, ReadOnlySpan<byte> record, ClaimPlace place, long offset)
    {
        Span<int> room = stackalloc int[ReceiptFields];
        var fields = UkeFields.Of(record, room);
        if (UkeValues.Month(fields[3]) is not { } care)
        {
            return "month-unreadable";
        }

        if (UkeValues.Day(fields[6]) is not { } day)
        {
            return "birth-date-unreadable";
        }

        // レセプト種別: of its four digits the last is odd for a stay in hospital.
        if (fields[2] is not [_, _, _, >= (byte)'0' and <= (byte)'9' and var last])
        {
            return "claim-type-unreadable";
        }

        var isDispensing = by.Kind == ClaimKind.Dispensing;
        (head, kind, Place, Offset, birth, month) = (by, by.Kind, place, offset, day, care);
        prescriber = isDispensing ? UkeHead.InstitutionOf(fields[9], fields[10], fields[11]) ?? ShortCode.None : ShortCode.None;
        isInpatient = !isDispensing && last % 2 == 1;
        sex = fields[5] switch { [(byte)'1'] => ClaimSex.Male, [(byte)'2'] => ClaimSex.Female, _ => ClaimSex.Unknown };
        signs = codes.SignsOfRemarks(fields[isDispensing ? 8 : 11]);
        (days, Points, branch, publicPayerLength, hasInsurer, fault) = (0, 0, 0, 0, false, null);
        name.Keep(fields[isDispensing ? 41 : 36]);
        diseases.Begin(month, by.Institution);
        medicines.Begin(isDispensing, month, by.Institution, prescriber);
        IsOpen = true;
        return null;
    }

    /// <summary>Adds a record; says why when it is not used.</summary>
    public string? Add(int id, ReadOnlySpan<byte> record, ClaimPlace place)
    {
        switch (id)
        {
            case UkeRecords.Insurer:
                return AddInsurer(record);
            case UkeRecords.PublicPayer:
                AddPublicPayer(record);
                return null;
            case UkeRecords.Qualification:
                AddQualification(record);
                return null;
            case UkeRecords.Disease:
                signs |= diseases.Add(record, place);
                return null;
            case UkeRecords.BundleDisease:
                signs |= diseases.AddOfBundle(record, place);
                return null;
            case UkeRecords.Bundle:
                (kind, isInpatient) = (ClaimKind.Dpc, true);
                return null;
            case UkeRecords.Act:
                AddAct(record);
                return null;
            case UkeRecords.Coding:
                AddCoded(record);
                return medicines.Add(id, record, place);
            case UkeRecords.Medicine or UkeRecords.Prescription or UkeRecords.Dispensing or UkeRecords.Material or UkeRecords.Comment:
                return medicines.Add(id, record, place);
            default:
                return null;
        }
    }

    /// <summary>Hands the claim on with all that belongs to it; says why when nobody can be told for it.</summary>
    public string? Finish(IClaimSink sink)
    {
        IsOpen = false;
        if (fault is not null || (!hasInsurer && publicPayerLength == 0))
        {
            return fault ?? "nobody-pays";
        }

        if (!hasInsurer)
        {
            identity.Begin();
            identity.Add(publicPayer.AsSpan(0, publicPayerLength));
        }

        identity.AddBirth(birth, sex);
        var person = identity.Person(branch, name.Written, sex, birth);
        var fact = new ClaimFact(kind, isInpatient, month, head.Institution, prescriber, days, Points, signs, Place);
        sink.Add(person, fact, head.Billed);
        foreach (var disease in diseases.Found)
        {
            sink.Add(person, fact, disease with { IsInpatient = isInpatient });
        }

        if (isInpatient)
        {
            // What is given in hospital is no supply to take home.
            GivenInHospital += medicines.Rows;
            return null;
        }

        foreach (var dispensing in medicines.Finish())
        {
            sink.Add(person, fact, dispensing);
        }

        return null;
    }

    private string? AddInsurer(ReadOnlySpan<byte> record)
    {
        Span<int> room = stackalloc int[FewFields];
        var fields = UkeFields.Of(record, room);
        (days, Points) = (UkeValues.Number(fields[4]) ?? 0, UkeValues.Number(fields[5]) ?? 0);
        identity.Begin();
        hasInsurer = identity.Add(fields[1]) && identity.Add(fields[2]) && identity.Add(fields[3]);
        fault = hasInsurer && !fields[1].IsEmpty && !fields[3].IsEmpty ? null : "insured-unreadable";
        return null;
    }

    // Who lives on public assistance alone has no insurer; the first public payer then tells who it is.
    private void AddPublicPayer(ReadOnlySpan<byte> record)
    {
        Span<int> room = stackalloc int[FewFields];
        var fields = UkeFields.Of(record, room);
        if (UkeValues.Number(fields[1][..Math.Min(2, fields[1].Length)]) is { } law)
        {
            signs |= codes.PublicPayers.GetValueOrDefault(law);
        }

        if (publicPayerLength == 0 && fields[1].Length + fields[2].Length < publicPayer.Length && !fields[2].IsEmpty)
        {
            fields[1].CopyTo(publicPayer);
            publicPayer[fields[1].Length] = (byte)'/';
            fields[2].CopyTo(publicPayer.AsSpan(fields[1].Length + 1));
            publicPayerLength = fields[1].Length + fields[2].Length + 1;
            days = days > 0 ? days : UkeValues.Number(fields[4]) ?? 0;
            Points = Points > 0 ? Points : UkeValues.Number(fields[5]) ?? 0;
        }
    }

    private void AddQualification(ReadOnlySpan<byte> record)
    {
        Span<int> room = stackalloc int[FewFields];
        var fields = UkeFields.Of(record, room);
        if (fields[1] is [(byte)'1'] && PersonIdentity.BranchOf(fields[6]) is { } told)
        {
            branch = told;
        }
    }

    private void AddAct(ReadOnlySpan<byte> record)
    {
        Span<int> room = stackalloc int[ActFields];
        var fields = UkeFields.Of(record, room);
        medicines.Carry(fields[1]);
        if (UkeValues.Number(fields[3]) is { } code)
        {
            signs |= codes.Acts.GetValueOrDefault(code);
        }
    }

    // コーディングデータ of a DPC claim: acts stand here that the bundle pays for.
    private void AddCoded(ReadOnlySpan<byte> record)
    {
        Span<int> room = stackalloc int[FewFields];
        if (UkeValues.Number(UkeFields.Of(record, room)[5]) is { } code)
        {
            signs |= codes.Acts.GetValueOrDefault(code);
        }
    }
}
