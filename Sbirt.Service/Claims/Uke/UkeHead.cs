using Sbirt.Content.Claims;

namespace Sbirt.Service.Claims.Uke;

/// <summary>The head of a billing file (IR or YK): who bills, what for, and in which month.</summary>
/// <param name="Billed">請求年月 as yyyymm; 0 when it cannot be read.</param>
internal readonly record struct UkeHead(ClaimKind Kind, ShortCode Institution, int Billed)
{
    private const int Fields = 10;

    /// <summary>The head; null when it tells no institution or no kind of claim.</summary>
    public static UkeHead? Of(int record, ReadOnlySpan<byte> line)
    {
        Span<int> room = stackalloc int[Fields];
        var fields = UkeFields.Of(line, room);
        var kind = record == UkeRecords.Pharmacy ? ClaimKind.Dispensing : KindOf(fields[3]);
        var month = UkeValues.Month(record == UkeRecords.Pharmacy ? fields[6] : fields[7]) ?? 0;
        return kind is { } known && InstitutionOf(fields[2], fields[3], fields[4]) is { } institution
            ? new UkeHead(known, institution, month)
            : null;
    }

    /// <summary>都道府県, 点数表 and 医療機関コード as one code of ten digits.</summary>
    public static ShortCode? InstitutionOf(ReadOnlySpan<byte> prefecture, ReadOnlySpan<byte> table, ReadOnlySpan<byte> code)
    {
        if (prefecture.Length != 2 || table.Length != 1 || code.Length != 7)
        {
            return null;
        }

        Span<byte> all = stackalloc byte[10];
        prefecture.CopyTo(all);
        table.CopyTo(all[2..]);
        code.CopyTo(all[3..]);
        return all.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 ? ShortCode.Of(all) : null;
    }

    // 点数表: 1 医科, 3 歯科, 4 調剤. A DPC file says 1 as well; its claims show by their BU record.
    private static ClaimKind? KindOf(ReadOnlySpan<byte> table) => table switch
    {
        [(byte)'1'] => ClaimKind.Medical,
        [(byte)'3'] => ClaimKind.Dental,
        [(byte)'4'] => ClaimKind.Dispensing,
        _ => null,
    };
}
