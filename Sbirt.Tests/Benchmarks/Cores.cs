using System.Diagnostics;
using System.Globalization;
using Shouldly;

namespace Sbirt.Tests.Benchmarks;

/// <summary>Puts a running process with all its threads on some cores (Debian's taskset).</summary>
internal static class Cores
{
    public static async Task UseAsync(int processId, string cores)
    {
        using var taskset = Process.Start(new ProcessStartInfo(
            "taskset", ["-apc", cores, processId.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        await taskset.StandardOutput.ReadToEndAsync();
        await taskset.WaitForExitAsync();
        taskset.ExitCode.ShouldBe(0);
    }
}
