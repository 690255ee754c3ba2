using System.CommandLine;
using Sbirt.Content.ContentFiles;
using Sbirt.Service.Security.Keys;
using Sbirt.Service.Settings;
using Sbirt.Service.Store;

namespace Sbirt.Service.Commands;

/// <summary><c>serve [--urls U] [--data DIR]</c>: starts the service.</summary>
internal static class ServeCommand
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Addresses to listen on, separated by ';'.",
        DefaultValueFactory = _ => DefaultUrl,
    };

    private static readonly Option<DirectoryInfo> Data = new("--data")
    {
        Description = "Folder for the database and the clinic's own content.",
        DefaultValueFactory = _ => new DirectoryInfo("sbirt-data"),
    };

    public static Command Create()
    {
        var command = new Command("serve", "Starts the service (the default).") { Urls, Data };
        command.SetAction(RunAsync);
        return command;
    }

    public static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        try
        {
            await using var app = await SbirtHost.CreateAsync(new SbirtHostOptions(
                parsed.GetValue(Urls)!,
                parsed.GetValue(Data)!.FullName,
                EnvironmentName(parsed.GetValue(SbirtCommandLine.StartedFromSource))), cancellation);
            await app.StartAsync(cancellation);
            _ = app.Services.GetRequiredService<TrustedKeys>().ReadAheadAsync();
            Greeting.Print(app, parsed.InvocationConfiguration.Output);
            await app.WaitForShutdownAsync(cancellation);
            return 0;
        }
        catch (SettingsFaultException fault)
        {
            return Refuse(parsed, "The settings are not right, so Sbirt does not start:", fault.Message);
        }
        catch (ContentFaultException fault)
        {
            return Refuse(parsed, "The content is not right, so Sbirt does not start:", fault.Message);
        }
        catch (Exception fault) when (fault is StoreRefusedException or StoreUnavailableException or IOException)
        {
            return Refuse(parsed, "Sbirt cannot start:", fault.Message);
        }
    }

    private static string EnvironmentName(bool startedFromSource) =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
        ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
        ?? (startedFromSource ? Environments.Development : Environments.Production);

    private static int Refuse(ParseResult parsed, string what, string details)
    {
        parsed.InvocationConfiguration.Error.WriteLine(what);
        parsed.InvocationConfiguration.Error.WriteLine(details);
        return 1;
    }
}
