namespace Sbirt.Content.Claims;

/// <summary>What a claim (レセプト) is for.</summary>
public enum ClaimKind
{
    /// <summary>医科.</summary>
    Medical = 1,

    /// <summary>DPC, always of a stay in hospital.</summary>
    Dpc = 2,

    /// <summary>歯科.</summary>
    Dental = 3,

    /// <summary>調剤.</summary>
    Dispensing = 4,
}

/// <summary>How a medicine is taken, as far as days can be counted from it (剤形 and 診療識別).</summary>
public enum IntakeForm
{
    Unknown = 0,

    /// <summary>内服: an amount for each day, and days.</summary>
    Daily = 1,

    /// <summary>屯服: an amount for each time, and times; days are an estimate.</summary>
    AsNeeded = 2,

    /// <summary>外用, 注射 and all else: no days can be told.</summary>
    Other = 3,
}

/// <summary>
/// What on a claim makes many claims nobody's concern (domain rule: a high count is not misuse). A signal names those it
/// respects; each that was found is shown with the finding.
/// </summary>
[Flags]
public enum ClaimSigns
{
    None = 0,
    Dialysis = 1,
    Cancer = 2,
    PalliativeCare = 4,
    Epilepsy = 8,

    /// <summary>第三者行為: somebody else caused the injury.</summary>
    ThirdParty = 16,
    Maternity = 32,

    /// <summary>紹介: the visit came about by a referral letter.</summary>
    ReferralLetter = 64,

    /// <summary>自立支援医療(精神通院), 法別番号 21: in psychiatric care already.</summary>
    PsychiatricCare = 128,

    /// <summary>生活保護, 法別番号 12.</summary>
    PublicAssistance = 256,
}
