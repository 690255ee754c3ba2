using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Commands;

public sealed class ServeCommandTests
{
    [Fact]
    public async Task O4_production_without_trusted_issuers_does_not_start_and_names_the_setting()
    {
        var run = await ServeAsync("Production", "--urls", "http://127.0.0.1:0");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("Sbirt:Clients:0:Issuer");
        run.Errors.ShouldContain("Fix:");
        run.Errors.ShouldNotContain(" at Sbirt");
    }

    [Fact]
    public async Task O4_open_on_every_address_does_not_start()
    {
        var run = await ServeAsync("Development", "--urls", "http://0.0.0.0:0");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("Sbirt:Security:Mode");
    }

    [Theory]
    [InlineData("Instruments/mine.yaml", "id: mine\ntitle: [\n")]
    [InlineData("Thresholds/mine.yaml", "id: mine\nsurprise: 1\n")]
    [InlineData("Interventions/mine.yaml", "id: mine\nsurprise: 1\n")]
    [InlineData("Drinks/drinks.yaml", "surprise: 1\n")]
    [InlineData("Referrals/barriers.yaml", "surprise: 1\n")]
    public async Task O4_a_broken_file_of_the_clinics_own_stops_the_start_with_file_and_line(string file, string text)
    {
        using var folder = new WorkFolder();
        folder.Write(Path.Combine("content", file), text);

        var run = await ServeAsync("Development", "--urls", "http://127.0.0.1:0", "--data", folder.Path);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("The content is not right");
        run.Errors.ShouldMatch(System.Text.RegularExpressions.Regex.Escape(file) + @":\d+");
        run.Errors.ShouldContain("Fix:");
    }

    [Fact]
    public async Task A_port_in_use_is_told_in_a_sentence()
    {
        await using var server = await SbirtServer.StartAsync();

        var run = await ServeAsync("Development", "--urls", server.Address.ToString());

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("Sbirt cannot start");
        run.Errors.ShouldNotContain(" at Sbirt");
    }

    private static async Task<CommandRun> ServeAsync(string environment, params string[] arguments)
    {
        using var folder = new WorkFolder();
        return await CommandRun.RunAsync(
            folder.Path, "dotnet", [ChildProgram.ServiceDll, "serve", .. arguments], "", [("ASPNETCORE_ENVIRONMENT", environment)]);
    }
}
