using System.Collections.Immutable;
using System.Globalization;
using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Facts;

namespace Sbirt.Service.Claims.ClickHouse;

/// <summary>
/// A kind of fact row as a table: its columns, and the row as <c>RowBinary</c>. Every table begins with whom a row is
/// about, the block it was inserted with, and where it stands in what was sent in.
/// </summary>
/// <param name="order">The column by which one person's rows lie in order of time.</param>
/// <param name="columns">The columns that are the table's own, with their types.</param>
/// <param name="amount">A number of the row, added up to hold what was read against what was loaded.</param>
internal abstract class FactTable<T>(string name, string order, ImmutableArray<(string Name, string Type)> columns, string amount) : IFactTable
    where T : unmanaged, IFactRow
{
    private static readonly ImmutableArray<(string Name, string Type)> Common =
    [
        ("person", "UInt64"), ("rest", "UInt64"), ("branch", "UInt16"), ("name", "UInt64"), ("sex", "UInt8"), ("born", "UInt16"),
        ("block", "UInt64"), ("text", "Int32"), ("line", "Int64"),
    ];

    private const int BlockOffset = 8 + 8 + 2 + 8 + 1 + 2;

    private readonly ImmutableArray<(string Name, string Type)> all = [.. Common, .. columns];

    public string Name => name;

    public string Columns => string.Join(", ", all.Select(column => column.Name));

    public string Definition => $"({string.Join(", ", all.Select(column => $"{column.Name} {column.Type}"))}) ENGINE = MergeTree() ORDER BY (person, rest, {order})";

    /// <summary>The sum over rows by which the two sides are compared; it runs over and begins anew on both.</summary>
    public string Sum => $"sum(person + rest + toUInt64(line) + toUInt64({amount}))";

    public int RowBytes { get; } = Common.Concat(columns).Sum(column => BytesOf(column.Type));

    public ulong SumOf(in T row) => unchecked((ulong)(row.Person.Base >> 64) + (ulong)row.Person.Base + (ulong)PlaceOf(row).Line + (ulong)(long)AmountOf(row));

    public void Write(Span<byte> bytes, in T row)
    {
        var writer = new RowBinaryWriter(bytes[..RowBytes]);
        var (person, place) = (row.Person, PlaceOf(row));
        writer.Add((ulong)(person.Base >> 64));
        writer.Add((ulong)person.Base);
        writer.Add(person.Branch);
        writer.Add(person.Name);
        writer.Add((byte)person.Sex);
        writer.Add(person.BirthYear);
        writer.Add(0UL);
        writer.Add(place.File);
        writer.Add(place.Line);
        WriteRest(ref writer, row);
    }

    /// <summary>Says of rows that were written which block they go with.</summary>
    public void Stamp(Span<byte> rows, ulong block)
    {
        for (; !rows.IsEmpty; rows = rows[RowBytes..])
        {
            System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(rows[BlockOffset..], block);
        }
    }

    /// <param name="numbers">The number of a text in the scan, by the block and the number it was loaded under.</param>
    public T Read(ReadOnlySpan<byte> bytes, TextNumbers numbers)
    {
        var reader = new RowBinaryReader(bytes);
        var person = new ClaimPerson(new UInt128(reader.UInt64(), reader.UInt64()), reader.UInt16(), reader.UInt64(), (ClaimSex)reader.Byte(), reader.UInt16());
        numbers.Enter(reader.UInt64());
        return ReadRest(ref reader, person, new ClaimPlace(numbers[reader.Int32()], reader.Int64()), numbers);
    }

    protected abstract ClaimPlace PlaceOf(in T row);

    protected abstract int AmountOf(in T row);

    protected abstract void WriteRest(ref RowBinaryWriter writer, in T row);

    protected abstract T ReadRest(ref RowBinaryReader reader, ClaimPerson person, ClaimPlace place, TextNumbers numbers);

    private static int BytesOf(string type) => type switch
    {
        "FixedString(16)" => ShortCode.MostBytes,
        _ => int.Parse(type.AsSpan(type.IndexOfAnyInRange('0', '9')), CultureInfo.InvariantCulture) / 8,
    };
}

/// <summary>What of a table does not depend on its rows.</summary>
internal interface IFactTable
{
    string Name { get; }

    string Definition { get; }

    string Sum { get; }
}
