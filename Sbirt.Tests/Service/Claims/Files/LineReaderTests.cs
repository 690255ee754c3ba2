using Sbirt.Service.Claims.Files;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Claims.Files;

public sealed class LineReaderTests
{
    private const int BlockBytes = 256 * 1024;

    [Fact]
    public void C4_a_line_of_a_gigabyte_is_passed_over_in_the_same_memory_and_the_next_is_read()
    {
        const long Gigabyte = 1L << 30;
        var lines = new LineReader(new LongLine(Gigabyte, "last"u8.ToArray()));
        var before = GC.GetAllocatedBytesForCurrentThread();
        lines.TryRead(out var none, out var isTooLong).ShouldBeTrue();
        (none.Length, isTooLong, lines.Line, lines.Offset).ShouldBe((0, true, 1, 0));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(BlockBytes);
        lines.TryRead(out var line, out isTooLong).ShouldBeTrue();
        line.SequenceEqual("last"u8).ShouldBeTrue();
        (isTooLong, lines.Line, lines.Offset).ShouldBe((false, 2, Gigabyte + 1));
        lines.TryRead(out _, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1)]
    public void A_line_may_be_as_long_as_is_allowed_and_no_longer(int more)
    {
        const int Most = 1_000_000;
        var lines = new LineReader(new LongLine(Most + more, "next"u8.ToArray())) { MostBytes = Most };
        lines.TryRead(out var line, out var isTooLong).ShouldBeTrue();
        isTooLong.ShouldBe(more > 0);
        line.Length.ShouldBe(more > 0 ? 0 : Most + more);
        lines.TryRead(out var next, out _).ShouldBeTrue();
        next.SequenceEqual("next"u8).ShouldBeTrue();
    }

    /// <summary>One line of so many letters, and another.</summary>
    private sealed class LongLine(long letters, byte[] last) : ReadingStream(Null)
    {
        private long given;

        public override int Read(Span<byte> buffer)
        {
            if (given < letters)
            {
                var size = (int)Math.Min(letters - given, buffer.Length);
                buffer[..size].Fill((byte)'x');
                given += size;
                return size;
            }

            if (given == letters && buffer.Length > 0)
            {
                buffer[0] = (byte)'\n';
                given++;
                return 1;
            }

            var left = last.AsSpan((int)(given - letters - 1));
            var count = Math.Min(left.Length, buffer.Length);
            left[..count].CopyTo(buffer);
            given += count;
            return count;
        }
    }
}
