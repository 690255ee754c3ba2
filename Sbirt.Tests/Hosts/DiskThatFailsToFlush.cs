using System.Diagnostics;
using Xunit;

namespace Sbirt.Tests.Hosts;

/// <summary>
/// A library that is loaded before the system's and lets every flush fail (EIO) while a certain file is there, as a
/// dying disk does.
/// </summary>
internal static class DiskThatFailsToFlush
{
    /// <summary>Names the file whose presence breaks the disk.</summary>
    public const string SwitchVariable = "SBIRT_TEST_BROKEN_DISK";

    private const string Source = """
        #include <errno.h>
        #include <stdlib.h>
        #include <unistd.h>
        static int broken(void) { const char *f = getenv("SBIRT_TEST_BROKEN_DISK"); return f && access(f, F_OK) == 0; }
        int fsync(int fd) { (void)fd; if (broken()) { errno = EIO; return -1; } return 0; }
        int fdatasync(int fd) { (void)fd; if (broken()) { errno = EIO; return -1; } return 0; }
        """;

    /// <summary>Compiles the library into a folder; skips the calling test where there is no compiler.</summary>
    public static async Task<string> CompileAsync(string folder)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/gcc"), "There is no C compiler: apt-get install gcc libc6-dev.");
        var source = Path.Combine(folder, "flush.c");
        var library = Path.Combine(folder, "flush.so");
        await File.WriteAllTextAsync(source, Source);
        using var compiler = Process.Start("/usr/bin/gcc", ["-shared", "-fPIC", "-o", library, source]);
        await compiler.WaitForExitAsync();
        Assert.Equal(0, compiler.ExitCode);
        return library;
    }
}
