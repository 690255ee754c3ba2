using System.Runtime.CompilerServices;
using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Files;

namespace Sbirt.Service.Claims.Uke;

/// <summary>
/// Reads one billing file (レセプト電算, 医科 DPC 歯科 調剤, in the form of institutions or of insurers) record by record
/// from its bytes. What cannot be read is refused by line and nothing is lost in silence: at the end of each file the claims
/// are held against its own control record (GO).
/// </summary>
internal sealed class UkeReader(int text, LineReader lines, UkeForm form, UkeClaim claim, IClaimSink sink)
{
    private const byte EndMark = 0x1A;
    private const int MostColumns = 1_000;

    private UkeHead? head;
    private long claimsSinceHead;
    private long refusedSinceHead;
    private long payersSinceHead;
    private long pointsSinceHead;

    /// <summary>Claim records read, and refused.</summary>
    public long Claims { get; private set; }

    public long RefusedClaims { get; private set; }

    /// <summary>Control records that disagree with what was read.</summary>
    public List<Unreconciled> Unreconciled { get; } = [];

    /// <summary>Reads to the end of the text.</summary>
    // Called a few times and then runs for seconds: compiled once for speed instead of step by step.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read()
    {
        while (lines.TryRead(out var line, out var isTooLong))
        {
            if (isTooLong)
            {
                Refuse("line-too-long");
            }
            else if (!line.IsEmpty && !IsEnd(line))
            {
                Take(UkeForms.Record(form, line));
            }
        }

        Finish();
        CloseHead(null, null);
    }

    private static bool IsEnd(ReadOnlySpan<byte> line) => line is [EndMark];

    private void Take(ReadOnlySpan<byte> record)
    {
        if (lines.IsMarked)
        {
            Refuse("forbidden-character");
            return;
        }

        var id = UkeRecords.Of(record);
        switch (id)
        {
            case UkeRecords.Institution or UkeRecords.Pharmacy:
                Finish();
                CloseHead(null, null);
                Open(id, record);
                break;
            case UkeRecords.Management:
                Finish();
                break;
            case UkeRecords.Receipt:
                Finish();
                Begin(record);
                break;
            case UkeRecords.Total:
                Finish();
                Close(record);
                break;
            default:
                Add(id, record);
                break;
        }
    }

    private void Open(int id, ReadOnlySpan<byte> record)
    {
        head = UkeHead.Of(id, record);
        if (head is null)
        {
            Refuse("head-unreadable");
        }
    }

    private void Begin(ReadOnlySpan<byte> record)
    {
        if (head is not { } known)
        {
            RefuseClaim("claim-without-head");
        }
        else if (claim.Begin(known, record, new ClaimPlace(text, lines.Line), lines.Offset) is { } reason)
        {
            RefuseClaim(reason);
        }
    }

    private void Add(int id, ReadOnlySpan<byte> record)
    {
        if (!UkeRecords.IsKnown(id))
        {
            Refuse("unknown-record");
        }
        else if (record.Length > MostColumns && record.Count((byte)',') > MostColumns)
        {
            Refuse("too-many-columns");
        }
        else
        {
            payersSinceHead += id is UkeRecords.Insurer or UkeRecords.PublicPayer ? 1 : 0;
            AddToClaim(id, record);
        }
    }

    private void AddToClaim(int id, ReadOnlySpan<byte> record)
    {
        if (claim.IsOpen && claim.Add(id, record, new ClaimPlace(text, lines.Line)) is { } reason)
        {
            Refuse(reason);
        }
    }

    /// <summary>Hands on the claim that was being read.</summary>
    private void Finish()
    {
        if (!claim.IsOpen)
        {
            return;
        }

        var place = claim.Place;
        if (claim.Finish(sink) is { } reason)
        {
            sink.Refuse(new RefusedLine(place.File, place.Line, claim.Offset, reason, TakesClaim: true));
            RefusedClaims++;
            refusedSinceHead++;
        }
        else
        {
            Claims++;
            claimsSinceHead++;
            pointsSinceHead += claim.Points;
        }
    }

    private void Close(ReadOnlySpan<byte> record)
    {
        Span<int> room = stackalloc int[4];
        var fields = UkeFields.Of(record, room);
        var (stated, points) = (UkeValues.Number(fields[1]), UkeValues.Number(fields[2]));
        if (stated is null)
        {
            Refuse("total-unreadable");
        }

        CloseHead(stated, points);
    }

    // A published file counts each payer (HO and KO) of a claim; one that counts claims is taken at its word as well.
    private void CloseHead(int? stated, int? points)
    {
        if (stated is { } number
            && ((number != payersSinceHead && number != claimsSinceHead + refusedSinceHead) || (refusedSinceHead == 0 && points is { } sum && sum != pointsSinceHead)))
        {
            Unreconciled.Add(new Unreconciled(text, lines.Line, number, payersSinceHead, claimsSinceHead, refusedSinceHead, points ?? 0, pointsSinceHead));
        }

        (claimsSinceHead, refusedSinceHead, payersSinceHead, pointsSinceHead) = (0, 0, 0, 0);
    }

    private void RefuseClaim(string reason)
    {
        sink.Refuse(new RefusedLine(text, lines.Line, lines.Offset, reason, TakesClaim: true));
        RefusedClaims++;
        refusedSinceHead++;
    }

    private void Refuse(string reason) => sink.Refuse(new RefusedLine(text, lines.Line, lines.Offset, reason, TakesClaim: false));
}

/// <summary>A control record (GO) that states other numbers than stand before it.</summary>
/// <param name="Stated">総件数.</param>
/// <param name="Payers">HO and KO records before it.</param>
/// <param name="Claims">Claims read before it.</param>
/// <param name="StatedPoints">総合計点数.</param>
/// <param name="Points">Points of the main payer of each claim read.</param>
internal readonly record struct Unreconciled(int File, long Line, long Stated, long Payers, long Claims, long Refused, long StatedPoints, long Points);
