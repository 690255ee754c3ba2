namespace Sbirt.Service.Claims.Facts;

/// <summary>
/// Persons of one household with the same birth date and sex. The branch number tells them apart; where it is not told,
/// the name does. One branch, or none, is one person.
/// </summary>
internal static class Twins
{
    private static readonly Twin[] OnlyUntold = [new(0, null)];

    /// <param name="Id">The branch (and one), or the name's hash when that is all there is; 0: nothing told.</param>
    /// <param name="Names">Null: all rows are this person's. Else the names under which its branch appears.</param>
    internal sealed record Twin(ulong Id, HashSet<ulong>? Names)
    {
        public T[] Of<T>(T[] rows)
            where T : unmanaged, IFactRow =>
            Names is null ? rows : Array.FindAll(rows, row => Holds(row.Person));

        private bool Holds(ClaimPerson person) => person.Branch > 0 ? person.Branch == Id : Names!.Contains(person.Name);
    }

    public static IEnumerable<Twin> Of(ReadOnlySpan<ClaimRow> rows)
    {
        var branch = rows[0].Person.Branch;
        foreach (ref readonly var row in rows)
        {
            if (row.Person.Branch != branch && row.Person.Branch > 0 && branch > 0)
            {
                return Several(rows);
            }

            branch = Math.Max(branch, row.Person.Branch);
        }

        return branch == 0 ? OnlyUntold : [new Twin(branch, null)];
    }

    private static List<Twin> Several(ReadOnlySpan<ClaimRow> rows)
    {
        var named = new SortedDictionary<ulong, HashSet<ulong>>();
        foreach (ref readonly var row in rows)
        {
            if (row.Person.Branch > 0)
            {
                named.TryAdd(row.Person.Branch, []);
                named[row.Person.Branch].Add(row.Person.Name);
            }
        }

        var told = named.Values.SelectMany(names => names).ToHashSet();
        foreach (ref readonly var row in rows)
        {
            // Nobody's branch goes with this name: a person of its own, rather than a guess.
            if (row.Person.Branch == 0 && !told.Contains(row.Person.Name))
            {
                named.TryAdd(row.Person.Name | (1UL << 63), [row.Person.Name]);
            }
        }

        return [.. named.Select(each => new Twin(each.Key, each.Value))];
    }
}
