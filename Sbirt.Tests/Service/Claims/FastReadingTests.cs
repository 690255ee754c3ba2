using System.Text;
using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Files;
using Sbirt.Service.Claims.Uke;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Claims;

/// <summary>The quick ways of the scan against the plain ones, on random input.</summary>
public sealed class FastReadingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(46)]
    public void As_many_fields_are_found_as_there_is_room_and_one_more(int room)
    {
        var random = new Random(room);
        for (var round = 0; round < 2_000; round++)
        {
            var record = Record(random, random.Next(200));
            var plain = Encoding.Latin1.GetString(record).Split(',');
            var fields = UkeFields.Of(record, new int[room]);
            for (var number = 0; number <= room; number++)
            {
                Encoding.Latin1.GetString(fields[number]).ShouldBe(number < plain.Length ? plain[number] : "");
            }
        }
    }

    [Fact]
    public void Numbers_are_digits_alone()
    {
        foreach (var text in new[] { "", "0", "7", "007", "123456789", "1234567890", "1a", "-1", "+1", " 1", "1 ", "1.0", "１" })
        {
            var plain = text.Length is > 0 and < 10 && text.All(char.IsAsciiDigit) ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : (int?)null;
            UkeValues.Number(Encoding.UTF8.GetBytes(text)).ShouldBe(plain, text);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(LineReader.BlockBytes - 40)]
    [InlineData(3 * LineReader.BlockBytes)]
    public void A_forbidden_character_marks_its_own_line_wherever_the_block_ends(int before)
    {
        var random = new Random(before);
        var text = new List<byte>();
        var marked = new List<bool>();
        while (text.Count < before + 10_000)
        {
            var isMarked = text.Count >= before && random.Next(4) == 0;
            byte[] line = [.. Record(random, 5 + random.Next(60)), .. isMarked ? [(byte)"\0\"\u001a"[random.Next(3)]] : Array.Empty<byte>(), .. Record(random, random.Next(9)), (byte)'\r', (byte)'\n'];
            text.AddRange(line);
            marked.Add(isMarked);
        }

        var lines = new LineReader(new MemoryStream([.. text]));
        _ = lines.Head();
        foreach (var isMarked in marked)
        {
            lines.TryRead(out _, out _).ShouldBeTrue();
            lines.IsMarked.ShouldBe(isMarked, $"line {lines.Line}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5_000)]
    public void Rows_come_person_by_person_in_the_order_of_hashes(int count)
    {
        var random = new Random(count);
        var persons = Enumerable.Range(0, 1 + (count / 3)).Select(_ => new UInt128((ulong)random.NextInt64() << 1, (ulong)random.NextInt64())).ToArray();

        // Some share their first 64 bits, as hardly ever.
        persons = [.. persons, .. persons.Take(10).Select(person => person + 1), .. persons.Take(10).Select(person => person - 1)];
        var rows = Enumerable.Range(1, count).Select(line => Row(persons[random.Next(persons.Length)], line)).ToArray();
        var sorted = new PersonRows<ClaimRow>();
        sorted.Read.AddRange(rows);
        sorted.Sort();
        var found = new List<(UInt128 Person, long[] Lines)>();
        var own = new List<ClaimRow>();
        while (sorted.Next is { } person)
        {
            sorted.Take(person, own);
            found.Add((person, [.. own.Select(row => row.Place.Line).Order()]));
        }

        var plain = rows.GroupBy(row => row.Base).OrderBy(same => same.Key).ToList();
        found.Select(each => each.Person).ShouldBe(plain.Select(same => same.Key));
        found.SelectMany(each => each.Lines).ShouldBe(plain.SelectMany(same => same.Select(row => row.Place.Line)));
    }

    [Fact]
    public void A_row_gives_back_the_fact_it_was_made_of()
    {
        var person = new ClaimPerson(UInt128.MaxValue - 5, 3, ulong.MaxValue, ClaimSex.Female, 1980);
        var claim = new ClaimFact(ClaimKind.Dpc, true, 202609, Code("2711234567"), Code("2711234568"), 31, 99_999_999, ClaimSigns.Epilepsy | ClaimSigns.PublicAssistance, new(7, long.MaxValue));
        var dispensing = new DispensingFact(new(2026, 9, 30), true, Code("620006836"), 12, IntakeForm.AsNeeded, 123_456_789_012, 30, 4, Code("2711234567"), Code("2741234567"), new(7, 9), true);
        var disease = new DiseaseFact(202609, Code("2711234567"), Code("3450001"), true, true, new(7, 10));
        new ClaimRow(person, claim, 202610).Fact.ShouldBe(claim);
        new ClaimRow(person, claim, 202610).Person.ShouldBe(person);
        new DispensingRow(person, dispensing, claim.Place).Fact.ShouldBe(dispensing);
        new DispensingRow(person, dispensing, claim.Place).Claim.ShouldBe(claim.Place);
        new DispensingRow(person, dispensing, claim.Place).Person.ShouldBe(person);
        new DiseaseRow(person, disease, claim.Place).Fact.ShouldBe(disease);
        new DiseaseRow(person, disease, claim.Place).Claim.ShouldBe(claim.Place);
        new DiseaseRow(person, disease, claim.Place).Person.ShouldBe(person);
    }

    private static ShortCode Code(string text) => ShortCode.Of(text)!.Value;

    private static ClaimRow Row(UInt128 person, long line) =>
        new(new ClaimPerson(person, 0, 0, ClaimSex.Unknown, 0), new ClaimFact(ClaimKind.Medical, false, 202609, default, default, 0, 0, ClaimSigns.None, new(0, line)), 202610);

    private static byte[] Record(Random random, int length) =>
        [.. Enumerable.Range(0, length).Select(_ => random.Next(3) == 0 ? (byte)',' : (byte)(0x30 + random.Next(0xC0)))];
}
