using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Shouldly;

namespace Sbirt.Tests.Hosts;

/// <summary>The built service as a process of its own, in Development on a free port of 127.0.0.1.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> said;
    private readonly bool folderIsOurs;

    private ServiceProcess(Process process, string folder, bool folderIsOurs, Uri address, ConcurrentQueue<string> said)
    {
        Process = process;
        Folder = folder;
        this.folderIsOurs = folderIsOurs;
        this.said = said;
        Client = new HttpClient { BaseAddress = address };
    }

    /// <summary>The settings of the runtime that docs/operations.md advises for a service; a test holds the two together.</summary>
    public static (string Key, string Value)[] AsOperated { get; } = [("DOTNET_TieredPGO", "1"), ("DOTNET_GCgen0size", "4000000")];

    public Process Process { get; }

    public HttpClient Client { get; }

    public string Folder { get; }

    /// <summary>Everything it has printed, greeting and log.</summary>
    public string Output => string.Join('\n', said);

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    /// <param name="folder">Data folder that stays; null: one of its own, removed at the end.</param>
    public static async Task<ServiceProcess> StartAsync(string? folder = null, params (string Key, string Value)[] environment)
    {
        var data = folder ?? Directory.CreateTempSubdirectory("sbirt-process-").FullName;
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [ChildProgram.ServiceDll, "serve", "--urls", address.ToString(), "--data", data])
        {
            WorkingDirectory = data,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        var said = new ConcurrentQueue<string>();
        var ready = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        (await ready.Task).ShouldBeTrue("the service ended before it was ready: " + string.Join('\n', said));
        return new ServiceProcess(process, data, folder is null, address, said);

        void Take(string? line)
        {
            said.Enqueue(line ?? "");
            if (line is null || line.StartsWith("Stop ", StringComparison.Ordinal))
            {
                ready.TrySetResult(line is not null);
            }
        }
    }

    /// <summary>Ends it without warning, as a power cut does.</summary>
    public async Task KillAsync()
    {
        Process.Kill();
        await Process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop as an operating system does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", Process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!Process.HasExited)
        {
            await KillAsync();
        }

        Process.Dispose();
        if (folderIsOurs)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
