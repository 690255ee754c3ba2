using System.Globalization;

namespace Sbirt.Service.Claims.Synthesis;

/// <summary>
/// One file for each kind of claim and billing month, as insurers receive them: three columns before each record, and each claim
/// begun by its management record (MN) and the head of its institution.
/// </summary>
internal sealed class PayerOutput(string folder) : IClaimOutput
{
    private const byte EndMark = 0x1A;
    private static readonly string[] Names = ["11_RECODEINFO_MED.CSV", "12_RECODEINFO_DPC.CSV", "13_RECODEINFO_DEN.CSV", "14_RECODEINFO_PHA.CSV"];

    private readonly RecordBytes[] pending = [.. Names.Select(_ => new RecordBytes { IsPayerForm = true })];
    private readonly Dictionary<(int Billed, int Kind), FileStream> files = [];
    private readonly Dictionary<(int Billed, int Kind), int> claims = [];
    private int month;
    private int kind;

    public long Bytes { get; private set; }

    public RecordBytes Records => pending[kind];

    public int Begin(District district, ClaimDraft draft, Payer payer, int billed)
    {
        month = billed;
        kind = draft.Work switch
        {
            ClaimWork.BundledStay => 1,
            ClaimWork.Dental => 2,
            ClaimWork.Dispensing => 3,
            _ => 0,
        };
        var number = claims.GetValueOrDefault((month, kind)) + 1;
        claims[(month, kind)] = number;
        var office = payer == Payer.Municipal ? Office.Federation : Office.Fund;
        Records.BeginClaim();
        Records.Begin("MN"u8, byPayer: true);
        Records.Field(((kind + 1) * 100_000_000L) + number, 9).Empty()
            .Field((((month * 10L) + kind) * 1_000_000_000L) + number, 17).Empty(3).End();
        BillingFile.WriteHead(Records, district[draft.Institution], office, billed);
        return number;
    }

    public void Take(Payer payer, int points)
    {
        const int WriteOutFrom = 1 << 18;
        if (Records.Length >= WriteOutFrom)
        {
            WriteOut(kind);
        }
    }

    public void CloseMonth()
    {
        for (var each = 0; each < pending.Length; each++)
        {
            WriteOut(each);
        }
    }

    public void Dispose()
    {
        foreach (var file in files.Values)
        {
            file.WriteByte(EndMark);
            file.Dispose();
        }
    }

    private void WriteOut(int each)
    {
        if (pending[each].Length == 0)
        {
            return;
        }

        if (!files.TryGetValue((month, each), out var file))
        {
            var path = Directory.CreateDirectory(Path.Combine(folder, month.ToString(CultureInfo.InvariantCulture)));
            file = new FileStream(Path.Combine(path.FullName, Names[each]), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
            files.Add((month, each), file);
        }

        file.Write(pending[each].Written);
        Bytes += pending[each].Length;
        pending[each].Clear();
    }
}
