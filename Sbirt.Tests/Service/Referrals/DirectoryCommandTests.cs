using System.CommandLine;
using Sbirt.Service.Commands;
using Sbirt.Service.Referrals;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Referrals;

public sealed class DirectoryCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sbirt-directory-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("sample-directory.yaml")]
    [InlineData("sample-directory.csv")]
    [InlineData("sample-directory.json")]
    public async Task The_samples_are_good(string name)
    {
        var (exit, output, _) = await RunAsync("check", Repository.PathOf("docs", "samples", "directory", name), "--lang", "en");

        exit.ShouldBe(0);
        output.ShouldContain("24 places, 0 errors");
    }

    [Theory]
    [InlineData("ja", "電話番号の形ではありません")]
    [InlineData("en", "This does not have the shape of a phone number.")]
    public async Task Problems_are_listed_by_row_in_the_language_wished_for(string language, string said)
    {
        var (exit, output, _) = await RunAsync("check", await BrokenAsync(), "--lang", language);

        exit.ShouldBe(2);
        output.ShouldContain(said);
    }

    [Fact]
    public async Task An_import_with_errors_says_that_nothing_was_imported()
    {
        var (exit, output, _) = await RunAsync("import", await BrokenAsync(), "--data", folder, "--lang", "en");

        exit.ShouldBe(2);
        output.ShouldContain("Nothing was imported.");
        File.Exists(DirectoryImport.PathIn(folder)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_import_says_what_it_added_and_where()
    {
        var sample = Repository.PathOf("docs", "samples", "directory", "sample-directory.csv");

        var (exit, output, _) = await RunAsync("import", sample, "--data", folder, "--lang", "en");

        exit.ShouldBe(0);
        output.ShouldContain("24 added, 0 changed, 0 removed.");
        File.Exists(DirectoryImport.PathIn(folder)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_failure()
    {
        var (exit, _, error) = await RunAsync("check", Path.Combine(folder, "absent.yaml"));

        exit.ShouldBe(1);
        error.ShouldNotBeEmpty();
    }

    private async Task<string> BrokenAsync()
    {
        var path = Path.Combine(folder, "broken.csv");
        await File.WriteAllTextAsync(path, "id,type,name,first visit,phone\r\na,hc,見本,不明,call us\r\n");
        return path;
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var root = new RootCommand { DirectoryCommand.Create(TimeProvider.System) };
        var exit = await root.Parse(["directory", .. arguments])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (exit, output.ToString(), error.ToString());
    }
}
