namespace Sbirt.Service.Claims.Facts;

/// <summary>
/// Persons of one household with the same birth date and sex. The branch number tells them apart; where it is not told,
/// the name does (claims 4.7). A claim that tells neither goes with the only person there is.
/// </summary>
internal static class Twins
{
    private const ulong ByName = 1UL << 63;

    /// <param name="Id">The branch (and one), or the name's hash when that is all there is; 0: nothing told.</param>
    /// <param name="Others">Null: all rows are this person's. Else whom every row belongs to, by branch and name.</param>
    internal sealed record Twin(ulong Id, Dictionary<(ushort Branch, ulong Name), ulong>? Others)
    {
        public T[] Of<T>(T[] rows)
            where T : unmanaged, IFactRow =>
            Others is null ? rows : Array.FindAll(rows, row => Others[(row.Person.Branch, row.Person.Name)] == Id);
    }

    public static IEnumerable<Twin> Of(ClaimRow[] rows)
    {
        var first = rows[0].Person;
        return Array.TrueForAll(rows, row => row.Person.Branch == first.Branch && (first.Branch > 0 || row.Person.Name == first.Name))
            ? [new Twin(IdOf(first.Branch, first.Name), null)]
            : Several(rows);
    }

    private static IEnumerable<Twin> Several(ClaimRow[] rows)
    {
        var told = rows.Select(row => (row.Person.Branch, row.Person.Name)).Distinct().ToList();
        var branchOf = told.Where(each => each.Branch > 0 && each.Name > 0).OrderBy(each => each.Branch)
            .DistinctBy(each => each.Name).ToDictionary(each => each.Name, each => each.Branch);
        var ids = told.ToDictionary(each => each, each => each.Branch > 0 || !branchOf.TryGetValue(each.Name, out var branch)
            ? IdOf(each.Branch, each.Name)
            : branch);
        if (ids.TryGetValue((0, 0), out var untold) && ids.Values.Where(id => id != untold).Distinct().Take(2).ToList() is [var only])
        {
            ids[(0, 0)] = only;
        }

        return ids.Values.Distinct().Order().Select(id => new Twin(id, ids));
    }

    private static ulong IdOf(ushort branch, ulong name) => branch > 0 ? branch : name == 0 ? 0 : name | ByName;
}
