using System.Text;
using Sbirt.Tests.Hosts;
using Sbirt.Tests.Service.Claims;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Commands;

/// <summary>scan, findings and letters one after the other, as a payer runs them.</summary>
public sealed class LettersCommandTests
{
    private const string Mark = "ＺＱ印";
    private static readonly string Settings = Repository.PathOf("docs", "samples", "letters", "letters.yaml");

    [Fact]
    public async Task From_claims_to_letters_with_a_finding_withdrawn_in_between()
    {
        using var folder = new WorkFolder();
        await ScanAsync(folder);
        var person = Rows(folder, "names.csv")[1].Split(',')[0];

        var withdrawn = await CommandRun.SbirtAsync(folder.Path, "findings", "withdraw", "scan", person, "--reason", "billed twice", "--date", "2026-11-02", "--by", "an office", "--data", "data");
        withdrawn.ExitCode.ShouldBe(0, withdrawn.Errors);
        var history = await CommandRun.SbirtAsync(folder.Path, "findings", "history", person, "--data", "data");
        history.Output.ShouldBe($"2026-11-02  {person}  withdraw  every month, every signal: billed twice (an office)\n");
        var letters = await CommandRun.SbirtAsync(folder.Path, "letters", "scan", "--out", "letters", "--settings", Settings, "--data", "data", "--html-only", "--lang", "both");

        letters.ExitCode.ShouldBe(0, letters.Errors);
        letters.Output.ShouldContain("no letter: withdrawn");
        Rows(folder, "letters/not-written.csv")[1].ShouldBe($"{person},2026-09,withdrawn,");
        Directory.EnumerateFiles(Path.Combine(folder.Path, "letters", "letters")).Count().ShouldBe(1);
    }

    [Fact]
    public async Task Without_Chromium_the_HTML_comes_all_the_same_and_the_error_names_it()
    {
        using var folder = new WorkFolder();
        await ScanAsync(folder);

        var run = await CommandRun.SbirtAsync(folder.Path, "letters", "scan", "--out", "letters", "--settings", Settings, "--data", "data", "--chromium", "no-such-chromium");

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldContain("Chromium was not found (no-such-chromium)");
        Directory.EnumerateFiles(Path.Combine(folder.Path, "letters", "letters")).Select(Path.GetExtension).Distinct().ShouldBe([".html"]);
    }

    [Fact]
    public async Task Letters_are_printed_and_nothing_else_is_left_behind()
    {
        Assert.SkipUnless(Sbirt.Service.Letters.Printing.ChromiumPrinter.Find(null) is not null, "chromium (Debian package chromium) is not installed.");
        using var folder = new WorkFolder();
        await ScanAsync(folder);

        var run = await CommandRun.SbirtAsync(folder.Path, "letters", "scan", "--out", "letters", "--settings", Settings, "--data", "data");

        run.ExitCode.ShouldBe(0, run.Output + run.Errors);
        var pdf = await File.ReadAllBytesAsync(Path.Combine(folder.Path, "letters", "letters", "0001.pdf"), TestContext.Current.CancellationToken);
        Encoding.ASCII.GetString(pdf[..5]).ShouldBe("%PDF-");
        Directory.EnumerateFileSystemEntries(folder.Path, "*.new").ShouldBeEmpty();
    }

