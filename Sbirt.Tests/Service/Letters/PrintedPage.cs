using System.Globalization;
using System.Text.RegularExpressions;
using Sbirt.Content.Letters;
using Sbirt.Service.Letters.Printing;
using Sbirt.Tests.Hosts;
using Xunit;

namespace Sbirt.Tests.Service.Letters;

/// <summary>A page as Chromium prints it, read back with poppler: each word with its place on the paper.</summary>
internal sealed partial class PrintedPage : IDisposable
{
    private const double Points = 72 / 25.4;

    private readonly WorkFolder folder = new();

    public string Pdf => Path.Combine(folder.Path, "page.pdf");

    /// <summary>Page from 1, the word, and its box in millimetres.</summary>
    public List<(int Page, string Text, Box Box)> Words { get; } = [];

    public string Text => string.Concat(Words.Select(word => word.Text));

    public static async Task<PrintedPage> PrintAsync(string html)
    {
        Assert.SkipUnless(ChromiumPrinter.Find(null) is not null, "chromium (Debian package chromium) is not installed.");
        Assert.SkipUnless(File.Exists("/usr/bin/pdftotext"), "pdftotext (Debian package poppler-utils) is not installed.");
        var printed = new PrintedPage();
        await using (var printer = await ChromiumPrinter.StartAsync(ChromiumPrinter.Find(null)!, TestContext.Current.CancellationToken))
        {
            await File.WriteAllBytesAsync(printed.Pdf, await printer.PrintAsync(html, TestContext.Current.CancellationToken));
        }

        var run = await printed.RunAsync("pdftotext", "-bbox", "page.pdf", "-");
        var page = 0;
        foreach (Match match in PageOrWord().Matches(run.Output))
        {
            double At(string name) => double.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) / Points;
            if (!match.Groups["text"].Success)
            {
                page++;
                continue;
            }

            printed.Words.Add((page, System.Net.WebUtility.HtmlDecode(match.Groups["text"].Value), new Box(At("x"), At("y"), At("r") - At("x"), At("b") - At("y"))));
        }

        return printed;
    }

    public Task<CommandRun> RunAsync(string program, params string[] arguments) => CommandRun.RunAsync(folder.Path, program, arguments, "", []);

    /// <summary>The first page in grey, a byte for each dot, as pdftoppm draws it.</summary>
    public async Task<(int Width, byte[] Dots)> DrawAsync(int dotsPerInch)
    {
        await RunAsync("pdftoppm", "-gray", "-r", dotsPerInch.ToString(CultureInfo.InvariantCulture), "-f", "1", "-l", "1", "-singlefile", "page.pdf", "page");
        var bytes = await File.ReadAllBytesAsync(Path.Combine(folder.Path, "page.pgm"));
        var size = System.Text.Encoding.ASCII.GetString(bytes, 0, 40).Split('\n')[1].Split(' ');
        var (width, height) = (int.Parse(size[0], CultureInfo.InvariantCulture), int.Parse(size[1], CultureInfo.InvariantCulture));
        return (width, bytes[^(width * height)..]);
    }

    public void Dispose() => folder.Dispose();

    [GeneratedRegex("<page |<word xMin=\"(?<x>[0-9.]+)\" yMin=\"(?<y>[0-9.]+)\" xMax=\"(?<r>[0-9.]+)\" yMax=\"(?<b>[0-9.]+)\">(?<text>[^<]*)</word>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PageOrWord();
}
