using System.Text.RegularExpressions;

namespace Sbirt.Service.Findings;

/// <summary>Which findings a decision is about.</summary>
internal sealed record FindingTarget(string Person, int? Month, string? Signal);

/// <summary>Turns what was named on the command line into targets; with the folder of a scan it is checked that they are there.</summary>
internal static partial class FindingTargets
{
    /// <exception cref="FindingFaultException">Somebody or something named does not exist.</exception>
    public static IReadOnlyList<FindingTarget> Of(IReadOnlyCollection<string> named, int? month, string? signal)
    {
        var folders = named.Where(Directory.Exists).ToList();
        var persons = named.Except(folders).Distinct().ToList();
        if (persons.Find(person => !Pseudonym().IsMatch(person)) is { } wrong)
        {
            throw new FindingFaultException($"\"{wrong}\" is neither a folder nor a person. A person is the 32 hexadecimal digits that findings show.");
        }

        if (folders.Count == 0)
        {
            return [.. persons.Select(person => new FindingTarget(person, month, signal))];
        }

        var found = folders.SelectMany(ScannedFindings.In)
            .Where(finding => (month is null || finding.Month == month) && (signal is null || finding.Signal == signal))
            .Select(finding => new FindingTarget(finding.Person, finding.Month, finding.Signal))
            .ToHashSet();
        var there = found.Select(target => target.Person).ToHashSet();
        if (persons.Find(person => !there.Contains(person)) is { } missing)
        {
            throw new FindingFaultException($"The scan holds no such finding of {missing}. Look at its findings.ndjson.");
        }

        if (found.Count == 0)
        {
            throw new FindingFaultException("The scan holds no such finding.");
        }

        return persons.Count > 0
            ? [.. persons.Select(person => new FindingTarget(person, month, signal))]
            : [.. found.OrderBy(target => target.Person, StringComparer.Ordinal).ThenBy(target => target.Month).ThenBy(target => target.Signal, StringComparer.Ordinal)];
    }

    [GeneratedRegex("^[0-9a-f]{32}$", RegexOptions.CultureInvariant)]
    private static partial Regex Pseudonym();
}
