namespace Sbirt.Service.Claims.Masters;

/// <summary>What one unit of a medicine costs, in hundredths of a yen (薬価), and what it cost before the last change.</summary>
/// <param name="Since">変更年月日.</param>
/// <param name="Before">0: not told.</param>
internal readonly record struct DrugPrice(long Now, DateOnly Since, long Before)
{
    private const long AmountInUnit = 100_000;
    private const long SenInPoint = 1_000;

    /// <summary>0: not told.</summary>
    public long On(DateOnly day) => day >= Since ? Now : Before;

    /// <summary>
    /// Points of a sum of price times amount (hundred-thousandths of a unit): tens of yen, five rounded down (五捨五超入), one at
    /// the least.
    /// </summary>
    public static long PointsOf(Int128 cost)
    {
        var point = (Int128)AmountInUnit * SenInPoint;
        return (long)Int128.Max(1, (cost + (point / 2) - 1) / point);
    }
}
