namespace Sbirt.Service.Letters;

/// <summary>Why a person with findings gets no letter.</summary>
/// <param name="Month">Of the newest finding, yyyymm.</param>
/// <param name="Detail">More of it, such as the reason of a suppression; empty: nothing.</param>
internal sealed record NotWritten(string Person, int Month, string Reason, string Detail)
{
    /// <summary>An exclusion of the scan takes every finding out of the letters.</summary>
    public const string Excluded = "excluded";

    public const string Withdrawn = "withdrawn";

    public const string Suppressed = "suppressed";

    public const string NotInNames = "not-in-names-file";

    public const string NoName = "no-name";

    /// <summary>A character of the name is not known (〓): it can be corrected in the names file.</summary>
    public const string NameUnclear = "name-with-unknown-character";

    public const string NoAddress = "no-address";

    public const string AddressTooLong = "address-too-long";

    /// <summary>The wording rules do not let the text pass.</summary>
    public const string Wording = "wording";

    /// <summary>True: the payer can mend it, and then there is a letter.</summary>
    public bool CanBeMended => Reason is not (Excluded or Withdrawn or Suppressed);
}
