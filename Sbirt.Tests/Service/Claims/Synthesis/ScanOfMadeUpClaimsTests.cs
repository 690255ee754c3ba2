using System.Text.Json;
using Sbirt.Service.Claims.Synthesis;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Claims.Synthesis;

public sealed class ScanOfMadeUpClaimsTests : IDisposable
{
    private const string Preset = "kyokai-osaka-20";
    private readonly WorkFolder folder = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_scan_finds_exactly_the_planted_persons(bool forPayer)
    {
        var claims = Path.Combine(folder.Path, "claims");
        var report = MadeUpFolder.Write(claims, 21_000, 13, form: forPayer ? SynthesisForm.Payer : SynthesisForm.Provider);

        var run = await CommandRun.SbirtAsync(folder.Path, "scan", claims, "--month", "2027-03", "--months", "13", "--signals", Preset, "--out", "found", "--data", "data");

        run.ExitCode.ShouldBeOneOf(0, 2);
        using var summary = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder.Path, "found", "summary.json")));
        summary.RootElement.GetProperty("claims").GetInt64().ShouldBe(report.Claims);
        summary.RootElement.GetProperty("refusedLines").GetInt64().ShouldBe(0);
        FoundIn(Path.Combine(folder.Path, "found", "findings.ndjson")).ShouldBe(PlantedIn(Path.Combine(claims, "planted.csv")));
    }

    public void Dispose() => folder.Dispose();

    private static List<string> FoundIn(string path) =>
    [
        .. File.ReadLines(path).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(finding => finding.GetProperty("month").GetString() == "2027-03")
            .Select(finding => $"{finding.GetProperty("signal")} {(finding.GetProperty("isExcluded").GetBoolean() ? "excluded" : finding.GetProperty("status"))} {finding.GetProperty("value")}")
            .Order(StringComparer.Ordinal),
    ];

    private static List<string> PlantedIn(string path) =>
    [
        .. File.ReadLines(path).Skip(1).Select(line => line.Split(','))
            .Where(fields => fields[10] == Preset && fields[13] != "none")
            .Select(fields => $"{fields[11]} {fields[13]} {fields[14]}")
            .Order(StringComparer.Ordinal),
    ];
}
