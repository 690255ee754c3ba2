using System.Diagnostics;
using Xunit;

namespace Sbirt.Tests.Hosts;

/// <summary>A disk in memory that fills up soon; a ballast file on it is the space an operator would make.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string ballast;

    private SmallDisk(string folder)
    {
        Folder = folder;
        ballast = Path.Combine(folder, "ballast");
    }

    public string Folder { get; }

    /// <summary>Skips the calling test where nothing may be mounted.</summary>
    public static SmallDisk OfMegabytes(int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("sbirt-disk-").FullName;
        var isMounted = Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=777", "sbirt", folder);
        if (!isMounted)
        {
            Directory.Delete(folder);
        }

        Assert.SkipUnless(isMounted, "A small disk cannot be mounted: it needs root and the mount program (apt-get install mount).");
        return new(folder);
    }

    public void PutBallast(int megabytes) => File.WriteAllBytes(ballast, new byte[megabytes << 20]);

    public void MakeSpace() => File.Delete(ballast);

    public void Dispose()
    {
        Run("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static bool Run(string program, params string[] words)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
