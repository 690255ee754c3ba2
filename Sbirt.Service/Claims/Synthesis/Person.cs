namespace Sbirt.Service.Claims.Synthesis;

/// <summary>A made-up person.</summary>
/// <param name="Lot">What chance draws about this person begins here.</param>
/// <param name="Household">Number of the household in the district.</param>
/// <param name="Branch">枝番.</param>
/// <param name="Birth">yyyymmdd.</param>
/// <param name="Sex">1 male, 2 female.</param>
/// <param name="Name">Number of the name, see <see cref="MadeUpNames"/>.</param>
/// <param name="Planted">Number among the planted persons; -1: one of the others.</param>
internal readonly record struct Person(
    ulong Lot, int District, int Household, int Branch, int Birth, int Sex, int Name, Payer Payer, int Planted)
{
    /// <summary>被保険者証の番号.</summary>
    public int Number => Household + 1;

    /// <summary>受給者番号 of public assistance and of psychiatric care; of one person alone.</summary>
    public int Recipient => (District / 1000 * 1_000_000) + (Household * 10) + Branch;

    public int AgeIn(int month) => (month / 100) - (Birth / 10_000);
}

/// <summary>Who pays.</summary>
internal enum Payer
{
    /// <summary>協会けんぽ (法別番号 01).</summary>
    Association,

    /// <summary>健保組合 (06).</summary>
    Company,

    /// <summary>市町村国保, six digits.</summary>
    Municipal,

    /// <summary>生活保護 alone (12): a KO record and no HO.</summary>
    PublicAssistance,

    /// <summary>協会けんぽ with 自立支援医療 精神通院 (21).</summary>
    AssociationAndPsychiatricCare,
}
