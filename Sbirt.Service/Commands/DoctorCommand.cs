using System.CommandLine;
using Sbirt.Content.Languages;
using Sbirt.Service.Doctor;
using Sbirt.Service.Doctor.Mending;

namespace Sbirt.Service.Commands;

/// <summary>
/// <c>doctor FILE…</c>: says what in CDS Hooks documents breaks which requirement. Exit 0 no SHALL is broken in what
/// was read, 2 some are, 1 failure.
/// </summary>
internal static class DoctorCommand
{
    private const int NothingBroken = 0;
    private const int Failure = 1;
    private const int SomethingBroken = 2;

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Discovery documents, hook requests, responses or feedback: JSON, or NDJSON.",
            Arity = ArgumentArity.OneOrMore,
        };
        var repair = new Option<bool>("--repair") { Description = "Writes FILE.repaired.json with what can be mended, and lists every change." };
        var language = new Option<string?>("--lang") { Description = "Language of the report: ja or en." };
        language.AcceptOnlyFromAmong("ja", "en");
        var format = new Option<string>("--format") { Description = "text: to read; json: a line for each document.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("json", "text");

        var command = new Command("doctor", "Says what in CDS Hooks documents of anybody breaks which requirement.") { files, repair, language, format };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed,
            parsed.GetValue(files)!,
            parsed.GetValue(repair),
            new DoctorPrinting(
                parsed.InvocationConfiguration.Output,
                LanguageTag.Parse(parsed.GetValue(language)) ?? Language.Ja,
                parsed.GetValue(format) == "json"),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, string[] files, bool repair, DoctorPrinting printing, CancellationToken cancellation)
    {
        try
        {
            var isBroken = false;
            foreach (var path in files)
            {
                isBroken |= await ExamineAsync(path, repair, printing, cancellation);
            }

            return isBroken ? SomethingBroken : NothingBroken;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(fault.Message);
            return Failure;
        }
    }

    private static async Task<bool> ExamineAsync(string path, bool repair, DoctorPrinting printing, CancellationToken cancellation)
    {
        var file = await DoctorFile.ReadAsync(path, cancellation);
        var isBroken = false;
        var mended = new List<DoctorRepair>();
        foreach (var document in file.Documents)
        {
            var examined = DoctorExamination.Of(document.Json, null);
            var repaired = repair ? DoctorRepair.Of(document.Json, examined, file.IsLines) : null;
            printing.Print(path, document, examined, repaired);
            isBroken |= examined.IsBroken;
            mended.Add(repaired ?? new DoctorRepair(null, [], []));
        }

        if (mended.Any(document => document.Json is not null))
        {
            printing.PrintWritten(await WriteAsync(path, file, mended, cancellation));
        }

        return isBroken;
    }

    /// <summary>Writes beside the file and never over anything; documents without a change are kept as they were.</summary>
    private static async Task<string> WriteAsync(string path, DoctorFile file, List<DoctorRepair> mended, CancellationToken cancellation)
    {
        var target = $"{path}.repaired.json";
        await using var stream = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        for (var i = 0; i < mended.Count; i++)
        {
            await stream.WriteAsync(mended[i].Json ?? file.Documents[i].Json, cancellation);
            stream.WriteByte((byte)'\n');
        }

        return target;
    }
}
