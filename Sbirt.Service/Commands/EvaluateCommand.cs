using System.CommandLine;
using Sbirt.Content.Claims;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Evaluation;
using Sbirt.Content.Languages;
using Sbirt.Content.Medicines;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Files;
using Sbirt.Service.Claims.Masters;
using Sbirt.Service.Claims.Output;
using Sbirt.Service.Claims.Scanning;
using Sbirt.Service.Evaluation;
using Sbirt.Service.Settings;

namespace Sbirt.Service.Commands;

/// <summary>
/// <c>evaluate PATH… --before A..B --after C..D --letters FILE --out DIR</c>: what changed after letters. Exit 0 done, 2 done
/// with something refused or somebody unknown, 1 failure.
/// </summary>
internal static class EvaluateCommand
{
    private const int Done = 0;
    private const int Failure = 1;
    private const int SomeMissing = 2;

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Billing files (UKE), folders, gzip and zip.", Arity = ArgumentArity.OneOrMore };
        var before = new Option<string>("--before") { Description = "Months of care before the letters, e.g. 2026-07..2026-09.", Required = true };
        var after = new Option<string>("--after") { Description = "Months of care after the letters, e.g. 2026-12..2027-02.", Required = true };
        var letters = new Option<FileInfo>("--letters") { Description = "letters.csv, as letters writes it.", Required = true };
        var waiting = new Option<FileInfo?>("--waiting") { Description = "waiting.csv, the comparison; without it persons are matched." };
        var leaveOut = new Option<FileInfo?>("--leave-out") { Description = "CSV with a column person: nobody's comparison, such as those who want no letters." };
        var signals = new Option<string>("--signals") { Description = "The preset or file the scan used.", DefaultValueFactory = _ => "kyokai-osaka-20" };
        var output = new Option<DirectoryInfo>("--out") { Description = "Folder for the result.", Required = true };
        var threads = new Option<int>("--threads") { Description = "How many files are read side by side.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var drugs = new Option<FileInfo?>("--drug-master") { Description = "医薬品マスター (CSV as published)." };
        var diseases = new Option<FileInfo?>("--disease-master") { Description = "傷病名マスター (CSV as published)." };
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder with the key of pseudonyms.", DefaultValueFactory = _ => new DirectoryInfo("sbirt-data") };
        var command = new Command("evaluate", "Tells what changed after letters, beside persons who got none.")
        {
            paths, before, after, letters, waiting, leaveOut, signals, output, threads, drugs, diseases, data,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (MonthSpan.TryParse(parsed.GetValue(before)) is not { } first || MonthSpan.TryParse(parsed.GetValue(after)) is not { } second)
            {
                return Complain("--before and --after are written as 2026-07..2026-09, the earlier month first.");
            }

            if (first.To >= second.From)
            {
                return Complain($"--before {first} and --after {second} overlap or stand the wrong way round. Let --before end before --after begins.");
            }

            var options = new EvaluationOptions(
                [.. parsed.GetValue(paths)!],
                first,
                second,
                parsed.GetValue(letters)!.FullName,
                parsed.GetValue(waiting)?.FullName,
                parsed.GetValue(leaveOut)?.FullName,
                parsed.GetValue(signals)!,
                parsed.GetValue(output)!.FullName,
                parsed.GetValue(threads));
            return await RunAsync(options, parsed.GetValue(drugs)?.FullName, parsed.GetValue(diseases)?.FullName, parsed.GetValue(data)!.FullName, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(EvaluationOptions options, string? drugMaster, string? diseaseMaster, string dataFolder, CancellationToken cancellation)
    {
        try
        {
            var medicines = MedicineLibrary.LoadShipped();
            var library = SignalLibrary.LoadShipped();
            var preset = ScanCommand.PresetOf(library, options.Preset);
            var codes = CodesInUse.Of(preset, library.Exclusions, medicines, drugMaster, diseaseMaster) with { KeepsAllMedicines = true };
            var hash = new KeyedHash(SecretFile.ReadOrCreate(Path.Combine(dataFolder, "keys", "persons.key"), KeyedHash.KeyBytes));
            var rules = EvaluationRules.LoadShipped();
            var evaluation = new LetterEvaluation(options, new SignalScan(preset, medicines), new PersonMeasuring(preset, medicines, rules), rules);
            var progress = new ScanProgress();
            var work = Task.Run(() => EvaluationFolder.WriteAsync(options, preset, codes, hash, progress, evaluation, cancellation), cancellation);
            var report = await new ScanScreen(progress, Language.En, TimeProvider.System).ShowAsync(work);
            EvaluationLines.Write(Console.Out, Console.Error, report, options.Out);
            return report is { IsWhole: true, UnknownLines.IsEmpty: true } ? Done : SomeMissing;
        }
        catch (OperationCanceledException)
        {
            return Complain("Stopped. Nothing was written.");
        }
        catch (Exception fault) when (fault is EvaluationFaultException or ScanFaultException or ClaimFileException or ContentFaultException or IOException or UnauthorizedAccessException)
        {
            return Complain(fault.Message);
        }
    }

    private static int Complain(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return Failure;
    }
}
