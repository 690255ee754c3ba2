using System.CommandLine;

namespace Sbirt.Service.Commands;

/// <summary>The verbs of the program; without a verb it serves.</summary>
internal static class SbirtCommandLine
{
    /// <summary>Set by <c>dotnet run</c> through the project file: the default environment is Development.</summary>
    public static Option<bool> StartedFromSource { get; } = new("--started-from-source")
    {
        Hidden = true,
        Recursive = true,
    };

    /// <summary>A signal to stop lets the work under way finish; the library's own two seconds would cut it off.</summary>
    public static InvocationConfiguration Running { get; } = new()
    {
        ProcessTerminationTimeout = SbirtHost.DrainTime + TimeSpan.FromSeconds(2),
    };

    public static RootCommand Create()
    {
        var root = new RootCommand("Sbirt: screening, brief intervention and referral to treatment, as a service and on files.");
        root.Options.Add(StartedFromSource);
        var serve = ServeCommand.Create();
        root.Subcommands.Add(serve);
        root.Subcommands.Add(AssessCommand.Create(TimeProvider.System));
        root.Subcommands.Add(DirectoryCommand.Create(TimeProvider.System));
        root.Subcommands.Add(DoctorCommand.Create());
        root.Subcommands.Add(SynthesizeCommand.Create());
        root.Subcommands.Add(ScanCommand.Create());
        root.Subcommands.Add(FindingsCommand.Create(TimeProvider.System));
        root.Subcommands.Add(LettersCommand.Create(TimeProvider.System));
        root.Subcommands.Add(EvaluateCommand.Create());
        root.Subcommands.Add(ClaimsCommand.Create());
        foreach (var option in serve.Options)
        {
            root.Options.Add(option);
        }

        root.SetAction((parsed, cancellation) => ServeCommand.RunAsync(parsed, cancellation));
        return root;
    }
}
