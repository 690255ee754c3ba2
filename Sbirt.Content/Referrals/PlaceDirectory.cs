using System.Collections.Frozen;
using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Referrals;

/// <summary>The places of one directory, checked, in the order of their ids.</summary>
public sealed class PlaceDirectory
{
    private readonly FrozenDictionary<string, ImmutableArray<Place>> byType;

    private PlaceDirectory(ImmutableArray<Place> places)
    {
        Places = places;
        byType = places
            .GroupBy(place => place.Type, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>Ordered by id, each id once.</summary>
    public ImmutableArray<Place> Places { get; }

    /// <summary>Checks every row; a directory comes of it only when no row has an error.</summary>
    /// <param name="today">The day that "last verified" is held against.</param>
    public static DirectoryCheck Check(ReferralLibrary library, DirectoryReading reading, DateOnly today)
    {
        var check = new PlaceCheck(library, today);
        var places = check.Places(reading);
        var problems = check.Problems;
        return new DirectoryCheck(
            problems.Any(problem => problem.Weight == ProblemWeight.Error) ? null : Of(places),
            problems);
    }

    /// <summary>A directory of places known to be right; the same id twice is the caller's error.</summary>
    /// <exception cref="ArgumentException">Two places have the same id.</exception>
    public static PlaceDirectory Of(IEnumerable<Place> places)
    {
        ImmutableArray<Place> ordered = [.. places.OrderBy(place => place.Id, StringComparer.Ordinal)];
        for (var at = 1; at < ordered.Length; at++)
        {
            if (ordered[at].Id == ordered[at - 1].Id)
            {
                throw new ArgumentException("Two places have the same id.", nameof(places));
            }
        }

        return new PlaceDirectory(ordered);
    }

    /// <summary>Reads a directory in YAML that has to be right: the embedded one, or a clinic's own at start.</summary>
    /// <exception cref="ContentFaultException">With file, line and fix of every error.</exception>
    public static PlaceDirectory Load(ReferralLibrary library, ContentFile file, DateOnly today)
    {
        var check = Check(library, DirectoryYaml.Read(library, file), today);
        return check.Directory ?? throw check.ToFault(library, file.Path);
    }

    /// <summary>The places of one resource type, in the order of their ids.</summary>
    public ImmutableArray<Place> OfType(string code) => byType.GetValueOrDefault(code, []);

    /// <summary>The place of an id; null when there is none.</summary>
    public Place? Find(string id) => Places.FirstOrDefault(place => place.Id == id);
}

/// <summary>What came of checking a directory: every problem, and the directory when none is an error.</summary>
public sealed record DirectoryCheck(PlaceDirectory? Directory, ImmutableArray<DirectoryProblem> Problems)
{
    /// <summary>The errors as content faults, for a directory that stops the start.</summary>
    public ContentFaultException ToFault(ReferralLibrary library, string path) => new(Problems
        .Where(problem => problem.Weight == ProblemWeight.Error)
        .Select(problem => new ContentFault(
            path,
            problem.Line ?? Math.Max(problem.Row, 1),
            problem.Column is { } column ? $"{library.Words.NameOf(column).En}: {problem.What.En}" : problem.What.En,
            problem.Fix.En)));
}
