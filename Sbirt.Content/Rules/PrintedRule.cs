using System.Collections.Immutable;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Rules;

/// <summary>A rule as it prints itself at <c>/rules</c>, so that anybody can hold a result against it.</summary>
/// <param name="Id">Stable and unique, e.g. <c>jp-mhlw/audit/total</c>.</param>
/// <param name="Version">Version of the file the rule stands in.</param>
/// <param name="Effective">From when its source holds.</param>
/// <param name="Note">What a reader must know of it; null: nothing.</param>
public sealed record PrintedRule(
    string Id,
    string Version,
    Localized Title,
    DateOnly Effective,
    ImmutableArray<PrintedCutOff> CutOffs,
    ImmutableArray<Source> Sources,
    Localized? Note = null);

/// <summary>One limit of a rule: what is looked at, and the value or codes it is held against.</summary>
public sealed record PrintedCutOff(Localized What, Localized Limit)
{
    /// <summary>A limit that reads the same in both languages, e.g. <c>8–14</c>.</summary>
    public PrintedCutOff(Localized what, string limit)
        : this(what, new Localized(limit, limit))
    {
    }
}

/// <summary>Rules that belong together.</summary>
/// <param name="Id">Stable, e.g. <c>screening-prompts</c> or the id of a threshold pack.</param>
public sealed record RuleChapter(string Id, Localized Title, ImmutableArray<PrintedRule> Rules);
