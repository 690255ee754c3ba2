using System.Security.Cryptography;

namespace Sbirt.Service.Settings;

/// <summary>Random bytes in a file of their own, made when they are first asked for and readable by their owner only.</summary>
internal static class SecretFile
{
    public static byte[] ReadOrCreate(string file, int bytes)
    {
        if (!File.Exists(file))
        {
            Create(file, bytes);
        }

        return File.ReadAllBytes(file);
    }

    private static void Create(string file, int bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var draft = $"{file}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(draft, options))
        {
            stream.Write(RandomNumberGenerator.GetBytes(bytes));
            stream.Flush(flushToDisk: true);
        }

        // Renaming is atomic: a stop here leaves either no key or a whole one.
        File.Move(draft, file, overwrite: false);
    }
}
