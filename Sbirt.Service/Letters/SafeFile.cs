using System.Text;

namespace Sbirt.Service.Letters;

/// <summary>Writes a file that its owner alone can read: whole and on the disk, or not at all.</summary>
internal static class SafeFile
{
    /// <exception cref="IOException">A file of this name is there, or it cannot be written.</exception>
    public static void WriteNew(string path, Action<TextWriter> write)
    {
        if (File.Exists(path))
        {
            throw new IOException($"{path} is there already and stays as it is. Name another file, or move that one away.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var beside = $"{path}.{Path.GetRandomFileName()}.new";
        try
        {
            using (var stream = Create(beside))
            {
                // The mark tells spreadsheets that it is UTF-8.
                using (var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
                {
                    write(text);
                }

                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: false);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var stream = Create(path);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
