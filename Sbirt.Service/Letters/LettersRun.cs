using System.Globalization;
using System.Text;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Handouts;
using Sbirt.Content.Languages;
using Sbirt.Content.Letters;
using Sbirt.Service.Findings;
using Sbirt.Service.Letters.Lists;
using Sbirt.Service.Letters.Names;
using Sbirt.Service.Letters.Printing;

namespace Sbirt.Service.Letters;

/// <summary>
/// Writes the letters of a scan: everybody with findings is written to, put on the waiting list, or listed with the reason
/// why not. All of it is written beside and moved at the very end, so that there is a whole result or none.
/// </summary>
internal sealed class LettersRun(LettersOptions options, LetterPages pages, Func<string> nextToken)
{
    /// <exception cref="LettersFaultException">A list or the folder cannot be used.</exception>
    /// <exception cref="ContentFaultException">The settings are not complete; each fault with its line.</exception>
    /// <exception cref="FindingFaultException">The scan's findings cannot be read.</exception>
    public async Task<LettersResult> RunAsync(CancellationToken cancellation)
    {
        if (Directory.Exists(options.Out) && Directory.EnumerateFileSystemEntries(options.Out).Any())
        {
            throw new LettersFaultException($"{options.Out} is not empty. Letters that were written once stay as they are: name another folder.");
        }

        var settings = SettingsOf(options.Settings);
        var names = options.Names is { } path ? NamesFile.Read(path) : null;
        var suppressions = options.Suppress is { } list ? Suppressions.Read(list, names is not null) : null;
        var consents = options.ConsentList is { } recorded ? Consents.Read(recorded, options.Written) : null;
        var history = FindingHistory.Open(options.DataFolder);
        var candidates = new Candidates(options, history, names, suppressions);
        var (toWrite, notWritten) = candidates.Of(ScannedFindings.In(options.Scan));

        var draft = $"{options.Out.TrimEnd(Path.DirectorySeparatorChar)}.{Path.GetRandomFileName()}.new";
        var folder = new LettersFolder(draft);
        try
        {
            var result = await WriteAsync(folder, settings, toWrite, notWritten, consents, cancellation);

            // Who once was on the list stays without letters, also when the next run forgets the list.
            history.Add([.. candidates.Suppressed.Where(each => history.NoLetter(each.Person, options.Written) is not { } kept || kept.Until != each.Until || kept.Reason != each.Reason)]);
            folder.Close(options.Out);
            return result;
        }
        finally
        {
            folder.Remove();
        }
    }

    private async Task<LettersResult> WriteAsync(
        LettersFolder folder, LetterSettings settings, IReadOnlyList<Candidate> toWrite, IReadOnlyList<NotWritten> notWritten, ILookup<string, Consent>? consents, CancellationToken cancellation)
    {
        var not = notWritten.ToList();
        var faults = new HashSet<WordingFault>();
        var (written, waiting, copies, copiesNot) = (0, 0, 0, 0);
        foreach (var candidate in toWrite)
        {
            cancellation.ThrowIfCancellationRequested();
            var letter = LetterTo(candidate, written + 1);
            var sheet = pages.Set(letter, settings);
            if (sheet is null || !sheet.Faults.IsEmpty)
            {
                faults.UnionWith(sheet?.Faults ?? []);
                not.Add(new NotWritten(candidate.Person, candidate.Month, sheet is null ? NotWritten.AddressTooLong : NotWritten.Wording, string.Join(' ', sheet?.Faults.Select(fault => fault.Rule).Distinct() ?? [])));
            }
            else if (options.Waiting?.Holds(candidate.Person) == true)
            {
                waiting++;
                folder.AddWaiting(candidate, options.Written);
            }
            else
            {
                written++;
                folder.AddLetter(candidate, letter, sheet);
                foreach (var consent in consents?[candidate.Person] ?? [])
                {
                    _ = TryCopy(folder, settings, candidate, letter, consent) ? copies++ : copiesNot++;
                }
            }
        }

        folder.Write(not, settings, pages);
        var (printed, unprinted) = options.Prints ? await PrintAsync(folder, cancellation) : (0, null);
        return new LettersResult(
            toWrite.Count + notWritten.Count, written, waiting, [.. not], [.. faults], consents is not null, copies, copiesNot, printed, unprinted);
    }

    private Letter LetterTo(Candidate candidate, int number) => new(
        number.ToString("0000", CultureInfo.InvariantCulture),
        options.Written,
        candidate.Findings,
        candidate.Named?.Addressee,
        nextToken(),
        options.IsPlain)
    {
        Languages = options.InBoth ? [candidate.Language, .. Enum.GetValues<Language>().Where(language => language != candidate.Language)] : [candidate.Language],
    };

    /// <summary>A copy goes to an institution that the findings name, of a person whose name and birth date are known.</summary>
    private bool TryCopy(LettersFolder folder, LetterSettings settings, Candidate candidate, Letter letter, Consent consent)
    {
        if (candidate.Named?.Birth is not { } birth || !candidate.Findings.Any(finding => finding.Institutions.Contains(consent.Institution)))
        {
            return false;
        }

        var sheet = pages.Set(new PrescriberCopy(letter, birth, consent.Institution, consent.Date), settings);
        return sheet.Faults.IsEmpty && folder.TryAddCopy(letter, consent.Institution, sheet);
    }

    private async Task<(int Printed, string? Unprinted)> PrintAsync(LettersFolder folder, CancellationToken cancellation)
    {
        if (ChromiumPrinter.Find(options.Chromium) is not { } program)
        {
            return (0, $"Chromium was not found ({options.Chromium ?? string.Join(", ", ChromiumPrinter.Names)}), so there is no PDF; the HTML is complete and can be printed from any browser. Install it (Debian: apt-get install chromium) or name it with --chromium.");
        }

        if (folder.Pages.Count == 0)
        {
            return (0, null);
        }

        try
        {
            await using var printer = await ChromiumPrinter.StartAsync(program, cancellation);
            foreach (var page in folder.Pages)
            {
                var pdf = await printer.PrintAsync(await File.ReadAllTextAsync(page, Encoding.UTF8, cancellation), cancellation);
                SafeFile.Write(Path.ChangeExtension(page, ".pdf"), pdf);
            }

            return (folder.Pages.Count, null);
        }
        catch (PrintingFaultException fault)
        {
            return (0, fault.Message);
        }
    }

    private static LetterSettings SettingsOf(string path)
    {
        if (!File.Exists(path))
        {
            throw new LettersFaultException($"There is no file {path}. A letter needs your own contacts: copy docs/samples/letters/letters.yaml and fill it in.");
        }

        var faults = new List<ContentFault>();
        return LetterSettingsReader.Read(new ContentFile(path, File.ReadAllText(path)), faults) ?? throw new ContentFaultException(faults);
    }
}
