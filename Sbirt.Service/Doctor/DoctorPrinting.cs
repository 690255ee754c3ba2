using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sbirt.Content.Languages;
using Sbirt.Service.Doctor.Mending;

namespace Sbirt.Service.Doctor;

/// <summary>Prints what was found and mended: a line each to read, or a JSON line for each document.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="language">Language of the sentences.</param>
/// <param name="asJson">JSON lines instead of text.</param>
internal sealed class DoctorPrinting(TextWriter output, Language language, bool asJson)
{
    private static readonly JsonSerializerOptions OneLine = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <param name="file">The file's name as it was given.</param>
    /// <param name="repair">What was mended; null when nothing was to be.</param>
    public void Print(string file, DoctorDocument document, DoctorExamination examined, DoctorRepair? repair)
    {
        if (asJson)
        {
            PrintJson(file, document, examined, repair);
            return;
        }

        output.WriteLine($"{file}:{document.Line}: {KindWord(examined.Kind)} — {Verdict(examined)}");
        foreach (var finding in examined.Findings)
        {
            output.WriteLine($"  {LineOf(document, finding)}:{Number(finding.At.Column)}  {Sentence(finding)}");
        }

        foreach (var change in repair?.Changes ?? [])
        {
            output.WriteLine($"  {Say("修正", "mended")}  {Place(change.Pointer)}  {change.Text.In(language)}");
        }

        // Lines have moved in the mended document, so what is left is told by its pointer.
        foreach (var left in repair?.Left ?? [])
        {
            output.WriteLine($"  {Say("未修正", "not mended")}  {Sentence(left)}");
        }
    }

    /// <summary>Says where the mended documents are.</summary>
    public void PrintWritten(string path)
    {
        if (!asJson)
        {
            output.WriteLine(Say($"修正したものを {path} に書きました。", $"The mended documents are in {path}."));
        }
    }

    private void PrintJson(string file, DoctorDocument document, DoctorExamination examined, DoctorRepair? repair) =>
        output.WriteLine(JsonSerializer.Serialize(
            new
            {
                file,
                line = document.Line,
                kind = examined.Kind is { } kind ? Lower(kind) : null,
                broken = examined.IsBroken,
                findings = examined.Findings.Select(finding => Json(finding, document)),
                changes = repair?.Changes.Select(change => new { pointer = change.Pointer, text = change.Text.In(language) }),
                notMended = repair?.Left.Select(left => Json(left, null)),
            },
            OneLine));

    private object Json(DoctorFinding finding, DoctorDocument? document) => new
    {
        row = finding.Requirement.Id,
        strength = Lower(finding.Requirement.Strength),
        pointer = finding.Pointer,
        line = document is null ? (int?)null : finding.At.Line + document.Line - 1,
        column = document is null ? (int?)null : finding.At.Column,
        text = finding.Text.In(language),
        requirement = finding.Requirement.Text,
        source = finding.Requirement.Source,
    };

    private string Sentence(DoctorFinding finding) =>
        $"{finding.Requirement.Strength.ToString().ToUpperInvariant()} [{finding.Requirement.Id}]  {Place(finding.Pointer)}  {finding.Text.In(language)}";

    private string Verdict(DoctorExamination examined)
    {
        var broken = examined.Findings.Count(finding => finding.IsBroken);
        return examined.Findings.IsEmpty
            ? Say("問題は見つかりません", "nothing is wrong")
            : Say(
                $"SHALL に反するもの {Number(broken)} 件、ほか {Number(examined.Findings.Length - broken)} 件",
                $"{Number(broken)} against a SHALL, {Number(examined.Findings.Length - broken)} others");
    }

    private string KindWord(DocumentKind? kind) => kind switch
    {
        DocumentKind.Discovery => Say("サービス一覧", "discovery"),
        DocumentKind.Request => Say("フックの要求", "hook request"),
        DocumentKind.Response => Say("応答", "response"),
        DocumentKind.Feedback => Say("フィードバック", "feedback"),
        _ => Say("種類は不明", "unknown kind"),
    };

    private static string Place(string pointer) => pointer.Length == 0 ? "/" : pointer;

    private static string LineOf(DoctorDocument document, DoctorFinding finding) => Number(finding.At.Line + document.Line - 1);

    private static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private string Say(string ja, string en) => language == Language.Ja ? ja : en;
}
