using System.Globalization;
using System.Text.Json;
using Sbirt.Tests.Hosts;
using Sbirt.Tests.Service.Claims;
using Shouldly;

namespace Sbirt.Tests.Service.Evaluation;

/// <summary>
/// A year of claims of 240 persons, in which those with even numbers have two claims fewer from 2026-12 on, a scan of 2026-10, and
/// the lists of who was written to (even) and who waits (odd).
/// </summary>
internal sealed class EvaluationCase : IDisposable
{
    private const int Persons = 240;
    private const int LeastClaims = 3;
    private const int MostClaims = 7;

    private static readonly string[] Months = [.. Enumerable.Range(0, 13).Select(month => new DateOnly(2026, 1, 1).AddMonths(month).ToString("yyyyMM", CultureInfo.InvariantCulture))];

    private readonly WorkFolder folder = new();

    public string Path => folder.Path;

    public string Letters => System.IO.Path.Combine(Path, "letters.csv");

    public string Waiting => System.IO.Path.Combine(Path, "waiting.csv");

    public static async Task<EvaluationCase> MakeAsync()
    {
        var made = new EvaluationCase();
        made.WriteClaims(new Random(2026));
        made.folder.Write("own.yaml", """
            id: own
            version: "1"
            title: { ja: 自分の目安, en: Our own }
            note: { ja: 例です。, en: An example. }
            sources:
              ours: { cite: "健保の取り決め", effective: 2026-04-01, certainty: open }
            signsLookBackMonths: { value: 12, source: ours }
            signals:
              - id: claims-per-month
                counts: [medical, dental, dispensing]
                limits: { threshold: { value: 6, source: ours }, approachFrom: { value: 5, source: ours } }
                exclusions: { leaveOut: [in-patient] }
            """);
        var scan = await made.RunAsync("scan", "claims", "--month", "2026-10", "--signals", "own.yaml", "--out", "scan", "--data", "data");
        scan.ExitCode.ShouldBe(0, scan.Errors);
        made.WriteLists();
        return made;
    }

    public Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.SbirtAsync(Path, arguments);

    /// <param name="more">Further options; one that stands there already takes its place.</param>
    public Task<CommandRun> EvaluateAsync(string output, params string[] more)
    {
        List<string> usual = ["--before", "2026-09..2026-10", "--after", "2026-12..2027-01", "--letters", "letters.csv", "--signals", "own.yaml", "--data", "data", "--out", output];
        for (var at = 0; at < more.Length; at += 2)
        {
            if (usual.IndexOf(more[at]) is >= 0 and var known)
            {
                usual.RemoveRange(known, 2);
            }
        }

        return RunAsync(["evaluate", "claims", .. usual, .. more]);
    }

    public JsonElement Json(string output) => JsonElement.Parse(File.ReadAllText(System.IO.Path.Combine(Path, output, "evaluation.json")));

    public string Page(string output) => File.ReadAllText(System.IO.Path.Combine(Path, output, "evaluation.html"));

    public void Dispose() => folder.Dispose();

    /// <summary>The same in a folder of its own, to be changed.</summary>
    public EvaluationCase Copy()
    {
        var copy = new EvaluationCase();
        foreach (var file in Directory.GetFiles(Path, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(copy.Path, System.IO.Path.GetRelativePath(Path, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    private void WriteClaims(Random random)
    {
        foreach (var month in Months)
        {
            var claims = Enumerable.Range(0, Persons).Select(person => random.Next(LeastClaims, MostClaims + 1) - (person % 2 == 0 && string.CompareOrdinal(month, "202612") >= 0 ? 2 : 0)).ToList();
            for (var institution = 1; institution <= MostClaims; institution++)
            {
                var records = new List<string> { $"IR,1,27,1,{institution:D7},,見本医院,{month},00,0600000000" };
                foreach (var person in Enumerable.Range(0, Persons).Where(person => claims[person] >= institution))
                {
                    records.Add(UkeTexts.Receipt(records.Count, month: month, birth: $"{1950 + (person / 4 % 3 * 10)}0401", sex: person / 2 % 2 == 0 ? "1" : "2"));
                    records.Add(UkeTexts.Insured($"{person:D4}"));
                }

                var count = (records.Count - 1) / 2;
                var path = System.IO.Path.Combine(Path, "claims", $"{month}-{institution}.UKE");
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, UkeTexts.Bytes([.. records, $"GO,{count},{500 * count},99"]));
            }
        }
    }

    // Evidence names file and line of a claim; the record below it tells whose it is.
    private void WriteLists()
    {
        var lists = new[] { Letters, Waiting }.Select(path => new List<string> { "person,month,written,language" }).ToArray();
        foreach (var finding in File.ReadLines(System.IO.Path.Combine(Path, "scan", "findings.ndjson")).Select(line => JsonElement.Parse(line)))
        {
            var claim = finding.GetProperty("evidence")[0];
            var insured = File.ReadLines(System.IO.Path.Combine(Path, claim.GetProperty("file").GetString()!)).ElementAt(claim.GetProperty("line").GetInt32());
            lists[int.Parse(insured.Split(',')[3], CultureInfo.InvariantCulture) % 2].Add($"{finding.GetProperty("person").GetString()},2026-10,2026-11-05,ja");
        }

        File.WriteAllLines(Letters, lists[0]);
        File.WriteAllLines(Waiting, lists[1]);
    }
}
