namespace Sbirt.Service.Claims.Synthesis;

/// <summary>What made-up claim files are asked for. The same order always gives the same bytes.</summary>
/// <param name="Members">Persons insured, the planted ones among them.</param>
/// <param name="Months">Months of care.</param>
/// <param name="FirstMonth">The first of them, yyyymm.</param>
/// <param name="Folder">Where the files go; it must be empty or not exist.</param>
internal sealed record SynthesisOrder(int Members, int Months, int FirstMonth, ulong Seed, string Folder, SynthesisForm Form)
{
    public const int LeastMembers = 100;
    public const int MostMembers = District.Most * District.Residents;
    public const int MostMonths = 120;
    public const int EarliestMonth = 202104;
    public const int LatestMonth = 209912;

    /// <summary>The month of care that the planted persons are planted in: the last.</summary>
    public int FocusMonth => CareMonth(Months - 1);

    public int Districts => (Members + District.Residents - 1) / District.Residents;

    /// <summary>The month, yyyymm, so many months after the first.</summary>
    public int CareMonth(int after)
    {
        var months = (FirstMonth / 100 * 12) + (FirstMonth % 100) - 1 + after;
        return (months / 12 * 100) + (months % 12) + 1;
    }

    /// <summary>Members of a district, the planted ones among them.</summary>
    public int MembersOf(int district) => Math.Min(District.Residents, Members - (district * District.Residents));

    /// <summary>The planted persons live in whole districts alone, or in the only one.</summary>
    public int DistrictsWithPlanted => Math.Max(1, Members / District.Residents);
}

/// <summary>In whose form the files are written.</summary>
internal enum SynthesisForm
{
    /// <summary>One file for each institution and month, as institutions bill.</summary>
    Provider,

    /// <summary>One file for each kind of claim and month (RECODEINFO), as insurers receive them.</summary>
    Payer,
}
