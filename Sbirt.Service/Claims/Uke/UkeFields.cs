using System.Numerics;
using System.Runtime.Intrinsics;

namespace Sbirt.Service.Claims.Uke;

/// <summary>
/// The fields of one record by their number, 0 being the record's id. A comma is never the second byte of a CP932
/// character, so the bytes can be split as they are; nothing is decoded.
/// </summary>
internal readonly ref struct UkeFields
{
    private readonly ReadOnlySpan<byte> line;
    private readonly ReadOnlySpan<int> commas;

    private UkeFields(ReadOnlySpan<byte> line, ReadOnlySpan<int> commas)
    {
        this.line = line;
        this.commas = commas;
    }

    /// <summary>A field, or an empty one when the record is shorter.</summary>
    public ReadOnlySpan<byte> this[int number]
    {
        get
        {
            if (number > commas.Length)
            {
                return default;
            }

            var start = number == 0 ? 0 : commas[number - 1] + 1;
            return number == commas.Length ? line[start..End(start)] : line[start..commas[number]];
        }
    }

    /// <summary>
    /// Finds the first fields of a record. Half of a record's bytes are commas, so they are found 32 bytes at a time and not
    /// one by one; the plain way is kept in the tests.
    /// </summary>
    /// <param name="room">One place for each field that is asked for, and one more.</param>
    public static UkeFields Of(ReadOnlySpan<byte> record, Span<int> room)
    {
        var (count, at) = (0, 0);
        for (; count < room.Length && record.Length - at >= Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            count = Take(Vector256.Create(record[at..]), at, room, count);
        }

        if (count < room.Length && at < record.Length)
        {
            Span<byte> last = stackalloc byte[Vector256<byte>.Count];
            record[at..].CopyTo(last);
            count = Take(Vector256.Create<byte>(last), at, room, count);
        }

        return new UkeFields(record, room[..count]);
    }

    private static int Take(Vector256<byte> bytes, int at, Span<int> room, int count)
    {
        for (var commas = Vector256.Equals(bytes, Vector256.Create((byte)',')).ExtractMostSignificantBits();
            commas != 0 && count < room.Length;
            commas &= commas - 1)
        {
            room[count++] = at + BitOperations.TrailingZeroCount(commas);
        }

        return count;
    }

    // Behind the last comma that was looked for there may be more fields.
    private int End(int start) => line[start..].IndexOf((byte)',') is >= 0 and var next ? start + next : line.Length;
}
