namespace Sbirt.Service.Claims.Uke;

/// <summary>What the points of medicines say of days and amounts (claims 4.4): days are taken for days only where points bear it out.</summary>
/// <param name="Compared">Days of dispensing whose line tells points.</param>
/// <param name="Agreed">How often 薬剤料点数 was 単位薬剤料 times 調剤数量: 調剤数量 counts days.</param>
/// <param name="Priced">Prescription lines of which every price is known.</param>
/// <param name="PricedAgreed">How often the sum of price times 使用量 was 単位薬剤料: 使用量 is the amount of one day.</param>
internal readonly record struct ArithmeticCheck(long Compared, long Agreed, long Priced, long PricedAgreed)
{
    /// <summary>Below this share of agreement days and amounts are not to be trusted.</summary>
    public const double Enough = 0.95;

    public bool AreDaysSound => Agreed >= Compared * Enough;

    public bool AreAmountsSound => PricedAgreed >= Priced * Enough;

    public static ArithmeticCheck operator +(ArithmeticCheck one, ArithmeticCheck other) =>
        new(one.Compared + other.Compared, one.Agreed + other.Agreed, one.Priced + other.Priced, one.PricedAgreed + other.PricedAgreed);
}
