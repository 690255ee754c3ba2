namespace Sbirt.Service.Claims.Uke;

/// <summary>The two letters a record begins with, as one number, and which of them exist in which kind of claim file.</summary>
internal static class UkeRecords
{
    public const int Institution = ('I' << 8) | 'R';
    public const int Pharmacy = ('Y' << 8) | 'K';
    public const int Management = ('M' << 8) | 'N';
    public const int Receipt = ('R' << 8) | 'E';
    public const int Insurer = ('H' << 8) | 'O';
    public const int PublicPayer = ('K' << 8) | 'O';
    public const int Qualification = ('S' << 8) | 'N';
    public const int Disease = ('S' << 8) | 'Y';
    public const int Act = ('S' << 8) | 'I';
    public const int Medicine = ('I' << 8) | 'Y';
    public const int Prescription = ('S' << 8) | 'H';
    public const int Dispensing = ('C' << 8) | 'Z';
    public const int Coding = ('C' << 8) | 'D';
    public const int Bundle = ('B' << 8) | 'U';
    public const int Material = ('T' << 8) | 'O';
    public const int Comment = ('C' << 8) | 'O';
    public const int Total = ('G' << 8) | 'O';

    // 記録条件仕様 of 医科, DPC, 歯科 and 調剤, and what payers add: known, and without anything the scan counts.
    private static readonly bool[] Known = Flags(
    [
        "IR", "YK", "MN", "RE", "HO", "KO", "SN", "SY", "SI", "IY", "TO", "CO", "SJ", "GO", "JD", "MF", "TI", "TR", "TS", "KH", "NI",
        "RC", "JY", "EX", "ON", "GR", "BU", "SB", "KK", "SK", "GA", "HH", "GT", "CD", "HS", "SS", "SH", "CZ", "TK", "KI", "ST",
    ]);

    /// <summary>The id of a record, or 0 when it begins otherwise.</summary>
    public static int Of(ReadOnlySpan<byte> record) => record switch
    {
        [var first, var second, (byte)',', ..] => (first << 8) | second,
        [var first, var second] => (first << 8) | second,
        _ => 0,
    };

    public static bool IsKnown(int id) => Known[id];

    // Asked for every line, so a place for every id there can be.
    private static bool[] Flags(string[] ids)
    {
        var flags = new bool[ushort.MaxValue + 1];
        Array.ForEach(ids, id => flags[(id[0] << 8) | id[1]] = true);
        return flags;
    }
}
