using Sbirt.Content.Languages;
using Sbirt.Service.Claims.Output;
using Sbirt.Service.Claims.Scanning;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Claims;

public sealed class ProgressLineTests
{
    [Theory]
    [InlineData(0, 0, 0, 0.0, "looking for files")]
    [InlineData(1000, 0, 0, 0.0, "reading 0 %")]
    [InlineData(1000, 250, 0, 0.0, "reading 25 %, 25 MB/s, 0:30 left")]
    [InlineData(50_000, 5_000, 0, 0.0, "reading 10 %, 500 MB/s, 1:30 left")]
    [InlineData(1000, 750, 500, 0.0, "reading 75 %, 25 MB/s, 0:10 left")] // What was read before a stop says nothing of the rate.
    [InlineData(1000, 500, 500, 0.0, "reading 50 %")]
    [InlineData(1000, 1000, 0, 0.0, "persons 0 %")]
    [InlineData(1000, 1000, 0, 0.4, "persons 40 %")]
    public void C12_progress_and_remaining_time_follow_from_what_was_read(long planned, long read, long kept, double assembled, string text)
    {
        const long Megabyte = 1_000_000;
        var progress = new ScanProgress();
        progress.Plan(planned * Megabyte);
        progress.Keep(kept * Megabyte);
        progress.Add((read - kept) * Megabyte);
        progress.Assemble((int)(assembled * 10), 10);
        ProgressLine.Text(progress, TimeSpan.FromSeconds(10), Language.En).ShouldBe(text);
    }

    [Fact]
    public void Both_languages_tell_the_same_numbers()
    {
        var progress = new ScanProgress();
        progress.Plan(2_000_000);
        progress.Add(1_000_000);
        ProgressLine.Text(progress, TimeSpan.FromSeconds(1), Language.Ja).ShouldBe("読込 50 %、1 MB/秒、残り 0:01");
        ProgressLine.Text(progress, TimeSpan.FromSeconds(1), Language.En).ShouldBe("reading 50 %, 1 MB/s, 0:01 left");
    }

    [Fact]
    public async Task C12_packed_and_cut_files_are_told_as_they_lie_and_come_to_exactly_all()
    {
        using var folder = new ClaimFolder();
        var bytes = await File.ReadAllBytesAsync(folder.Write("a.UKE", 1, Enumerable.Range(0, 5_000).Select(person => (person, "1112"))), TestContext.Current.CancellationToken);
        folder.Write("b.UKE.gz", ClaimFolder.Gzip([.. bytes, .. UkeTexts.Bytes("IR,1,27,1,0000002,,見本医院,202610,00,0600000000")[..^1]]));
        folder.Zip("c.zip", ("c.UKE", bytes));
        var progress = new ScanProgress();
        await folder.ScanAsync(threads: 2, partBytes: 50_000, progress: progress);
        progress.Read.ShouldBe(progress.Planned);
        progress.Assembled.ShouldBe(1);
    }
}
