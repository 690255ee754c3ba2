using System.Text.Json;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.Screening.Sheets;

namespace Sbirt.Tests.Service.Commands;

public sealed class AssessCommandTests
{
    private static readonly string Samples = Repository.PathOf("docs", "samples", "answers");

    [Fact]
    public async Task Files_are_scored_with_a_line_for_each_sheet()
    {
        using var folder = new WorkFolder();

        var run = await CommandRun.SbirtAsync(folder.Path, "assess", Path.Combine(Samples, "audit.json"), Path.Combine(Samples, "week.ndjson"), "--lang", "en");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.ShouldBeEmpty();
        run.Lines.Count.ShouldBe(6);
        var audit = JsonDocument.Parse(run.Lines[0]).RootElement;
        audit.GetProperty("file").GetString().ShouldEndWith("audit.json");
        audit.GetProperty("id").GetString().ShouldBe("sample-audit");
        audit.GetProperty("status").GetString().ShouldBe("complete");
        audit.GetProperty("band").GetProperty("source").GetString().ShouldNotBeNullOrEmpty();
        Directory.Exists(Path.Combine(folder.Path, "sbirt-data")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_broken_line_is_named_and_the_rest_is_scored()
    {
        using var folder = new WorkFolder();
        var file = folder.Write("mixed.ndjson", $"{AuditC()}\n{{\"resourceType\":\n\n{AuditC(first: 9)}\n{AuditC(1)}");

        var run = await CommandRun.SbirtAsync(folder.Path, "assess", file, "--lang", "en");

        run.ExitCode.ShouldBe(2);
        run.Lines.Select(line => JsonDocument.Parse(line).RootElement).Select(one => (one.GetProperty("line").GetInt32(), one.GetProperty("status").GetString()))
            .ShouldBe([(1, "complete"), (2, "refused"), (4, "refused"), (5, "complete")]);
        run.Errors.ShouldContain("mixed.ndjson:2: ");
        run.Errors.ShouldContain("invalid-json");
        run.Errors.ShouldContain("mixed.ndjson:4: answer-out-of-range:");
    }

    [Fact]
    public async Task Standard_input_is_a_file_like_any_other()
    {
        using var folder = new WorkFolder();

        var run = await CommandRun.RunAsync(folder.Path, "dotnet", [ChildProgram.ServiceDll, "assess", "-"], $"{AuditC()}\n{AuditC(1)}\n", []);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Lines.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_bundle_brings_its_patients_along()
    {
        using var folder = new WorkFolder();
        var file = folder.Write("bundle.json", Bundle(
            "collection",
            """{"fullUrl":"urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0","resource":{"resourceType":"Patient","gender":"female","birthDate":"1990-01-01"}}""",
            $$"""{"resource":{{AuditC(2, 1, 1, """ "subject":{"reference":"urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0"},""")}}}""",
            $$"""{"resource":{{AuditC(2, 1, 1)}}}"""));

        var run = await CommandRun.SbirtAsync(folder.Path, "assess", file, "--lang", "en");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Lines.Count.ShouldBe(2);
        run.Lines[0].ShouldNotContain("assumptions");
        run.Lines[1].ShouldContain("assumptions");
    }

    [Fact]
    public async Task A_bundle_without_answers_is_refused_and_never_passed_over_in_silence()
    {
        using var folder = new WorkFolder();
        var file = folder.Write("empty.json", """{"resourceType":"Bundle","type":"collection"}""");

        var run = await CommandRun.SbirtAsync(folder.Path, "assess", file, "--lang", "en");

        run.ExitCode.ShouldBe(2);
        run.Lines.ShouldHaveSingleItem().ShouldContain("\"refused\"");
        run.Errors.ShouldContain("empty.json:1: not-a-questionnaire-response:");
    }

    [Fact]
    public async Task The_line_of_a_broken_sheet_is_the_line_of_the_file()
    {
        using var folder = new WorkFolder();
        var file = folder.Write("broken.ndjson", $"{AuditC()}\n{AuditC()}\n{{broken\n");

        var run = await CommandRun.SbirtAsync(folder.Path, "assess", file, "--lang", "en");

        run.Errors.ShouldContain("broken.ndjson:3: line 3, column 2: invalid-json");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_failure_with_a_sentence()
    {
        using var folder = new WorkFolder();

        var run = await CommandRun.SbirtAsync(folder.Path, "assess", "nobody.json");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("nobody.json");
        run.Errors.ShouldNotContain(" at Sbirt");
    }

    [Fact]
    public async Task An_unknown_pack_is_a_failure_that_lists_the_known_ones()
    {
        using var folder = new WorkFolder();

        var run = await CommandRun.SbirtAsync(folder.Path, "assess", Path.Combine(Samples, "audit.json"), "--pack", "atlantis", "--lang", "en");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("jp-mhlw");
        run.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ja", "点数")]
    [InlineData("en", "Score")]
    public async Task As_text_it_is_a_page_to_read(string language, string word)
    {
        using var folder = new WorkFolder();

        var run = await CommandRun.SbirtAsync(folder.Path, "assess", Path.Combine(Samples, "audit.json"), "--lang", language, "--format", "text");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain(word);
    }

    [Fact]
    public async Task A_document_over_8_MiB_is_refused_by_line_and_the_rest_goes_on()
    {
        using var folder = new WorkFolder();
        var file = folder.Write("long.ndjson", $"{AuditC()}\n{AuditC().PadRight((8 * 1024 * 1024) + 1)}\n{AuditC(1)}\n");

        var run = await CommandRun.SbirtAsync(folder.Path, "assess", file);

        run.ExitCode.ShouldBe(2);
        run.Lines.Count.ShouldBe(3);
        run.Errors.ShouldContain("long.ndjson:2: body-too-large:");
    }

    [Fact]
    public async Task Help_names_every_verb_and_option()
    {
        using var folder = new WorkFolder();

        var all = await CommandRun.SbirtAsync(folder.Path, "--help");
        var assess = await CommandRun.SbirtAsync(folder.Path, "assess", "--help");

        all.ExitCode.ShouldBe(0);
        foreach (var word in (string[])["serve", "assess", "directory", "--urls", "--data"])
        {
            all.Output.ShouldContain(word);
        }

        all.Output.ShouldNotContain("started-from-source");
        foreach (var word in (string[])["FILE", "--pack", "--lang", "--format", "--data"])
        {
            assess.Output.ShouldContain(word);
        }

        (await CommandRun.SbirtAsync(folder.Path, "assess")).ExitCode.ShouldBe(1);
    }
}
