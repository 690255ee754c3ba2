using System.Globalization;
using System.Text.Json;
using Sbirt.Content.Claims;
using Sbirt.Content.Medicines;
using Sbirt.Service.Claims.Masters;
using Sbirt.Service.Claims.Synthesis;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Benchmarks;

/// <summary>
/// Made-up claims of a wanted size, the published program that scans them, and signals that rivals can count as well: no
/// exclusion but the stay in hospital.
/// </summary>
internal sealed class BenchmarkClaims : IDisposable
{
    public const int Month = 202609;

    // Of the insurers' form, as `synthesize` says at its end.
    private const long BytesOfMember = 550;

    private const string Signals = """
        id: benchmark
        version: "1.0.0"
        title: { ja: "速さの測定", en: "Benchmark" }
        note: { ja: "ほかのプログラムも同じ答えを出せる数え方", en: "Counted as other programs can count as well" }
        sources:
          benchmark: { cite: "Sbirt.Tests/Benchmarks", effective: 2026-11-21, certainty: open }
        signsLookBackMonths: { value: 1, source: benchmark }
        signals:
          - id: claims-per-month
            counts: [medical, dpc, dental, dispensing]
            limits:
              threshold: { value: 20, source: benchmark }
              approachFrom: { value: 15, source: benchmark }
            exclusions: { leaveOut: [in-patient], whole: [], otherMessage: [] }
          - id: bz-overlap
            groups: [anxiolytic, hypnotic]
            limits:
              threshold: { value: 14, source: benchmark }
              approachFrom: { value: 11, source: benchmark }
            exclusions: { leaveOut: [in-patient], whole: [], otherMessage: [] }

        """;

    private readonly WorkFolder work = new();

    public string Folder => work.Path;

    public string SignalsFile => work.Write("benchmark.yaml", Signals);

    public string Dll => Path.Combine(Folder, "sbirt", "Sbirt.Service.dll");

    /// <summary>The program as an operator installs it (docs/operations.md).</summary>
    public async Task PublishAsync()
    {
        var published = await ChildProgram.RunAsync(
            Path.Combine(Folder, "publish.txt"), Repository.Root, "dotnet", "publish", "Sbirt.Service", "-c", "Release", "-r", "linux-x64", "-o", Path.Combine(Folder, "sbirt"));
        published.ExitCode.ShouldBe(0, published.Errors);
    }

    /// <summary>Claims of one month in the insurers' form; gives their folder and their bytes.</summary>
    public (string Path, long Bytes) Write(string name, long bytes)
    {
        var path = Path.Combine(Folder, name);
        var report = ClaimSynthesis.Write(
            new SynthesisOrder((int)(bytes / BytesOfMember), 1, Month, 1, path, SynthesisForm.Payer), TestContext.Current.CancellationToken);
        return (path, report.Bytes);
    }

    /// <summary>Scans with one thread on one core, or as it is usually started.</summary>
    public async Task<ChildProgram> ScanAsync(string claims, bool oneCore)
    {
        var found = Path.Combine(Folder, "found");
        string[] words =
        [
            "dotnet", Dll, "scan", claims, "--month", "2026-09", "--signals", SignalsFile, "--out", found, "--data", Path.Combine(Folder, "data"),
            .. oneCore ? ["--threads", "1"] : Array.Empty<string>(),
        ];
        var run = oneCore
            ? await ChildProgram.RunAsync(Path.Combine(Folder, "scan.txt"), Folder, "taskset", ["-c", "1", .. words])
            : await ChildProgram.RunAsync(Path.Combine(Folder, "scan.txt"), Folder, words[0], words[1..]);
        run.ExitCode.ShouldBe(0, run.Errors);
        return run;
    }

    /// <summary>What was found, as the rivals write it: signal, value and the institutions it was counted from.</summary>
    public List<string> Found() =>
    [
        .. File.ReadLines(Path.Combine(Folder, "found", "findings.ndjson"))
            .Select(line => JsonElement.Parse(line))
            .Where(finding => !finding.GetProperty("isExcluded").GetBoolean())
            .Select(finding => (Signal: finding.GetProperty("signal").GetString(), Value: finding.GetProperty("value").GetInt32(), Institutions: finding.GetProperty("evidence").EnumerateArray()
                .Select(fact => fact.GetProperty("institution").GetString()!).Order(StringComparer.Ordinal)))
            .Select(each => $"{each.Signal} {each.Value} {string.Join(' ', each.Signal == "bz-overlap" ? each.Institutions.Distinct() : each.Institutions)}")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Claim codes of benzodiazepine-type medicines with their class, for who has no medicine table.</summary>
    public string CodesFile()
    {
        var (library, medicines) = (SignalLibrary.LoadShipped(), MedicineLibrary.LoadShipped());
        var codes = CodesInUse.Of(library.Find("kyokai-osaka-20")!, library.Exclusions, medicines, null, null).Ingredients
            .Select(each => (each.Key, Ingredient: medicines.Ingredients[each.Value]))
            .Where(each => each.Ingredient.IsBenzodiazepineAgonist && each.Ingredient.Group.ToString() is "Anxiolytic" or "Hypnotic")
            .OrderBy(each => each.Key)
            .Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Key:D9},{each.Ingredient.Group}"));
        return work.Write("codes.csv", $"code,class\n{string.Join('\n', codes)}\n");
    }

    public void Dispose() => work.Dispose();
}
