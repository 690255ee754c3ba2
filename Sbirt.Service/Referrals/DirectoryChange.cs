using System.Collections.Immutable;
using Sbirt.Content.Referrals;

namespace Sbirt.Service.Referrals;

/// <summary>What an import does to one place.</summary>
/// <param name="Columns">Columns that differ; empty unless changed.</param>
internal sealed record DirectoryChange(string Id, string Name, DirectoryChangeKind Kind, ImmutableArray<PlaceColumn> Columns)
{
    /// <summary>What differs from one directory to the next, by id.</summary>
    public static ImmutableArray<DirectoryChange> Between(PlaceDirectory? before, PlaceDirectory after)
    {
        var old = (before?.Places ?? []).ToDictionary(place => place.Id, StringComparer.Ordinal);
        var now = after.Places.ToDictionary(place => place.Id, StringComparer.Ordinal);
        var changes = now.Values
            .Select(place => old.TryGetValue(place.Id, out var was) ? Changed(was, place) : Whole(place, DirectoryChangeKind.Added))
            .OfType<DirectoryChange>()
            .Concat(old.Values.Where(place => !now.ContainsKey(place.Id)).Select(place => Whole(place, DirectoryChangeKind.Removed)));
        return [.. changes.OrderBy(change => change.Id, StringComparer.Ordinal)];
    }

    private static DirectoryChange? Changed(Place was, Place place)
    {
        var (before, after) = (PlaceCells.Of(was), PlaceCells.Of(place));
        ImmutableArray<PlaceColumn> columns =
            [.. before.Keys.Union(after.Keys).Where(column => before.GetValueOrDefault(column) != after.GetValueOrDefault(column)).Order()];
        return columns.IsEmpty ? null : new DirectoryChange(place.Id, place.Name.Ja, DirectoryChangeKind.Changed, columns);
    }

    private static DirectoryChange Whole(Place place, DirectoryChangeKind kind) => new(place.Id, place.Name.Ja, kind, []);
}

/// <summary>Whether a place came, went or differs.</summary>
internal enum DirectoryChangeKind
{
    Added,
    Changed,
    Removed,
}
