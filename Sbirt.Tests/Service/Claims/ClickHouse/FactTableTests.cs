using System.Collections.Frozen;
using Sbirt.Content.Claims;
using Sbirt.Service.Claims.ClickHouse;
using Sbirt.Service.Claims.Facts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Claims.ClickHouse;

public sealed class FactTableTests
{
    private const ulong Block = 0xFEDC_BA98_7654_3210;
    private readonly Random random = new(11);

    [Fact]
    public void A_row_comes_back_as_it_was_but_for_the_number_of_its_text()
    {
        for (var round = 0; round < 200; round++)
        {
            var person = new ClaimPerson(new UInt128(Any(), Any()), (ushort)random.Next(101), Any(), (ClaimSex)random.Next(3), (ushort)random.Next(1900, 2030));
            var place = new ClaimPlace(random.Next(5), random.NextInt64(1L << 40));
            Same(FactTables.Claims, new ClaimRow(
                person,
                new ClaimFact((ClaimKind)random.Next(1, 5), random.Next(2) == 0, 202600 + random.Next(1, 13), Code(), Code(), random.Next(), -random.Next(), (ClaimSigns)random.Next(512), place),
                202601));
            Same(FactTables.Dispensings, new DispensingRow(
                person,
                new DispensingFact(
                    new DateOnly(2026, 1, 1).AddDays(random.Next(700)), random.Next(2) == 0, Code(), random.Next(-1, 90), (IntakeForm)random.Next(4), random.NextInt64(), random.Next(), random.Next(), Code(), Code(), place, random.Next(2) == 0),
                place with { Line = 1 }));
            Same(FactTables.Diseases, new DiseaseRow(
                person, new DiseaseFact(202601, Code(), Code(), random.Next(2) == 0, random.Next(2) == 0, place), place with { Line = 2 }));
        }
    }

    private static void Same<T>(FactTable<T> table, T row)
        where T : unmanaged, IFactRow
    {
        var bytes = new byte[2 * table.RowBytes];
        table.Write(bytes, row);
        table.Write(bytes.AsSpan(table.RowBytes), row);
        table.Stamp(bytes, Block);
        var numbers = new TextNumbers(
            new Dictionary<ulong, ulong> { [Block] = 3 }.ToFrozenDictionary(),
            Enumerable.Range(0, 5).ToDictionary(number => (3UL, number), number => number).ToFrozenDictionary());

        table.Read(bytes.AsSpan(table.RowBytes), numbers).ShouldBe(row);
    }

    private ulong Any() => unchecked((ulong)random.NextInt64(long.MinValue, long.MaxValue));

    private ShortCode Code() => ShortCode.Of($"{random.Next()}")!.Value;
}
