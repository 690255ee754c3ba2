using System.Runtime.InteropServices;

namespace Sbirt.Service.Claims.Facts;

/// <summary>Rows in the order of persons, of which one person's are a stretch.</summary>
internal sealed class PersonRows<T>
    where T : unmanaged, IFactRow
{
    private ulong[] keys = [];
    private int[] order = [];
    private T[] sorted = [];
    private int count;
    private int at;

    /// <summary>The rows that were read; they are put in order by <see cref="Sort"/>.</summary>
    public List<T> Read { get; } = [];

    /// <summary>The person of the next stretch, or null at the end.</summary>
    public UInt128? Next => at < count ? sorted[at].Person.Base : null;

    public void Sort()
    {
        (count, at) = (Read.Count, 0);
        if (keys.Length < count)
        {
            (keys, order, sorted) = (new ulong[2 * count], new int[2 * count], new T[2 * count]);
        }

        var rows = CollectionsMarshal.AsSpan(Read);
        for (var row = 0; row < count; row++)
        {
            keys[row] = (ulong)(rows[row].Person.Base >> 64);
            order[row] = row;
        }

        keys.AsSpan(0, count).Sort(order.AsSpan(0, count));
        for (var row = 0; row < count; row++)
        {
            sorted[row] = rows[order[row]];
        }

        SortAlike();
    }

    /// <summary>The rows of this person, which must be the next or one that has none.</summary>
    public Span<T> Take(UInt128 person)
    {
        var begin = at;
        while (at < count && sorted[at].Person.Base == person)
        {
            at++;
        }

        return sorted.AsSpan(begin, at - begin);
    }

    // Persons whose first 64 bits are the same: hardly ever, and then by all 128.
    private void SortAlike()
    {
        for (var begin = 0; begin < count;)
        {
            var end = begin + 1;
            var isMixed = false;
            while (end < count && keys[end] == keys[begin])
            {
                isMixed |= sorted[end].Person.Base != sorted[begin].Person.Base;
                end++;
            }

            if (isMixed)
            {
                sorted.AsSpan(begin, end - begin).Sort((one, other) => one.Person.Base.CompareTo(other.Person.Base));
            }

            begin = end;
        }
    }
}
