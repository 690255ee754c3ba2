namespace Sbirt.Service.Claims.Synthesis;

/// <summary>
/// The claims that one institution bills in one month for one kind of care to one payment office: begun by its head (IR or YK)
/// and closed by its control record (GO) with the sums.
/// </summary>
internal sealed class BillingFile
{
    private int counted;
    private long points;

    /// <summary>Bytes on their way to the file.</summary>
    public RecordBytes Pending { get; } = new();

    /// <summary>Claims so far.</summary>
    public int Claims { get; private set; }

    /// <summary>The file that the bytes go to; null: nothing was written out yet.</summary>
    public string? Path { get; set; }

    public void Clear()
    {
        (counted, points, Claims, Path) = (0, 0, 0, null);
        Pending.Clear();
    }

    /// <summary>The number of the claim that comes next.</summary>
    public int Next() => ++Claims;

    public void Count(Payer payer, int claimPoints)
    {
        counted += ClaimHead.Payers(payer);
        points += claimPoints;
    }

    /// <summary>IR or YK.</summary>
    public static void WriteHead(RecordBytes to, Institution by, Office office, int billed)
    {
        var isPharmacy = by.Table == 4;
        to.Begin(isPharmacy ? "YK"u8 : "IR"u8);
        to.Field((int)office).Field(Institution.Prefecture).Field(by.Table).Field(by.Code);
        _ = isPharmacy ? to : to.Empty();
        to.Field(by.Name).Month(billed, by.WritesEras);
        _ = by.Table == 3 ? to.Field("06-0000-0000"u8).Empty() : to.Field("00"u8).Field("06-0000-0000"u8);
        to.End();
    }

    /// <summary>GO: how many (each payer of a claim counts), and the points of the main payers.</summary>
    public void WriteTotal()
    {
        Pending.Begin("GO"u8);
        Pending.Field(counted).Field(points).Field(99).End();
        Pending.Append([0x1A]);
    }
}

/// <summary>審査支払機関, to whom is billed.</summary>
internal enum Office
{
    /// <summary>社会保険診療報酬支払基金.</summary>
    Fund = 1,

    /// <summary>国民健康保険団体連合会.</summary>
    Federation = 2,
}
