namespace Sbirt.Service.Findings;

/// <summary>What somebody decided about findings.</summary>
internal enum FindingAct
{
    /// <summary>A remark; nothing else changes.</summary>
    Annotate,

    /// <summary>The finding stands no more: shown as withdrawn, and no letter comes of it.</summary>
    Withdraw,

    /// <summary>Undoes what was withdrawn, and lets letters go out again.</summary>
    Restore,

    /// <summary>The person gets no letter; findings stay as they are.</summary>
    NoLetter,
}

/// <summary>One line of the history: what was decided about whom, why, on which day and by whom.</summary>
/// <param name="Month">yyyymm; null: every month, later ones too.</param>
/// <param name="Signal">Null: every signal.</param>
/// <param name="Reason">In the words of whoever decided; of <see cref="FindingAct.NoLetter"/> a code such as <c>opt-out</c>.</param>
/// <param name="By">As it was told; nobody is asked to prove it.</param>
/// <param name="Until">The last day it holds; null: no end.</param>
internal sealed record FindingDecision(
    FindingAct Act, string Person, int? Month, string? Signal, string Reason, DateOnly Date, string By, DateOnly? Until = null)
{
    public bool IsAbout(string person, int month, string signal) =>
        Person == person && (Month is null || Month == month) && (Signal is null || Signal == signal);
}

/// <summary>How a finding stands after all decisions.</summary>
/// <param name="Withdrawn">Null: it holds.</param>
internal sealed record FindingStanding(FindingDecision? Withdrawn, IReadOnlyList<FindingDecision> Annotations)
{
    public static FindingStanding Untouched { get; } = new(null, []);
}
