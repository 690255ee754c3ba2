using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sbirt.Content.Claims;
using Sbirt.Content.Languages;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Uke;

namespace Sbirt.Service.Claims.Scanning;

/// <summary>Where facts lie between the two passes. It belongs to one scan of one input and is gone when the scan is done.</summary>
internal static class WorkFolder
{
    private const string PlanFile = "plan.txt";

    /// <summary>Makes it new, or takes it up again when the scan goes on.</summary>
    /// <exception cref="ScanFaultException">It belongs to another scan, or the input has changed.</exception>
    public static void Open(ScanOptions options, ImmutableArray<ScanPart> parts, SignalPreset preset, ClaimCodes codes, KeyedHash hash)
    {
        var plan = Plan(options, parts, preset, codes, hash);
        var path = Path.Combine(options.WorkFolder, PlanFile);
        if (options.Resumes && File.Exists(path))
        {
            if (File.ReadAllText(path) != plan)
            {
                throw new ScanFaultException(new Localized(
                    "作業フォルダーは別の条件の途中のものか、その後ファイルや設定が変わっています。--resume なしで最初から始めるか、同じファイル・月・signals・マスターを指定してください。",
                    "The work folder belongs to another scan, or a file or setting has changed since. Scan without --resume to begin anew, or give the same files, month, signals and masters."));
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

    /// <summary>
    /// Moves the results out, and removes the folder. The last of them stands only beside others of its own scan: an older one
    /// is taken away first, so that whoever finds it finds a whole result.
    /// </summary>
    public static void Close(ScanOptions options, IReadOnlyList<string> results)
    {
        foreach (var result in results)
        {
            using var file = File.OpenHandle(Path.Combine(options.WorkFolder, result), FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(file);
        }

        File.Delete(Path.Combine(options.Out, results[^1]));
        foreach (var result in results)
        {
            File.Move(Path.Combine(options.WorkFolder, result), Path.Combine(options.Out, result), overwrite: true);
        }

        Directory.Delete(options.WorkFolder, recursive: true);
    }

    // All that the facts depend on: the program itself, the key, the preset (the user's own by what it holds), what the codes of
    // claims mean by the masters in use, and the files.
    private static string Plan(ScanOptions options, ImmutableArray<ScanPart> parts, SignalPreset preset, ClaimCodes codes, KeyedHash hash)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{typeof(Scan).Module.ModuleVersionId} {typeof(SignalPreset).Module.ModuleVersionId} {hash.Pseudonym(0, 0)}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{preset.Id} {preset.Version} {options.FirstMonth} {options.Month}");
        text.AppendLine(File.Exists(options.Preset) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(options.Preset))) : "");
        text.AppendLine(codes.Fingerprint());
        foreach (var each in parts.SelectMany(part => part.Texts))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{each.Number} {each.From} {each.To} {each.File.Bytes} {File.GetLastWriteTimeUtc(each.File.Path).Ticks} {each.File.Name}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
