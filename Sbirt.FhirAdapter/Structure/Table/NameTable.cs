using System.Numerics;
using System.Text;

namespace Sbirt.FhirAdapter.Structure.Table;

/// <summary>
/// Finds things by a name given as UTF-8 bytes, without making a string of it. The names are fixed and ours, so a
/// hash of four of their bytes spreads them well enough and cannot be attacked from outside.
/// </summary>
internal sealed class NameTable<T>
    where T : class
{
    private readonly (byte[] Name, T Value)?[] _slots;

    public NameTable(IEnumerable<(string Name, T Value)> members)
    {
        var all = members.ToArray();
        _slots = new (byte[], T)?[BitOperations.RoundUpToPowerOf2((uint)(all.Length * 2) + 1)];
        foreach (var (name, value) in all)
        {
            var utf8 = Encoding.UTF8.GetBytes(name);
            var slot = SlotOf(utf8);
            while (_slots[slot] is not null)
            {
                slot = Next(slot);
            }

            _slots[slot] = (utf8, value);
        }
    }

    public T? Find(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty)
        {
            return null;
        }

        for (var slot = SlotOf(name); _slots[slot] is { } member; slot = Next(slot))
        {
            if (name.SequenceEqual(member.Name))
            {
                return member.Value;
            }
        }

        return null;
    }

    private int SlotOf(ReadOnlySpan<byte> name)
    {
        var mixed = (uint)name.Length | ((uint)name[0] << 8) | ((uint)name[name.Length / 2] << 16) | ((uint)name[^1] << 24);
        return (int)((mixed * 2654435769u) >> 12) & (_slots.Length - 1);
    }

    private int Next(int slot) => (slot + 1) & (_slots.Length - 1);
}
