using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sbirt.Content.Claims;

namespace Sbirt.Service.Claims.Scanning;

/// <summary>Where facts lie between the two passes. It belongs to one scan of one input and is gone when the scan is done.</summary>
internal static class WorkFolder
{
    private const string PlanFile = "plan.txt";

    /// <summary>Makes it new, or takes it up again when the scan goes on.</summary>
    /// <exception cref="ScanFaultException">It belongs to another scan, or the input has changed.</exception>
    public static void Open(ScanOptions options, ImmutableArray<ScanPart> parts, SignalPreset preset)
    {
        var plan = Plan(options, parts, preset);
        var path = Path.Combine(options.WorkFolder, PlanFile);
        if (options.Resumes && File.Exists(path))
        {
            if (File.ReadAllText(path) != plan)
            {
                throw new ScanFaultException(
                    "The work folder belongs to another scan, or a file has changed since. Scan without --resume to begin anew, or give the same files, month and signals.");
            }

            return;
        }

        if (Directory.Exists(options.WorkFolder))
        {
            Directory.Delete(options.WorkFolder, recursive: true);
        }

        Directory.CreateDirectory(options.WorkFolder);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(options.WorkFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        File.WriteAllText(path + ".draft", plan);
        File.Move(path + ".draft", path);
    }

    /// <summary>Moves the results out, and removes the folder.</summary>
    public static void Close(ScanOptions options, IEnumerable<string> results)
    {
        foreach (var result in results)
        {
            File.Move(Path.Combine(options.WorkFolder, result), Path.Combine(options.Out, result), overwrite: true);
        }

        Directory.Delete(options.WorkFolder, recursive: true);
    }

    private static string Plan(ScanOptions options, ImmutableArray<ScanPart> parts, SignalPreset preset)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{preset.Id} {preset.Version} {options.FirstMonth} {options.Month}");
        foreach (var each in parts.SelectMany(part => part.Texts))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{each.Number} {each.From} {each.To} {each.File.Bytes} {File.GetLastWriteTimeUtc(each.File.Path).Ticks} {each.File.Name}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
