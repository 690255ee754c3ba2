using Sbirt.FhirAdapter.Json;
using Sbirt.Service.Claims.Files;
using Sbirt.Service.Claims.Scanning;

namespace Sbirt.Service.Claims.Output;

/// <summary>Writes what was not read as NDJSON: file, line, byte offset, why, and how to mend it. Nothing of a line is repeated.</summary>
internal static class RefusedWriter
{
    public const string FileName = "refused.ndjson";

    public static void Write(string path, ScanResult result, IEnumerable<(string File, ClaimFileException Fault)> files)
    {
        using var stream = new FileStream(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 256 * 1024 });
        foreach (var (file, fault) in files)
        {
            Write(stream, file, 0, 0, fault.Code, fault.Message);
        }

        foreach (var line in result.Parts.SelectMany(part => part.Refused))
        {
            var isFile = line.Line == 0;
            Write(
                stream,
                result.Texts.FileOf(line.File),
                isFile ? 0 : result.Texts.LineOf(new(line.File, line.Line)),
                isFile ? 0 : result.Texts.OffsetOf(line.File, line.Offset),
                line.Reason,
                RefusalWords.Of(line.Reason));
        }
    }

    private static void Write(Stream stream, string file, long line, long offset, string reason, string said)
    {
        stream.Write(FhirJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            if (line > 0)
            {
                json.WriteNumber("line", line);
                json.WriteNumber("offset", offset);
            }

            json.WriteString("reason", reason);
            json.WriteString("text", said);
            json.WriteEndObject();
        }));
        stream.WriteByte((byte)'\n');
    }
}
