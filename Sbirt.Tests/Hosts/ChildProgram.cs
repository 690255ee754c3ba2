using System.Diagnostics;

namespace Sbirt.Tests.Hosts;

/// <summary>A program run to its end, with its exit code, time and the most memory it held.</summary>
internal sealed record ChildProgram(int ExitCode, TimeSpan Took, long PeakBytes, string Errors)
{
    /// <summary>The built service beside the tests.</summary>
    public static string ServiceDll => typeof(Sbirt.Service.SbirtHost).Assembly.Location;

    /// <summary>Runs it; standard output goes to a file.</summary>
    public static async Task<ChildProgram> RunAsync(string outputFile, string folder, string program, params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var copying = CopyAsync(process.StandardOutput.BaseStream, outputFile);
        var errors = process.StandardError.ReadToEndAsync();
        var peak = 0L;
        while (!process.WaitForExit(20))
        {
            peak = Math.Max(peak, PeakOf(process.Id));
        }

        await copying;
        return new ChildProgram(process.ExitCode, watch.Elapsed, peak, await errors);
    }

    private static async Task CopyAsync(Stream from, string file)
    {
        await using var output = File.Create(file);
        await from.CopyToAsync(output);
    }

    /// <summary>High-water mark of resident memory, from /proc.</summary>
    private static long PeakOf(int processId)
    {
        try
        {
            var line = File.ReadLines($"/proc/{processId}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
