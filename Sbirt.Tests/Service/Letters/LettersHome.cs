using System.Text.Json;
using Sbirt.Content.Languages;
using Sbirt.Content.Letters;
using Sbirt.Service.Findings;
using Sbirt.Service.Letters;
using Sbirt.Tests.Service.Claims;
using Xunit;

namespace Sbirt.Tests.Service.Letters;

/// <summary>A scan with three persons of 16 claims each, and letters of it.</summary>
internal sealed class LettersHome : IDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 28);

    private static readonly LetterPages Pages = LetterPages.LoadShipped();

    private readonly ClaimFolder claims = new();
    private readonly Hosts.WorkFolder folder = new();
    private int tokens;

    private LettersHome()
    {
    }

    public string Folder => folder.Path;

    public string Scan => claims.Out;

    public string Data => Path.Combine(folder.Path, "data");

    public string Out { get; private set; } = "";

    public List<string> Persons { get; private set; } = [];

    public FindingHistory History => FindingHistory.Open(Data);

    public static async Task<LettersHome> OpenAsync()
    {
        var home = new LettersHome();
        for (var institution = 1; institution <= 16; institution++)
        {
            home.claims.Write($"{institution:00}.UKE", institution, [(1, "1112"), (2, "1112"), (3, "1112")]);
        }

        await home.claims.ScanAsync();
        home.Persons = [.. home.claims.Lines(ScannedFindings.FileName).Select(line => line.GetProperty("person").GetString()!).Distinct()];
        return home;
    }

    public string Write(string name, string text) => folder.Write(name, text);

    /// <summary>A names file with an address for each person; a change may be made to the rows.</summary>
    public string Names(Func<string, string>? change = null) => folder.Write(
        $"names-{tokens++}.csv",
        "person,insurer,symbol,number,branch,birth,sex,name,kana,postal,address1,address2,language\n"
        + string.Concat(Persons.Select((person, n) => (change ?? (row => row))($"{person},01270016,12,{n + 1},00,1950-04-05,female,見本　花子,ミホン　ハナコ,540-0008,大阪市中央区{n + 1}丁目,,\n"))));

    public Task<LettersResult> LettersAsync(Func<LettersOptions, LettersOptions>? change = null, string? settings = null)
    {
        Out = Path.Combine(folder.Path, $"letters-{tokens++}");
        var options = new LettersOptions(Scan, settings ?? Repository.PathOf("docs", "samples", "letters", "letters.yaml"), Out, Data, Today, Language.Ja, false) { Prints = false };
        return new LettersRun((change ?? (same => same))(options), Pages, () => $"TOKEN-{tokens++:0000}").RunAsync(TestContext.Current.CancellationToken);
    }

    public string Text(string file) => File.ReadAllText(Path.Combine(Out, file));

    public string[] Lines(string file) => Text(file).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    public string Letter(string number) => Text(Path.Combine("letters", number + ".html"));

    /// <summary>Every line of the findings after another scan of the same claims.</summary>
    public async Task<List<JsonElement>> ScanAgainAsync()
    {
        await claims.ScanAsync(history: History);
        return claims.Lines(ScannedFindings.FileName);
    }

    public void Dispose()
    {
        claims.Dispose();
        folder.Dispose();
    }
}
