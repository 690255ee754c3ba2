using System.CommandLine;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Json;
using Sbirt.Service.Screening;
using Sbirt.Service.Screening.Sheets;
using Sbirt.Service.Settings;

namespace Sbirt.Service.Commands;

/// <summary>
/// <c>assess FILE… or -</c>: scores answer sheets without a server. Exit 0 all scored, 2 some refused (each named
/// with file, line and reason), 1 failure.
/// </summary>
internal static class AssessCommand
{
    private const int AllScored = 0;
    private const int Failure = 1;
    private const int SomeRefused = 2;

    public static Command Create(TimeProvider clock)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "QuestionnaireResponse JSON, NDJSON or Bundles; - is standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var pack = new Option<string?>("--pack") { Description = "Threshold pack, e.g. jp-mhlw, who-2001, us." };
        var language = new Option<string?>("--lang") { Description = "Language of the result: ja or en." };
        language.AcceptOnlyFromAmong("ja", "en");
        var format = new Option<string>("--format") { Description = "json: a line each; text: a page to read.", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("json", "text");
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "Folder with the clinic's own content and directory.",
            DefaultValueFactory = _ => new DirectoryInfo("sbirt-data"),
        };

        var command = new Command("assess", "Scores answer sheets from files, without a server.") { files, pack, language, format, data };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(files)!,
            new SheetWish(parsed.GetValue(pack), LanguageTag.Parse(parsed.GetValue(language)), clock.Today(), parsed.GetValue(format) == "text"),
            parsed.GetValue(data)!.FullName,
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] files, SheetWish wish, string dataFolder, CancellationToken cancellation)
    {
        try
        {
            var assessor = await ContentInUse.AssessorForAsync(dataFolder, new SbirtSettings(), wish.Today, cancellation);
            if (wish.Pack is not null && assessor.Content.Thresholds.Find(wish.Pack) is null)
            {
                Complain(AssessmentReasons.PackUnknown(assessor.Content.Thresholds).Text.In(wish.Language ?? Language.Ja));
                return Failure;
            }

            var work = new SheetWork(new SheetAssessment(assessor, JsonLimits.Bundles, wish), JsonLimits.Bundles.BodyBytes);
            var refused = await work.RunAsync(files, cancellation);
            return refused == 0 ? AllScored : SomeRefused;
        }
        catch (ContentFaultException fault)
        {
            Complain(fault.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Complain(fault.Message);
        }

        return Failure;
    }

    private static void Complain(string sentence) => Console.Error.WriteLine(sentence);
}
