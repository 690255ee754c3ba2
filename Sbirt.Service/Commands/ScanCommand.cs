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
        var paths = new Argument<string[]>("PATH") { Description = "Billing files (UKE), folders, gzip and zip.", Arity = ArgumentArity.ZeroOrMore };
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
        var command = new Command("scan", "Scans claims for patterns such as many claims a month.")
        {
            paths, where, month, months, signals, output, resume, threads, part, drugs, diseases, data, language,
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

            if (parsed.GetValue(where) is not null && (parsed.GetValue(resume) || parsed.GetValue(drugs) is not null || parsed.GetValue(diseases) is not null))
            {
                Complain("Of claims in a cluster masters are given when they are loaded, and a scan that was stopped begins anew: leave --resume, --drug-master and --disease-master out.");
                return Task.FromResult(Failure);
            }

            var options = new ScanOptions(
                [.. parsed.GetValue(paths)!], last, parsed.GetValue(months), parsed.GetValue(signals)!, parsed.GetValue(output)!.FullName, parsed.GetValue(resume), parsed.GetValue(threads))
            {
                PartBytes = parsed.GetValue(part),
            };
            return RunAsync(options, parsed.GetValue(where), parsed.GetValue(drugs)?.FullName, parsed.GetValue(diseases)?.FullName, parsed.GetValue(data)!.FullName, LanguageOf(parsed.GetValue(language)), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(ScanOptions options, string? claims, string? drugMaster, string? diseaseMaster, string dataFolder, Language language, CancellationToken cancellation)
    {
        try
        {
            var medicines = MedicineLibrary.LoadShipped();
            var library = SignalLibrary.LoadShipped();
            var preset = PresetOf(library, options.Preset);
            var codes = CodesInUse.Of(preset, library.Exclusions, medicines, drugMaster, diseaseMaster);
            var hash = new KeyedHash(SecretFile.ReadOrCreate(Path.Combine(dataFolder, "keys", "persons.key"), KeyedHash.KeyBytes));
            var progress = new ScanProgress();
            var signals = new SignalScan(preset, medicines);
            var scan = Task.Run(
                () => claims is null
                    ? new Scan(options, signals, codes, hash, progress).RunAsync(cancellation)
                    : ClusterScan.RunAsync(ClusterAddress.Of(claims), options, signals, codes, FactMarks.Of(hash, medicines, codes), hash, progress, cancellation),
                cancellation);
            var result = await new ScanScreen(progress, language, TimeProvider.System).ShowAsync(scan);
            ScanPage.Write(Console.Out, result, language);
            return result.IsWhole ? AllRead : SomeRefused;
        }
        catch (OperationCanceledException)
        {
            Complain((language, claims) switch
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
        catch (Exception fault) when (fault is ClaimFileException or ContentFaultException or IOException or UnauthorizedAccessException)
        {
            Complain(fault.Message);
        }

        return Failure;
    }

    private static SignalPreset PresetOf(SignalLibrary library, string asked)
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
