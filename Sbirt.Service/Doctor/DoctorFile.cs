using System.Text;

namespace Sbirt.Service.Doctor;

/// <summary>One document of a file.</summary>
/// <param name="Line">The line of the file it begins on, from 1.</param>
/// <param name="Json">Its bytes.</param>
internal sealed record DoctorDocument(int Line, ReadOnlyMemory<byte> Json);

/// <summary>A file with one document, or with one on each line (NDJSON).</summary>
/// <param name="IsLines">Whether each line is a document.</param>
/// <param name="Documents">In the order of the file.</param>
internal sealed record DoctorFile(bool IsLines, IReadOnlyList<DoctorDocument> Documents)
{
    /// <summary>Files above this are not documents of one exchange.</summary>
    private const int MaxBytes = 64 * 1024 * 1024;

    /// <exception cref="IOException">The file cannot be read, or is larger than 64 MiB.</exception>
    public static async Task<DoctorFile> ReadAsync(string path, CancellationToken cancellation)
    {
        if (new FileInfo(path).Length > MaxBytes)
        {
            throw new IOException($"{path}: > {MaxBytes} bytes");
        }

        var bytes = await File.ReadAllBytesAsync(path, cancellation);
        var lines = Lines(bytes).ToArray();
        var isLines = path.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase) || (lines.Length > 1 && lines.All(IsWhole));
        return isLines ? new DoctorFile(true, lines) : new DoctorFile(false, [new DoctorDocument(1, bytes)]);
    }

    private static IEnumerable<DoctorDocument> Lines(byte[] bytes)
    {
        var line = 1;
        for (var start = 0; start < bytes.Length; line++)
        {
            var length = bytes.AsSpan(start).IndexOf((byte)'\n');
            var end = length < 0 ? bytes.Length : start + length;
            if (!Trimmed(bytes.AsSpan(start, end - start)).IsEmpty)
            {
                yield return new DoctorDocument(line, bytes.AsMemory(start, end - start));
            }

            start = end + 1;
        }
    }

    private static bool IsWhole(DoctorDocument line) =>
        Trimmed(line.Json.Span) is [(byte)'{', .., (byte)'}'];

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> bytes) => bytes.Trim(Encoding.ASCII.GetBytes(" \t\r"));
}
