using Sbirt.Content.Evaluation;
using Sbirt.Content.Languages;

namespace Sbirt.Service.Evaluation;

/// <summary>An evaluation on one screen.</summary>
internal static class EvaluationLines
{
    private const int MostLines = 10;

    public static void Write(TextWriter writer, TextWriter errors, EvaluationReport report, string folder)
    {
        writer.WriteLine(EvaluationWords.Times(report.Before, report.After).En);
        if (report.Comparison is { } comparison)
        {
            writer.WriteLine($"  {comparison.Written} written to, {comparison.Compared} {(report.IsWaitingList ? "waiting" : "matched")}; for a person and month:");
            foreach (var line in comparison.Lines)
            {
                var placebo = report.Placebo?.Comparison?.Lines[(int)line.Measure];
                writer.WriteLine($"  {MeasureWords.Of(line.Measure).Title.In(Language.En),-34}{EvaluationWords.Signed(line.Effect, line.Measure),10}  ({EvaluationWords.Between(line).En}){(placebo is null ? "" : $"  without letters {EvaluationWords.Signed(placebo.Effect, line.Measure)}")}");
            }
        }
        else
        {
            writer.WriteLine($"  {EvaluationWords.TooSmall((int)report.Rules.LeastGroup.Value).En}");
        }

        if (report.Placebo is null)
        {
            writer.WriteLine($"  {EvaluationWords.NoPlacebo(report.PlaceboSpans).En}");
        }

        if (report.UnknownLines.Length > 0)
        {
            var lines = string.Join(", ", report.UnknownLines.Take(MostLines)) + (report.UnknownLines.Length > MostLines ? ", …" : "");
            errors.WriteLine($"{report.UnknownLines.Length} persons of the list of letters have no claims in what was given (lines {lines}). They are told in the report and in no number.");
        }

        writer.WriteLine($"  -> {Path.Combine(folder, EvaluationOptions.PageFile)}");
    }
}
