using Sbirt.FhirAdapter.Json;
using Sbirt.Service.Claims.Scanning;

namespace Sbirt.Service.Claims.Output;

/// <summary>Writes <c>run.json</c>: what is needed to do the same scan again and get the same result.</summary>
internal static class RunWriter
{
    public const string FileName = "run.json";

    public static void Write(string path, ScanResult result) => File.WriteAllBytes(path, FhirJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("signals", result.Preset.Id);
        json.WriteString("signalsVersion", result.Preset.Version);
        json.WriteString("month", FindingWriter.MonthText(result.Options.Month));
        json.WriteNumber("months", result.Options.Months);
        json.WriteBoolean("arithmeticIsSound", result.Arithmetic is { AreDaysSound: true, AreAmountsSound: true });
        json.WriteStartArray("input");
        foreach (var text in result.Read)
        {
            json.WriteStartObject();
            json.WriteString("file", result.Texts.FileOf(text.Number));
            json.WriteNumber("from", result.Texts.OffsetOf(text.Number, 0));
            json.WriteNumber("bytes", text.Bytes);
            json.WriteString("form", text.Form);
            json.WriteString("sha256", text.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }));
}
