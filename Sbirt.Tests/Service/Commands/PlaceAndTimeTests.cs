using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Commands;

public sealed class PlaceAndTimeTests
{
    private static readonly string[] Zones = ["UTC", "Asia/Tokyo", "Pacific/Apia"];
    private static readonly string[] Cultures = ["C.UTF-8", "tr_TR.UTF-8", "ja_JP.UTF-8", "ar_SA.UTF-8"];

    [Fact]
    [Trait("Category", "Nightly")]
    public async Task O6_the_same_answers_give_the_same_bytes_in_every_time_zone_and_culture()
    {
        using var folder = new WorkFolder();
        string? first = null;
        foreach (var zone in Zones)
        {
            foreach (var culture in Cultures)
            {
                var said = await AssessAsync(folder, zone, culture, "week.ndjson") + await AssessAsync(folder, zone, culture, "audit.json");

                (first ??= said).ShouldBe(said, $"{zone} {culture}");
            }
        }
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    [Trait("Category", "Nightly")]
    public async Task O6_a_page_reads_the_same_in_every_culture(string language)
    {
        using var folder = new WorkFolder();
        var file = Repository.PathOf("docs", "samples", "answers", "audit.json");
        var pages = new List<string>();
        foreach (var culture in Cultures)
        {
            var run = await CommandRun.RunAsync(
                folder.Path, "dotnet", [ChildProgram.ServiceDll, "assess", file, "--format", "text", "--lang", language], "", [("LANG", culture), ("LC_ALL", culture), ("TZ", "UTC")]);
            run.ExitCode.ShouldBe(0, run.Errors);
            pages.Add(run.Output);
        }

        pages.Distinct().ShouldHaveSingleItem();
    }

    private static async Task<string> AssessAsync(WorkFolder folder, string zone, string culture, string file)
    {
        var run = await CommandRun.RunAsync(
            folder.Path,
            "dotnet",
            [ChildProgram.ServiceDll, "assess", Repository.PathOf("docs", "samples", "answers", file)],
            "",
            [("TZ", zone), ("LANG", culture), ("LC_ALL", culture)]);
        run.ExitCode.ShouldBe(0, run.Errors);
        return run.Output;
    }
}
