using System.Security.Cryptography;
using Sbirt.Service.Claims.Synthesis;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Claims.Synthesis;

public sealed class SynthesisTests : IDisposable
{
    private readonly WorkFolder work = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_seed_gives_the_same_bytes_and_another_seed_others(bool forPayer)
    {
        var form = forPayer ? SynthesisForm.Payer : SynthesisForm.Provider;
        MadeUpFolder.Write(In("one"), 25_000, 2, 5, form);
        MadeUpFolder.Write(In("two"), 25_000, 2, 5, form);
        MadeUpFolder.Write(In("other"), 25_000, 2, 6, form);

        HashesOf("two").ShouldBe(HashesOf("one"));
        HashesOf("other").Values.Intersect(HashesOf("one").Values).ShouldBeEmpty();
    }

    [Fact]
    public void The_report_counts_what_is_in_the_files()
    {
        var report = MadeUpFolder.Write(In("claims"), 2_000, 2);

        report.Claims.ShouldBe(MadeUpClaims.ClaimsIn(In("claims")).Count);
        report.Bytes.ShouldBe(MadeUpClaims.FilesIn(In("claims")).Sum(path => new FileInfo(path).Length));
        report.Members.ShouldBe(2_000);
    }

    [Fact]
    public void The_notice_says_that_all_is_made_up_and_how_and_holds_no_date_of_its_making()
    {
        MadeUpFolder.Write(In("claims"), 200, 2, seed: 77);

        var notice = File.ReadAllText(Path.Combine(In("claims"), "README.txt"));

        notice.ShouldContain("作り物");
        notice.ShouldContain("made up");
        notice.ShouldContain("--members 200 --months 2 --seed 77 --month 2026-03 --form provider");
    }

    [Fact]
    public void A_folder_that_holds_something_is_left_alone()
    {
        var file = work.Write("mine/letter.txt", "mine");

        Should.Throw<IOException>(() => MadeUpFolder.Write(In("mine"), 200, 1)).Message.ShouldContain("not empty");

        File.ReadAllText(file).ShouldBe("mine");
        Directory.Exists(In("mine.unfinished")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_run_that_is_stopped_leaves_nothing_behind(bool forPayer)
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var order = new SynthesisOrder(1_000, 2, 202603, 1, In("claims"), forPayer ? SynthesisForm.Payer : SynthesisForm.Provider);

        Should.Throw<OperationCanceledException>(() => ClaimSynthesis.Write(order, stop.Token));

        Directory.EnumerateFileSystemEntries(work.Path).ShouldBeEmpty();
    }

    [Fact]
    public void With_few_members_all_planted_persons_are_there()
    {
        MadeUpFolder.Write(In("claims"), SynthesisOrder.LeastMembers, 13).Planted.ShouldBe(PlantedStories.All.Length);

        PlantedStories.All.Length.ShouldBeLessThan(SynthesisOrder.LeastMembers);
    }

    [Fact]
    public async Task Memory_stays_flat_as_files_grow()
    {
        var small = await PeakAsync("small", 20_000);
        var large = await PeakAsync("large", 160_000);

        large.Bytes.ShouldBeGreaterThan(7 * small.Bytes);
        large.Peak.ShouldBeLessThan(small.Peak + (64L << 20));
    }

    public void Dispose() => work.Dispose();

    private async Task<(long Bytes, long Peak)> PeakAsync(string name, int members)
    {
        var run = await ChildProgram.RunAsync(
            In(name + ".out"), work.Path, "dotnet", ChildProgram.ServiceDll, "synthesize", "claims", "--members", $"{members}", "--months", "2", "--seed", "3", "--out", In(name));
        run.ExitCode.ShouldBe(0, run.Errors);
        return (MadeUpClaims.FilesIn(In(name)).Sum(path => new FileInfo(path).Length), run.PeakBytes);
    }

    private string In(string name) => Path.Combine(work.Path, name);

    private Dictionary<string, string> HashesOf(string name) => Directory.EnumerateFiles(In(name), "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(In(name), path), path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))), StringComparer.Ordinal);
}
