using System.Text;
using Sbirt.Service.Screening.Sheets;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Screening;

public sealed class SheetFileTests
{
    [Fact]
    public void Ndjson_gives_each_line_with_its_number_and_passes_over_blank_ones() =>
        Documents("{\"a\":1}\n\n{\"b\":2}\r\n   \n{\"c\":3}").ShouldBe([(1, "{\"a\":1}"), (3, "{\"b\":2}\r"), (5, "{\"c\":3}")]);

    [Fact]
    public void A_document_over_several_lines_is_one() =>
        Documents("{\n  \"a\": 1\n}\n").ShouldBe([(1, "{\n  \"a\": 1\n}\n")]);

    [Fact]
    public void A_single_line_is_one_document() => Documents("{\"a\":1}").ShouldBe([(1, "{\"a\":1}")]);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n  \n")]
    public void Nothing_gives_nothing(string text) => Documents(text).ShouldBeEmpty();

    [Fact]
    public void A_broken_line_in_a_file_named_ndjson_stays_a_line() =>
        Documents("{\"a\":\n{\"b\":2}", alwaysLines: true).ShouldBe([(1, "{\"a\":"), (2, "{\"b\":2}")]);

    [Fact]
    public void A_line_over_the_limit_is_named_and_the_next_one_is_read()
    {
        var text = "{\"a\":1}\n{\"long\":\"" + new string('x', 900_000) + "\"}\n{\"c\":3}\n";

        var slices = Read(text, alwaysLines: true, limit: 300_000).ToList();

        slices.Select(s => (s.Line, s.TooLong)).ShouldBe([(1, false), (2, true), (3, false)]);
        slices[2].Text.ShouldBe("{\"c\":3}");
    }

    [Fact]
    public void A_long_line_within_the_limit_is_whole()
    {
        var line = "{\"long\":\"" + new string('x', 900_000) + "\"}";

        Documents(line + "\n{\"c\":3}", alwaysLines: true).ShouldBe([(1, line), (2, "{\"c\":3}")]);
    }

    [Fact]
    public void Many_lines_come_out_as_they_went_in_whatever_the_reads()
    {
        var random = new Random(20261121);
        var lines = Enumerable.Range(0, 20_000).Select(i => $"{{\"n\":{i},\"pad\":\"{new string('あ', random.Next(40))}\"}}").ToList();

        Documents(string.Join('\n', lines), stutter: random).Select(d => d.Text).ShouldBe(lines);
    }

    private static List<(int Line, string Text)> Documents(string text, bool alwaysLines = false, Random? stutter = null) =>
        [.. Read(text, alwaysLines, 8 * 1024 * 1024, stutter).Select(s => (s.Line, s.Text))];

    private static IEnumerable<(int Line, string Text, bool TooLong)> Read(
        string text, bool alwaysLines, int limit, Random? stutter = null)
    {
        using var stream = new StutteringStream(Encoding.UTF8.GetBytes(text), stutter);
        foreach (var batch in new SheetFile(stream, alwaysLines, limit).Batches())
        {
            using (batch)
            {
                foreach (var slice in batch.Slices)
                {
                    yield return (slice.Line, Encoding.UTF8.GetString(batch.Bytes(slice).Span), slice.TooLong);
                }
            }
        }
    }

    private sealed class StutteringStream(byte[] bytes, Random? random) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, random is null ? count : Math.Min(count, random.Next(1, 5000)));
    }
}
