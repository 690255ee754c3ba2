using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Shouldly;

namespace Sbirt.Tests.Hosts;

/// <summary>The built service as a process of its own, in Development on a free port of 127.0.0.1.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private readonly string folder;

    private ServiceProcess(Process process, string folder, Uri address)
    {
        Process = process;
        this.folder = folder;
        Client = new HttpClient { BaseAddress = address };
    }

    public Process Process { get; }

    public HttpClient Client { get; }

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public static async Task<ServiceProcess> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("sbirt-process-").FullName;
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [ChildProgram.ServiceDll, "serve", "--urls", address.ToString(), "--data", folder])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadLineAsync();
        said.ShouldNotBeNull("the service ended before it was ready");
        _ = process.StandardOutput.ReadToEndAsync();
        return new ServiceProcess(process, folder, address);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!Process.HasExited)
        {
            Process.Kill();
            await Process.WaitForExitAsync();
        }

        Process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
