using System.Buffers.Binary;
using System.Numerics;

namespace Sbirt.FhirAdapter.Json;

/// <summary>
/// Tells in one pass over the tokens whether a name may stand twice in one object: each name of the objects that are open
/// leaves a mark, and equal marks are a suspicion. Two different names may share a mark, so a suspicion is looked into
/// (<see cref="DuplicateKey"/>); without one there is no repetition.
/// </summary>
internal ref struct NameMarks(Span<ulong> marks, Span<int> starts)
{
    /// <summary>Room that nearly every document gets by with; one that needs more is suspected.</summary>
    public const int Names = 512;
    public const int Objects = 64;
    private const int NamesOfOne = 64;

    private readonly Span<ulong> marks = marks;
    private readonly Span<int> starts = starts;
    private int top;
    private int open;

    /// <summary>True: a name may stand twice in one object.</summary>
    public bool MayRepeat { get; private set; }

    public void Open()
    {
        if (open == starts.Length)
        {
            MayRepeat = true;
        }

        if (!MayRepeat)
        {
            starts[open++] = top;
        }
    }

    public void Close()
    {
        if (!MayRepeat)
        {
            top = starts[--open];
        }
    }

    /// <param name="name">As it is written; one that is written with escapes may mean any other.</param>
    public void Add(ReadOnlySpan<byte> name, bool isEscaped)
    {
        if (MayRepeat)
        {
            return;
        }

        var mark = MarkOf(name);
        var siblings = marks[starts[open - 1]..top];
        if (isEscaped || siblings.Length == NamesOfOne || top == marks.Length || siblings.Contains(mark))
        {
            MayRepeat = true;
            return;
        }

        marks[top++] = mark;
    }

    private static ulong MarkOf(ReadOnlySpan<byte> name)
    {
        if (name.Length >= sizeof(ulong))
        {
            var (head, tail) = (BinaryPrimitives.ReadUInt64LittleEndian(name), BinaryPrimitives.ReadUInt64LittleEndian(name[^sizeof(ulong)..]));
            return (head * 0x9E3779B97F4A7C15) ^ BitOperations.RotateLeft(tail, 29) ^ (uint)name.Length;
        }

        var mark = (ulong)name.Length << 56;
        for (var at = 0; at < name.Length; at++)
        {
            mark |= (ulong)name[at] << (8 * at);
        }

        return mark;
    }
}
