using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Cards;

/// <summary>How prompts are counted and when a kind is proposed for retirement (<c>Cards/prompt-counting.yaml</c>).</summary>
/// <param name="FewBelow">Counts below this are marked as few.</param>
/// <param name="Kinds">Names of the kinds of cards, for readers.</param>
public sealed record CountingRules(
    string Version,
    DateOnly Effective,
    ImmutableArray<Source> Sources,
    int FewBelow,
    RetirementRule Retirement,
    ImmutableSortedDictionary<string, Localized> Kinds)
{
    /// <summary>Path among the content files.</summary>
    public const string Path = "Cards/prompt-counting.yaml";

    /// <summary>The rules of the file among these, or null with at least one fault added.</summary>
    public static CountingRules? Load(IEnumerable<ContentFile> files, ICollection<ContentFault> faults)
    {
        if (files.LastOrDefault(file => file.Path == Path) is not { } file)
        {
            faults.Add(new ContentFault(Path, 1, "The file is missing.", "Put it back beside its neighbours."));
            return null;
        }

        var reader = new ContentReader(file);
        var rules = new CountingRulesFile(reader).Read();
        foreach (var fault in reader.Faults)
        {
            faults.Add(fault);
        }

        return reader.Faults.Count == 0 ? rules : null;
    }

    /// <summary>True for a number in which chance weighs much; none at all is not few.</summary>
    public bool IsFew(int count) => count > 0 && count < FewBelow;

    /// <summary>The kind's name for readers; a kind without one is called by its id.</summary>
    public Localized NameOf(string kind) => Kinds.GetValueOrDefault(kind) ?? new Localized(kind, kind);
}

/// <summary>When the report proposes to retire a kind of card; it only proposes.</summary>
/// <param name="AcceptanceBelowPercent">Accepted of all offers, in percent.</param>
/// <param name="OffersAtLeast">Fewer offers say nothing.</param>
/// <param name="AnswersAtLeast">Feedback that must have come to the service, on any of its cards.</param>
/// <param name="Never">Kinds that are never proposed.</param>
public sealed record RetirementRule(
    int AcceptanceBelowPercent,
    int OffersAtLeast,
    int AnswersAtLeast,
    ImmutableSortedSet<string> Never);
