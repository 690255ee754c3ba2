using System.Runtime.InteropServices;

namespace Sbirt.Service.Claims.Facts;

/// <summary>
/// Persons of one household with the same birth date and sex. The branch number tells them apart; where it is not told,
/// the name does (claims 4.7). A claim that tells neither goes with the only person there is.
/// </summary>
internal static class Twins
{
    private const ulong ByName = 1UL << 63;

    /// <param name="Id">The branch (and one), or the name's hash when that is all there is; 0: nothing told.</param>
    /// <param name="All">Whom every row belongs to, by branch and name.</param>
    internal sealed record Twin(ulong Id, Dictionary<(ushort Branch, ulong Name), ulong> All)
    {
        public void Take<T>(List<T> rows, List<T> into)
            where T : unmanaged, IFactRow
        {
            into.Clear();
            into.AddRange(rows.Where(row => All[Told(row.Person)] == Id));
        }
    }

    /// <summary>
    /// The only person these rows are about, as nearly always; null: they must be looked at one by one. Asked of every person,
    /// so it allocates nothing.
    /// </summary>
    public static ulong? Only(List<ClaimRow> claims, List<DispensingRow> dispensings, List<DiseaseRow> diseases)
    {
        var seen = default(Seen);
        return Take(claims, ref seen) && Take(dispensings, ref seen) && Take(diseases, ref seen) && seen.IsOne
            ? IdOf(seen.Branch, seen.Name)
            : null;
    }

    public static IEnumerable<Twin> Of(IEnumerable<ClaimPerson> persons)
    {
        var told = persons.Select(Told).Distinct().ToList();
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

    // False: two branches, and so two persons.
    private static bool Take<T>(List<T> rows, ref Seen seen)
        where T : unmanaged, IFactRow
    {
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows))
        {
            var person = row.Person;
            if (person.Branch > 0 && seen.Branch > 0 && person.Branch != seen.Branch)
            {
                return false;
            }

            seen.Branch = person.Branch > 0 ? person.Branch : seen.Branch;
            seen.NamesDiffer |= person.Name > 0 && seen.Name > 0 && person.Name != seen.Name;
            seen.Name = person.Name > 0 ? person.Name : seen.Name;
            seen.NameWithBranch |= person is { Branch: > 0, Name: > 0 };
            seen.NameAlone |= person is { Branch: 0, Name: > 0 };
        }

        return true;
    }

    /// <summary>What is told of a household's persons of one birth date and sex.</summary>
    private struct Seen
    {
        public ushort Branch;
        public ulong Name;
        public bool NamesDiffer;
        public bool NameWithBranch;
        public bool NameAlone;

        // A name without a branch number goes with the branch that stands beside the same name elsewhere.
        public readonly bool IsOne => !NameAlone || (!NamesDiffer && (Branch == 0 || NameWithBranch));
    }

    private static (ushort Branch, ulong Name) Told(ClaimPerson person) => (person.Branch, person.Name);

    private static ulong IdOf(ushort branch, ulong name) => branch > 0 ? branch : name == 0 ? 0 : name | ByName;
}
