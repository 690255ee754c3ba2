using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sbirt.Service.Claims.Facts;

/// <summary>Rows in the order of persons. The rows stay where they were read; what is put in order are their numbers.</summary>
internal sealed class PersonRows<T>
    where T : unmanaged, IFactRow
{
    private ulong[] keys = [];
    private int[] order = [];
    private int[] begins = [];
    private int count;
    private int at;

    /// <summary>The rows that were read; they are put in order by <see cref="Sort"/>.</summary>
    public List<T> Read { get; } = [];

    /// <summary>The person of the next rows, or null at the end.</summary>
    public UInt128? Next => at < count ? CollectionsMarshal.AsSpan(Read)[order[at]].Base : null;

    /// <summary>
    /// By hash. Hashes are spread evenly, so each row is put near its place at once and moved a step or two from there; that is
    /// several times as fast as a sort that compares.
    /// </summary>
    // Called a few times and then runs for seconds: compiled once for speed instead of step by step.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sort()
    {
        (count, at) = (Read.Count, 0);
        if (count == 0)
        {
            return;
        }

        var rows = CollectionsMarshal.AsSpan(Read);
        MakeRoom();
        Spread(rows);
        for (var row = 1; row < count; row++)
        {
            for (var back = row; back > 0 && IsBehind(rows, back - 1, back); back--)
            {
                (keys[back - 1], keys[back], order[back - 1], order[back]) = (keys[back], keys[back - 1], order[back], order[back - 1]);
            }
        }
    }

    /// <summary>Takes the rows of this person, which must be the next or one that has none.</summary>
    public void Take(UInt128 person, List<T> into)
    {
        into.Clear();
        var rows = CollectionsMarshal.AsSpan(Read);
        for (; at < count && rows[order[at]].Base == person; at++)
        {
            into.Add(rows[order[at]]);
        }
    }

    private bool IsBehind(ReadOnlySpan<T> rows, int one, int other) =>
        keys[one] > keys[other] || (keys[one] == keys[other] && rows[order[one]].Base > rows[order[other]].Base);

    private void MakeRoom()
    {
        if (keys.Length < count)
        {
            var room = (int)BitOperations.RoundUpToPowerOf2((uint)count);
            (keys, order, begins) = (new ulong[room], new int[room], new int[room + 1]);
        }
    }

    // A counting sort over as many stretches of hashes as there are rows.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Spread(ReadOnlySpan<T> rows)
    {
        var (least, most) = (ulong.MaxValue, ulong.MinValue);
        foreach (ref readonly var row in rows)
        {
            var key = KeyOf(row);
            (least, most) = (Math.Min(least, key), Math.Max(most, key));
        }

        var shift = Math.Max(0, 64 - BitOperations.LeadingZeroCount(most - least) - BitOperations.Log2((uint)keys.Length));
        Array.Clear(begins);
        foreach (ref readonly var row in rows)
        {
            begins[(int)((KeyOf(row) - least) >> shift) + 1]++;
        }

        for (var stretch = 1; stretch < begins.Length; stretch++)
        {
            begins[stretch] += begins[stretch - 1];
        }

        for (var row = 0; row < rows.Length; row++)
        {
            var key = KeyOf(rows[row]);
            var place = begins[(int)((key - least) >> shift)]++;
            (keys[place], order[place]) = (key, row);
        }
    }

    private static ulong KeyOf(in T row) => (ulong)(row.Base >> 64);
}
