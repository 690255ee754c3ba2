using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Commands;

public sealed class SynthesizeCommandTests : IDisposable
{
    private readonly WorkFolder folder = new();

    [Fact]
    public async Task Claims_are_written_and_counted()
    {
        var run = await CommandRun.SbirtAsync(folder.Path, "synthesize", "claims", "--members", "300", "--months", "2", "--seed", "9", "--month", "2025-12", "--out", "made/claims");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("made-up claims of 300 persons");
        File.Exists(Path.Combine(folder.Path, "made", "claims", "planted.csv")).ShouldBeTrue();
        Directory.Exists(Path.Combine(folder.Path, "made", "claims", "202601", "fund")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("--members", "99", "--members is from 100 to")]
    [InlineData("--members", "many", "many")]
    [InlineData("--months", "0", "--months is from 1 to 120")]
    [InlineData("--month", "2026-13", "--month is a month such as 2026-01")]
    [InlineData("--month", "202601", "--month is a month such as 2026-01")]
    [InlineData("--month", "2020-01", "2021-04")]
    [InlineData("--seed", "-1", "-1")]
    [InlineData("--form", "paper", "payer")]
    public async Task A_wrong_option_is_named_with_what_it_may_be(string option, string value, string words)
    {
        string[] right = ["--members", "300", "--months", "2", "--seed", "9", "--month", "2026-01", "--form", "provider", "--out", "claims"];
        right[Array.IndexOf(right, option) + 1] = value;

        var run = await CommandRun.SbirtAsync(folder.Path, ["synthesize", "claims", .. right]);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain(words);
        run.Errors.ShouldNotContain(" at Sbirt");
        Directory.Exists(Path.Combine(folder.Path, "claims")).ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        var run = await CommandRun.SbirtAsync(folder.Path, "synthesize", "claims", "--members", "300");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("--seed");
        run.Errors.ShouldContain("--out");
    }

    [Fact]
    public async Task A_folder_in_use_is_a_failure_with_a_sentence()
    {
        folder.Write("claims/letter.txt", "mine");

        var run = await CommandRun.SbirtAsync(folder.Path, "synthesize", "claims", "--members", "300", "--seed", "1", "--out", "claims");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("not empty");
        run.Errors.ShouldNotContain(" at Sbirt");
    }

    public void Dispose() => folder.Dispose();
}