    [Fact]
    public async Task P1_no_name_number_or_address_is_said_by_scan_or_letters_and_none_is_in_their_other_files()
    {
        using var folder = new WorkFolder();
        var said = await ScanAsync(folder);
        var names = File.ReadAllText(Path.Combine(folder.Path, "names.csv"));
        names.ShouldContain(Mark);
        folder.Write("filled.csv", names.Replace(",,,,\r\n", $",540-0008,{Mark}町,,\r\n", StringComparison.Ordinal));
        folder.Write("broken.csv", $"person,name,language\n{Mark},{Mark},{Mark}\n");
        folder.Write("suppress.csv", $"person,reason,date\n{Mark},{Mark},{Mark}\n");
        folder.Write("consents.csv", $"person,institution,date,evidence\n{Mark},{Mark},{Mark},{Mark}\n");
        foreach (var extra in (string[][])[["--names", "filled.csv"], ["--names", "broken.csv"], ["--suppress", "suppress.csv"], ["--consents", "consents.csv"], ["--names", "names.csv"]])
        {
            said += await SaidAsync(folder, ["letters", "scan", "--out", $"letters-{extra[1]}", "--settings", Settings, "--data", "data", "--html-only", .. extra]);
        }

        said += await SaidAsync(folder, "findings", "withdraw", "scan", "ffffffffffffffffffffffffffffffff", "--reason", Mark, "--data", "data");
        said.ShouldContain("broken.csv:2:");
        said.ShouldNotContain(Mark);
        string[] holdNames = ["names.csv", "filled.csv", "broken.csv", "suppress.csv", "consents.csv"];
        Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
            .Where(file => !holdNames.Contains(Path.GetFileName(file)) && !file.Contains("/claims/", StringComparison.Ordinal) && File.ReadAllText(file).Contains(Mark, StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(folder.Path, file)).Order(StringComparer.Ordinal)
            .ShouldBe(["letters-filled.csv/letters/0001.html", "letters-filled.csv/letters/0002.html"]);
    }

    [Theory]
    [InlineData("findings withdraw nobody --reason x", "neither a folder nor a person")]
    [InlineData("findings withdraw scan ffffffffffffffffffffffffffffffff --reason x", "no such finding of")]
    [InlineData("findings annotate scan --signal early-refill --reason x", "no such finding")]
    [InlineData("findings annotate scan --month 2026-13 --reason x", "--month is written as")]
    [InlineData("letters claims --out l", "There is no findings.ndjson")]
    [InlineData("letters scan --out l --settings missing.yaml", "copy docs/samples/letters/letters.yaml")]
    [InlineData("letters scan --out l --waiting 100", "--waiting is a percentage")]
    public async Task What_cannot_be_done_is_said_with_what_to_do(string arguments, string said)
    {
        using var folder = new WorkFolder();
        await ScanAsync(folder);
        var settings = arguments.StartsWith("letters", StringComparison.Ordinal) && !arguments.Contains("--settings", StringComparison.Ordinal) ? new[] { "--settings", Settings } : [];

        var run = await CommandRun.SbirtAsync(folder.Path, [.. arguments.Split(' '), .. settings, "--data", "data"]);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain(said);
        run.Errors.ShouldNotContain("   at ");
        Directory.Exists(Path.Combine(folder.Path, "l")).ShouldBeFalse();
    }

    private static string[] Rows(WorkFolder folder, string file) => File.ReadAllText(Path.Combine(folder.Path, file)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Two persons with 16 claims each.</summary>
    private static async Task<string> ScanAsync(WorkFolder folder)
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "claims"));
        for (var institution = 1; institution <= 16; institution++)
        {
            var claims = Enumerable.Range(1, 2).SelectMany(person => new[] { UkeTexts.Receipt(person).Replace("太郎", Mark, StringComparison.Ordinal), UkeTexts.Insured($"{person}") });
            await File.WriteAllBytesAsync(Path.Combine(folder.Path, "claims", $"{institution}.UKE"), UkeTexts.Bytes([$"IR,1,27,1,{institution:0000000},,見本医院,202610,00,", .. claims, "GO,2,1000,99"]), TestContext.Current.CancellationToken);
        }

        return await SaidAsync(folder, "scan", "claims", "--month", "2026-09", "--out", "scan", "--data", "data", "--names", "names.csv");
    }

    private static async Task<string> SaidAsync(WorkFolder folder, params string[] arguments)
    {
        var run = await CommandRun.SbirtAsync(folder.Path, arguments);
        return run.Output + run.Errors;
    }
}
