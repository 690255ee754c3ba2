using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Scanning;
using Sbirt.Service.Claims.Uke;

namespace Sbirt.Service.Evaluation;

/// <summary>Reads claims into a work folder, evaluates, and moves both results out at the end; the work folder goes in any case.</summary>
internal static class EvaluationFolder
{
    public static async Task<EvaluationReport> WriteAsync(
        EvaluationOptions options, SignalPreset preset, ClaimCodes codes, KeyedHash hash, ScanProgress progress, LetterEvaluation evaluation, CancellationToken cancellation)
    {
        var scan = new ScanOptions(options.Paths, options.After.To, options.After.Count, preset.Id, options.Out, Resumes: false, options.Threads);
        try
        {
            EvaluationReport report;
            using (var histories = await ClaimHistories.ReadAsync(scan, preset, codes, hash, progress, cancellation))
            {
                report = evaluation.Run(() => histories.Persons(cancellation), histories.IsWhole);
            }

            await File.WriteAllBytesAsync(Path.Combine(scan.WorkFolder, EvaluationOptions.PageFile), EvaluationPage.Write(report), cancellation);
            await File.WriteAllBytesAsync(Path.Combine(scan.WorkFolder, EvaluationOptions.JsonFile), EvaluationJson.Write(report), cancellation);
            WorkFolder.Close(scan, [EvaluationOptions.JsonFile, EvaluationOptions.PageFile]);
            return report;
        }
        finally
        {
            if (Directory.Exists(scan.WorkFolder))
            {
                Directory.Delete(scan.WorkFolder, recursive: true);
            }
        }
    }
}
