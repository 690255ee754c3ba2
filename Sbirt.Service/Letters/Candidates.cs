using System.Collections.Immutable;
using Sbirt.Content.Languages;
using Sbirt.Content.Letters;
using Sbirt.Service.Findings;
using Sbirt.Service.Letters.Lists;
using Sbirt.Service.Letters.Names;

namespace Sbirt.Service.Letters;

/// <summary>A person to be written to, with everything the letter is about.</summary>
/// <param name="Named">Null: letters are written without names.</param>
internal sealed record Candidate(string Person, int Month, ImmutableArray<LetterFinding> Findings, NamedPerson? Named, Language Language);

/// <summary>Who of a scan is to be written to, and who is not and why. Nobody is lost on the way.</summary>
internal sealed class Candidates(LettersOptions options, FindingHistory history, IReadOnlyDictionary<string, NamedPerson>? names, Suppressions? suppressions)
{
    private const string InCare = "psychiatric-care";

    private readonly List<FindingDecision> suppressed = [];

    /// <summary>Suppressions that were found on the list of today, to be kept in the history.</summary>
    public IReadOnlyList<FindingDecision> Suppressed => suppressed;

    public (IReadOnlyList<Candidate> Written, IReadOnlyList<NotWritten> NotWritten) Of(IEnumerable<ScannedFinding> findings)
    {
        var written = new List<Candidate>();
        var not = new List<NotWritten>();
        foreach (var person in findings.GroupBy(finding => finding.Person, StringComparer.Ordinal))
        {
            var all = person.ToList();
            var month = all.Max(finding => finding.Month);
            var holding = all.FindAll(finding => !finding.IsExcluded && history.StandingOf(finding.Person, finding.Month, finding.Signal).Withdrawn is null);
            var named = names?.GetValueOrDefault(person.Key);
            if (WhyNot(person.Key, all, holding, named) is { } why)
            {
                not.Add(new NotWritten(person.Key, month, why.Reason, why.Detail));
                continue;
            }

            written.Add(new Candidate(person.Key, holding.Max(finding => finding.Month), [.. holding.Select(Told)], named, named?.Language ?? options.Language));
        }

        return (written, not);
    }

    private (string Reason, string Detail)? WhyNot(string person, List<ScannedFinding> all, List<ScannedFinding> holding, NamedPerson? named)
    {
        // Suppression first: of such a person nothing else is to be found out.
        if (suppressions?.Of(person, named, options.Written) is { } listed)
        {
            suppressed.Add(listed);
            return (NotWritten.Suppressed, listed.Reason);
        }

        if (history.NoLetter(person, options.Written) is { } kept)
        {
            return (NotWritten.Suppressed, kept.Reason);
        }

        if (holding.Count == 0)
        {
            var excluded = all.Where(finding => finding.IsExcluded).SelectMany(finding => finding.Excluded).Distinct().Order(StringComparer.Ordinal).ToList();
            return all.Exists(finding => !finding.IsExcluded) ? (NotWritten.Withdrawn, "") : (NotWritten.Excluded, string.Join(' ', excluded));
        }

        if (names is null)
        {
            return null;
        }

        return named switch
        {
            null => (NotWritten.NotInNames, ""),
            { Addressee.Name: "" } => (NotWritten.NoName, ""),
            { Addressee.Name: var name } when name.Contains(PersonName.Unknown, StringComparison.Ordinal) => (NotWritten.NameUnclear, ""),
            { Addressee.Address1: "" } => (NotWritten.NoAddress, ""),
            _ => null,
        };
    }

    private static LetterFinding Told(ScannedFinding finding) => new(
        finding.Month,
        finding.Kind,
        finding.Status,
        finding.Value,
        [.. finding.Evidence.Select(evidence => evidence.Institution).Where(institution => institution.Length > 0).Distinct(StringComparer.Ordinal)],
        [.. finding.Evidence.Select(evidence => evidence.What)],
        finding.Excluded.Contains(InCare));
}
