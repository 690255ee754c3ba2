using System.CommandLine;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Languages;
using Sbirt.Content.Letters;
using Sbirt.Service.Findings;
using Sbirt.Service.Letters;

namespace Sbirt.Service.Commands;

/// <summary>
/// <c>letters DIR --out LETTERSDIR</c>: the letters of a scan. Exit 0 everybody is written to, waits, or is left out for a
/// reason of theirs; 2 the payer can mend something (each person listed in <c>not-written.csv</c>), 1 failure.
/// </summary>
internal static class LettersCommand
{
    private const int Done = 0;
    private const int Failure = 1;
    private const int SomeToMend = 2;

    /// <param name="clock">Tells the day on the letters.</param>
    public static Command Create(TimeProvider clock)
    {
        var scan = new Argument<DirectoryInfo>("DIR") { Description = "The folder a scan wrote (its --out)." };
        var output = new Option<DirectoryInfo>("--out") { Description = "A new folder for the letters.", Required = true };
        var settings = new Option<FileInfo>("--settings") { Description = "Your own contacts (docs/samples/letters/letters.yaml is a sample).", DefaultValueFactory = _ => new FileInfo("letters.yaml") };
        var names = new Option<FileInfo?>("--names") { Description = "Names and addresses (`scan --names` writes it, you add addresses); without it letters carry a number." };
        var language = new Option<string>("--lang") { Description = "ja, en (for whom the names file tells no language) or both.", DefaultValueFactory = _ => "ja" };
        language.AcceptOnlyFromAmong("ja", "en", "both");
        var suppress = new Option<FileInfo?>("--suppress") { Description = "Whom nobody writes to (CSV: person or insurer,symbol,number,branch; reason dv, opt-out, deceased or other; date; until)." };
        var consents = new Option<FileInfo?>("--consents") { Description = "Recorded consents to a copy for a prescriber (CSV: person,institution,date,evidence)." };
        var waiting = new Option<int>("--waiting") { Description = "This percentage, drawn at random, gets no letter yet (waiting.csv)." };
        var seed = new Option<int>("--seed") { Description = "Draws the same waiting list again.", DefaultValueFactory = _ => 1 };
        var plain = new Option<bool>("--plain-envelope") { Description = "Nothing of the sender is seen through the window." };
        var date = new Option<string?>("--date") { Description = "The day on the letters, e.g. 2026-11-30; today when not told." };
        var html = new Option<bool>("--html-only") { Description = "No PDF." };
        var chromium = new Option<string?>("--chromium") { Description = "Name or path of the Chromium that prints the PDF." };
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder with the history of findings.", DefaultValueFactory = _ => new DirectoryInfo("sbirt-data") };
        var command = new Command("letters", "Writes a letter to each person of a scan's findings.")
        {
            scan, output, settings, names, language, suppress, consents, waiting, seed, plain, date, html, chromium, data,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, () => new LettersOptions(
            parsed.GetValue(scan)!.FullName,
            parsed.GetValue(settings)!.FullName,
            parsed.GetValue(output)!.FullName,
            parsed.GetValue(data)!.FullName,
            DayOf(parsed.GetValue(date), clock),
            LanguageTag.Parse(parsed.GetValue(language)) ?? Language.Ja,
            parsed.GetValue(language) == "both")
        {
            Names = parsed.GetValue(names)?.FullName,
            Suppress = parsed.GetValue(suppress)?.FullName,
            ConsentList = parsed.GetValue(consents)?.FullName,
            Waiting = WaitingOf(parsed.GetValue(waiting), parsed.GetValue(seed)),
            IsPlain = parsed.GetValue(plain),
            Chromium = parsed.GetValue(chromium),
            Prints = !parsed.GetValue(html),
        }, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Func<LettersOptions> read, CancellationToken cancellation)
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        try
        {
            var options = read();
            var result = await new LettersRun(options, LetterPages.LoadShipped(), ReplyTokens.Next).RunAsync(cancellation);
            LettersPage.Write(output, result, options.Out);
            return result.IsWhole ? Done : SomeToMend;
        }
        catch (OperationCanceledException)
        {
            await errors.WriteLineAsync("Stopped. Nothing was written.");
        }
        catch (Exception fault) when (fault is LettersFaultException or FindingFaultException or ContentFaultException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(fault.Message);
        }

        return Failure;
    }

    private static DateOnly DayOf(string? told, TimeProvider clock) => told is null
        ? DateOnly.FromDateTime(clock.GetLocalNow().DateTime)
        : DecisionLine.DayOf(told) ?? throw new LettersFaultException("--date is written as 2026-11-30.");

    private static WaitingShare? WaitingOf(int percent, int seed) => percent switch
    {
        0 => null,
        > 0 and < 100 => new WaitingShare(percent, seed),
        _ => throw new LettersFaultException("--waiting is a percentage from 1 to 99, or left out."),
    };
}
