using System.Text.Json;
using Sbirt.Tests.Hosts;
using Sbirt.Tests.Service.Doctor;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Commands;

public sealed class DoctorCommandTests
{
    private const string WithoutIndicator = """{"cards":[{"summary":"S","source":{"label":"L"}}]}""";

    [Fact]
    public async Task The_right_responses_of_the_specification_pass_and_the_one_without_indicator_is_flagged()
    {
        var spec = SharedCases.Find("cds-hooks/spec");
        Assert.SkipWhen(spec is null, "The printed examples of the specification are not here.");
        using var folder = new WorkFolder();
        string Example(int number) => Path.Combine(spec, $"response-{number}.json");

        (await CommandRun.SbirtAsync(folder.Path, "doctor", Example(1), Example(2), Example(3))).ExitCode.ShouldBe(0);
        var flagged = await CommandRun.SbirtAsync(folder.Path, "doctor", Example(4), "--lang", "en");

        flagged.ExitCode.ShouldBe(2);
        flagged.Lines.Count.ShouldBe(2);
        flagged.Lines[1].ShouldBe("  3:5  SHALL [87]  /cards/0  \"indicator\" is missing.");
    }

    [Fact]
    public async Task Each_line_of_ndjson_is_a_document_with_its_own_line()
    {
        using var folder = new WorkFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "all.ndjson"), $"{{\"cards\":[]}}\n\n{WithoutIndicator}\n");
        var run = await CommandRun.SbirtAsync(folder.Path, "doctor", "all.ndjson", "--format", "json", "--lang", "en");

        run.ExitCode.ShouldBe(2);
        var documents = run.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        documents.Select(document => document.GetProperty("line").GetInt32()).ShouldBe([1, 3]);
        documents.Select(document => document.GetProperty("broken").GetBoolean()).ShouldBe([false, true]);
        documents[1].GetProperty("findings")[0].GetProperty("line").GetInt32().ShouldBe(3);
        documents[1].GetProperty("findings")[0].GetProperty("row").GetString().ShouldBe("87");
    }

    [Fact]
    public async Task A_repaired_file_is_written_beside_and_never_over_anything()
    {
        using var folder = new WorkFolder();
        var file = Path.Combine(folder.Path, "response.json");
        await File.WriteAllTextAsync(file, Documents.Response.With("\"indicator\":\"info\"", "\"indicator\":\"Info\""));
        var before = await File.ReadAllBytesAsync(file);
        var first = await CommandRun.SbirtAsync(folder.Path, "doctor", "response.json", "--repair", "--lang", "en");

        first.ExitCode.ShouldBe(2);
        first.Output.ShouldContain("mended  /cards/0/indicator");
        (await File.ReadAllBytesAsync(file)).ShouldBe(before);
        (await CommandRun.SbirtAsync(folder.Path, "doctor", "response.json.repaired.json")).ExitCode.ShouldBe(0);
        (await CommandRun.SbirtAsync(folder.Path, "doctor", "response.json", "--repair")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_is_written_when_nothing_could_be_mended_and_what_is_left_is_said()
    {
        using var folder = new WorkFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "r.json"), WithoutIndicator);
        var run = await CommandRun.SbirtAsync(folder.Path, "doctor", "r.json", "--repair");

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldContain("未修正");
        Directory.GetFiles(folder.Path).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_failure()
    {
        using var folder = new WorkFolder();

        (await CommandRun.SbirtAsync(folder.Path, "doctor", "nowhere.json")).ExitCode.ShouldBe(1);
    }
}
