namespace Sbirt.Service.Claims.Synthesis;

/// <summary>What one made-up claim is about, before it is written as records. Used again for the next claim.</summary>
internal sealed class ClaimDraft
{
    public const int MostSupplies = 8;

    private readonly Supply[] supplies = new Supply[MostSupplies];

    public ClaimWork Work { get; set; }

    /// <summary>Index of the billing institution in the district.</summary>
    public int Institution { get; set; }

    /// <summary>Of a dispensing claim: index of the institution that prescribed.</summary>
    public int Prescriber { get; set; }

    /// <summary>診療年月, yyyymm.</summary>
    public int Month { get; set; }

    /// <summary>Bit 0: the first of the month.</summary>
    public uint Days { get; set; }

    /// <summary>Number of the disease, see <see cref="MadeUpDiseases"/>.</summary>
    public int Disease { get; set; }

    public bool IsFirstVisit { get; set; }

    /// <summary>A choice among the acts written, so that claims differ.</summary>
    public int Variant { get; set; }

    /// <summary>Months it is billed later than is usual.</summary>
    public int Late { get; set; }

    /// <summary>It is billed again a month after.</summary>
    public bool IsBilledAgain { get; set; }

    public ReadOnlySpan<Supply> Supplies => supplies.AsSpan(0, SupplyCount);

    private int SupplyCount { get; set; }

    public ClaimDraft Begin(ClaimWork work, int institution, int month, int disease)
    {
        (Work, Institution, Prescriber, Month, Disease) = (work, institution, -1, month, disease);
        (Days, IsFirstVisit, Variant, Late, IsBilledAgain, SupplyCount) = (0, false, 0, 0, false, 0);
        return this;
    }

    public ClaimDraft On(int day)
    {
        Days |= 1u << (day - 1);
        return this;
    }

    public ClaimDraft Give(Supply supply)
    {
        supplies[SupplyCount++] = supply;
        return On(supply.Day);
    }
}

/// <summary>One medicine handed out.</summary>
/// <param name="Medicine">Number in <see cref="MadeUpMedicine.All"/>.</param>
/// <param name="Quantity">調剤数量: days, times, or 1 (外用).</param>
/// <param name="Day">Of the month.</param>
/// <param name="Receipt">処方箋受付回 within the claim, from 1.</param>
/// <param name="Times">So many times the usual amount of a day.</param>
internal readonly record struct Supply(int Medicine, int Quantity, int Day, int Receipt = 1, int Times = 1)
{
    public int Amount => MadeUpMedicine.All[Medicine].Amount * Times;
}

/// <summary>What kind of care a claim is for.</summary>
internal enum ClaimWork
{
    /// <summary>医科 入院外.</summary>
    Visit,

    /// <summary>医科 入院.</summary>
    Stay,

    /// <summary>DPC.</summary>
    BundledStay,

    /// <summary>歯科.</summary>
    Dental,

    /// <summary>調剤.</summary>
    Dispensing,
}
