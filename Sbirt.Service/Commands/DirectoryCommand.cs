using System.CommandLine;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Languages;
using Sbirt.Content.Referrals;
using Sbirt.Service.Referrals;

namespace Sbirt.Service.Commands;

/// <summary><c>directory check FILE</c> and <c>directory import FILE</c>: exit 0 good, 2 problems, 1 failure.</summary>
internal static class DirectoryCommand
{
    private const int Good = 0;
    private const int Failure = 1;
    private const int Problems = 2;

    /// <param name="clock">Tells the day that "last verified" is held against.</param>
    public static Command Create(TimeProvider clock)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Places as YAML (.yaml), CSV (.csv) or FHIR Bundle (.json)." };
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "Folder for the database and the clinic's own content.",
            DefaultValueFactory = _ => new DirectoryInfo("sbirt-data"),
        };
        var language = new Option<string>("--lang")
        {
            Description = "Language of the report: ja or en.",
            DefaultValueFactory = _ => "ja",
        };
        language.AcceptOnlyFromAmong("ja", "en");

        var check = new Command("check", "Says what is wrong in a directory, row by row; writes nothing.") { file, language };
        check.SetAction((parsed, cancellation) => RunAsync(parsed, parsed.GetValue(language), async printing =>
        {
            var library = printing.Library;
            var reading = await DirectoryFile.ReadAsync(library, parsed.GetValue(file)!.FullName, cancellation);
            var found = PlaceDirectory.Check(library, reading, Today(clock));
            printing.To.Print(found, reading.Entries.Length);
            return found.Directory is null ? Problems : Good;
        }));

        var import = new Command("import", "Checks a directory and takes all of it into the data folder, or nothing.") { file, data, language };
        import.SetAction((parsed, cancellation) => RunAsync(parsed, parsed.GetValue(language), async printing =>
        {
            var library = printing.Library;
            var reading = await DirectoryFile.ReadAsync(library, parsed.GetValue(file)!.FullName, cancellation);
            var result = await new DirectoryImport(library, parsed.GetValue(data)!.FullName).RunAsync(reading, Today(clock), cancellation);
            printing.To.Print(result.Check, reading.Entries.Length);
            printing.To.Print(result);
            return result.Path is null ? Problems : Good;
        }));

        return new Command("directory", "The places a person can be handed over to.") { check, import };
    }

    private static async Task<int> RunAsync(
        ParseResult parsed,
        string? language,
        Func<(ReferralLibrary Library, DirectoryPrinting To), Task<int>> run)
    {
        try
        {
            var library = ReferralLibrary.Load(ContentFile.Embedded(ReferralLibrary.Folder));
            var output = parsed.InvocationConfiguration.Output;
            return await run((library, new DirectoryPrinting(output, library, LanguageTag.Parse(language) ?? Language.Ja)));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ContentFaultException)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(fault.Message);
            return Failure;
        }
    }

    private static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
}
