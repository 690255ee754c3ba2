using System.CommandLine;
using System.Globalization;
using Sbirt.Content.Claims;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Languages;
using Sbirt.Content.Medicines;
using Sbirt.Service.Claims.ClickHouse;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Files;
using Sbirt.Service.Claims.Masters;
using Sbirt.Service.Claims.Output;
using Sbirt.Service.Claims.Scanning;
using Sbirt.Service.Findings;
using Sbirt.Service.Letters.Names;
using Sbirt.Service.Settings;

namespace Sbirt.Service.Commands;

/// <summary>
/// <c>scan PATH… --month YYYY-MM --out DIR</c>: the insurer's scan of claims. Exit 0 all read, 2 something refused (each
/// named in <c>refused.ndjson</c>) or totals that disagree, 1 failure.
/// </summary>
internal static class ScanCommand
{
    private const int AllRead = 0;
    private const int Failure = 1;
    private const int SomeRefused = 2;
    private const int MostMonths = 120;

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Billing files (UKE), FHIR R4 bulk exports (NDJSON, or their manifest), folders, gzip and zip.", Arity = ArgumentArity.ZeroOrMore };
        var where = ClaimsCommand.Where();
        var month = new Option<string>("--month") { Description = "The last month of care looked at, e.g. 2026-09.", Required = true };
        var months = new Option<int>("--months") { Description = "How many months up to it are looked at.", DefaultValueFactory = _ => 1 };
        var signals = new Option<string>("--signals") { Description = "A preset, or a file of your own.", DefaultValueFactory = _ => "kyokai-osaka-20" };
        var output = new Option<DirectoryInfo>("--out") { Description = "Folder for the result.", Required = true };
        var resume = new Option<bool>("--resume") { Description = "Goes on with a scan that was stopped." };
        var threads = new Option<int>("--threads") { Description = "How many files are read side by side.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var part = new Option<long>("--part-bytes") { Description = "How much is read before it is safe from a stop.", Hidden = true, DefaultValueFactory = _ => ScanPlan.PartBytes };
        var drugs = new Option<FileInfo?>("--drug-master") { Description = "医薬品マスター (CSV as published)." };
        var diseases = new Option<FileInfo?>("--disease-master") { Description = "傷病名マスター (CSV as published)." };
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder with the key of pseudonyms and own content.", DefaultValueFactory = _ => new DirectoryInfo("sbirt-data") };
        var language = new Option<string?>("--lang") { Description = "Language of the screen: ja or en." };
        language.AcceptOnlyFromAmong("ja", "en");
        var names = new Option<FileInfo?>("--names") { Description = "Writes who the persons of findings are into this new file, for letters." };
        var command = new Command("scan", "Scans claims for patterns such as many claims a month.")
        {
            paths, where, month, months, signals, output, resume, threads, part, drugs, diseases, data, language, names,
        };
        command.SetAction((parsed, cancellation) =>
        {
            if (MonthOf(parsed.GetValue(month)!) is not { } last || parsed.GetValue(months) is < 1 or > MostMonths)
            {
                Complain($"--month is written as 2026-09, and --months is 1 to {MostMonths}.");
                return Task.FromResult(Failure);
            }

            if ((parsed.GetValue(paths)!.Length == 0) == (parsed.GetValue(where) is null))
            {
                Complain("Name files or folders, or a cluster with --claims; not both.");
                return Task.FromResult(Failure);
            }

            if (parsed.GetValue(where) is not null && (parsed.GetValue(resume) || parsed.GetValue(names) is not null || parsed.GetValue(drugs) is not null || parsed.GetValue(diseases) is not null))
            {
                Complain("Of claims in a cluster masters are given when they are loaded, names stay in the files, and a scan that was stopped begins anew: leave --resume, --names, --drug-master and --disease-master out.");
                return Task.FromResult(Failure);
            }

            var options = new ScanOptions(
                [.. parsed.GetValue(paths)!], last, parsed.GetValue(months), parsed.GetValue(signals)!, parsed.GetValue(output)!.FullName, parsed.GetValue(resume), parsed.GetValue(threads))
            {
                PartBytes = parsed.GetValue(part),
            };
            return RunAsync(options, new ScanSources(parsed.GetValue(where), parsed.GetValue(drugs)?.FullName, parsed.GetValue(diseases)?.FullName, parsed.GetValue(data)!.FullName), parsed.GetValue(names)?.FullName, LanguageOf(parsed.GetValue(language)), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(ScanOptions options, ScanSources sources, string? names, Language language, CancellationToken cancellation)
    {
        try
        {
            ScannedNames.CheckFree(names);
            var medicines = MedicineLibrary.LoadShipped();
            var library = SignalLibrary.LoadShipped();
            var preset = PresetOf(library, options.Preset);
            var codes = CodesInUse.Of(preset, library.Exclusions, medicines, sources.DrugMaster, sources.DiseaseMaster);
            var hash = new KeyedHash(SecretFile.ReadOrCreate(Path.Combine(sources.DataFolder, "keys", "persons.key"), KeyedHash.KeyBytes));
            var progress = new ScanProgress();
            var all = options with { History = FindingHistory.Open(sources.DataFolder) };
            var signals = new SignalScan(preset, medicines);
            var scan = Task.Run(
                () => sources.Claims is null
                    ? new Scan(all, signals, codes, hash, progress).RunAsync(cancellation)
                    : ClusterScan.RunAsync(ClusterAddress.Of(sources.Claims), all, signals, codes, FactMarks.Of(hash, medicines, codes), hash, progress, cancellation),
                cancellation);
            var result = await new ScanScreen(progress, language, TimeProvider.System).ShowAsync(scan);
            ScanPage.Write(Console.Out, result, language);
            if (sources.DiseaseMaster is not null)
            {
                await Console.Out.WriteLineAsync("  " + DiseaseMaster.OpenPoint.In(language));
            }

            ScannedNames.Write(Console.Out, options, names, language, cancellation);
            return result.IsWhole ? AllRead : SomeRefused;
        }
        catch (OperationCanceledException)
        {
            Complain((language, sources.Claims) switch
            {
                (Language.En, null) => "Stopped. No result was written; --resume goes on from here.",
                (Language.En, _) => "Stopped. No result was written.",
                (_, null) => "中断しました。結果は書いていません。--resume を付けて続けられます。",
                _ => "中断しました。結果は書いていません。",
            });
        }
        catch (ScanFaultException fault)
        {
            Complain(fault.Said.In(language));
        }
        catch (Exception fault) when (fault is ClaimFileException or ContentFaultException or FindingFaultException or IOException or UnauthorizedAccessException)
        {
            Complain(fault.Message);
        }

        return Failure;
    }

    /// <summary>Where claims and what they are read with come from.</summary>
    /// <param name="Claims">Address of a cluster; null: the files named.</param>
    private sealed record ScanSources(string? Claims, string? DrugMaster, string? DiseaseMaster, string DataFolder);

    /// <summary>The preset with this name, or of this file.</summary>
    public static SignalPreset PresetOf(SignalLibrary library, string asked)
    {
        if (library.Find(asked) is { } preset)
        {
            return preset;
        }

        if (!File.Exists(asked))
        {
            throw new ScanFaultException($"There is no preset and no file \"{asked}\". Presets: {string.Join(", ", library.Presets.Select(each => each.Id))}.");
        }

        var faults = new List<ContentFault>();
        return SignalLibrary.Read(new ContentFile(asked, File.ReadAllText(asked)), faults) ?? throw new ContentFaultException(faults);
    }

    private static Language LanguageOf(string? asked) =>
        LanguageTag.Parse(asked) ?? LanguageTag.Parse(CultureInfo.CurrentUICulture.Name) ?? Language.Ja;

    private static int? MonthOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day.Year * 100) + day.Month : null;

    private static void Complain(string sentence) => Console.Error.WriteLine(sentence);
}
