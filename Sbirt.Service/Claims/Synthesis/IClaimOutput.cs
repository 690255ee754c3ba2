namespace Sbirt.Service.Claims.Synthesis;

/// <summary>Where the claims of a district go, month after month.</summary>
internal interface IClaimOutput : IDisposable
{
    /// <summary>Bytes put into files so far.</summary>
    long Bytes { get; }

    /// <summary>The records of a claim are written here before it is taken.</summary>
    RecordBytes Records { get; }

    /// <summary>Begins a claim; answers its number in its file.</summary>
    int Begin(District district, ClaimDraft draft, Payer payer, int billed);

    /// <summary>Takes the claim whose records were written.</summary>
    void Take(Payer payer, int points);

    /// <summary>All claims of the district and of this billing month were taken.</summary>
    void CloseMonth();
}
