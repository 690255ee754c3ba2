using System.Collections.Immutable;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Cards;

/// <summary>What one prompt says, in one language, before it becomes a CDS Hooks card.</summary>
/// <param name="Kind">Stable name of what it is about, e.g. <c>invite</c>; the governor and the report count by it.</param>
/// <param name="Level">How serious the situation is; a higher level than the last one counts as a worsening.</param>
/// <param name="Summary">Under 140 characters (CDS Hooks 2.0, card attributes).</param>
/// <param name="Detail">GitHub-flavoured Markdown made by us; values in it are escaped.</param>
/// <param name="ChooseSeveral">True: more than one suggestion may be accepted.</param>
/// <param name="OverrideReasons">What the reader can say when the prompt does not help.</param>
public sealed record Card(
    string Kind,
    Seriousness Level,
    CardIndicator Indicator,
    string Summary,
    string Detail,
    ImmutableArray<CardSuggestion> Suggestions,
    ImmutableArray<OverrideReason> OverrideReasons,
    Language Language,
    bool ChooseSeveral = false)
{
    /// <summary>True when nobody may keep it quiet: somebody must be safe now.</summary>
    public bool IsSafety => Level == Seriousness.Urgent;
}

/// <summary>How pressing a card is, in the words of CDS Hooks.</summary>
public enum CardIndicator
{
    Info,
    Warning,
    Critical,
}

/// <summary>One thing the reader can accept with a click; all of its proposals belong together.</summary>
/// <param name="Id">Stable within the card, e.g. <c>ask-now</c>.</param>
public sealed record CardSuggestion(string Id, string Label, bool IsRecommended, ImmutableArray<Proposal> Proposals);

/// <summary>Why a card was set aside.</summary>
/// <param name="QuietDays">How long the same kind stays quiet after this reason.</param>
public sealed record OverrideReason(string Code, Localized Display, int QuietDays);
