using System.Collections.Frozen;
using Sbirt.Service.Claims.Masters;

namespace Sbirt.Service.Claims.Uke;

/// <summary>Holds days and amounts of dispensing claims against their points, line by line (claims 4.4).</summary>
/// <param name="prices">Of a drug master; empty: amounts are not compared.</param>
internal sealed class MedicineArithmetic(FrozenDictionary<int, DrugPrice> prices)
{
    private ArithmeticCheck check;
    private long unitPoints;
    private Int128 cost;
    private bool isDoubtful;

    public ArithmeticCheck Check => check;

    /// <param name="points">単位薬剤料 of an SH record; 0: not told.</param>
    public void BeginLine(long points) => (unitPoints, cost, isDoubtful) = (points, 0, false);

    /// <param name="points">薬剤料点数 of a CZ record, when it is told.</param>
    public void AddDays(int supply, int? points)
    {
        if (unitPoints > 0 && points is { } told)
        {
            check += new ArithmeticCheck(1, told == unitPoints * supply ? 1 : 0, 0, 0);
        }
    }

    /// <summary>A medicine of the line, with its 使用量.</summary>
    public void AddMedicine(ReadOnlySpan<byte> code, long amount, DateOnly day)
    {
        if (prices.Count == 0)
        {
            return;
        }

        var price = UkeValues.Number(code) is { } number && prices.TryGetValue(number, out var known) ? known.On(day) : 0;
        isDoubtful |= price == 0 || amount <= 0;
        cost += (Int128)price * amount;
    }

    /// <summary>A medicine of the line cannot be read, so its sum says nothing.</summary>
    public void Doubt() => isDoubtful = true;

    /// <summary>Holds the medicines told so far against the points of the line.</summary>
    public void Compare()
    {
        if (!isDoubtful && cost > 0 && unitPoints > 0)
        {
            check += new ArithmeticCheck(0, 0, 1, DrugPrice.PointsOf(cost) == unitPoints ? 1 : 0);
        }

        (cost, isDoubtful) = (0, false);
    }
}
