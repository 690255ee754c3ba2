using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Sbirt.Content.Claims;
using Sbirt.Content.Medicines;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Masters;
using Sbirt.Service.Claims.Scanning;
using Sbirt.Service.Findings;

namespace Sbirt.Tests.Service.Claims;

/// <summary>Billing files on the disk, and scans of them.</summary>
internal sealed class ClaimFolder : IDisposable
{
    private static readonly Lazy<(SignalLibrary Signals, MedicineLibrary Medicines)> Content = new(() => (SignalLibrary.LoadShipped(), MedicineLibrary.LoadShipped()));

    private readonly Hosts.WorkFolder folder = new();

    public string Input => Path.Combine(folder.Path, "input");

    public string Out => Path.Combine(folder.Path, "out");

    public string Work => Path.Combine(Out, "work");

    /// <summary>One file of one institution: a claim for each person named.</summary>
    public string Write(string name, int institution, IEnumerable<(int Person, string Type)> claims, string month = "202609", string billed = "202610")
    {
        var records = new List<string> { string.Create(CultureInfo.InvariantCulture, $"IR,1,27,1,{institution:D7},,見本医院,{billed},00,0600000000") };
        var all = claims.ToList();
        for (var n = 0; n < all.Count; n++)
        {
            records.Add(UkeTexts.Receipt(n + 1, all[n].Type, month));
            records.Add(UkeTexts.Insured(all[n].Person.ToString(CultureInfo.InvariantCulture)));
        }

        records.Add($"GO,{all.Count},{500 * all.Count},99");
        return Write(name, UkeTexts.Bytes(records));
    }

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Input, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string Zip(string name, params (string Entry, byte[] Bytes)[] entries)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (entry, bytes) in entries)
            {
                using var stream = zip.CreateEntry(entry).Open();
                stream.Write(bytes);
            }
        }

        return Write(name, packed.ToArray());
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    /// <summary>Scans the input folder under one key, so that pseudonyms are the same each time.</summary>
    public async Task<ScanResult> ScanAsync(
        int threads = 1, long? partBytes = null, bool resumes = false, string preset = "kyokai-osaka-20", ScanProgress? progress = null, string[]? paths = null, FindingHistory? history = null, CancellationToken cancellation = default)
    {
        var (library, medicines) = Content.Value;
        var options = new ScanOptions([.. paths ?? [Input]], 202609, 1, preset, Out, resumes, threads) { PartBytes = partBytes ?? ScanPlan.PartBytes, History = history };
        var signals = library.Find(preset)!;
        return await new Scan(options, new SignalScan(signals, medicines), CodesInUse.Of(signals, library.Exclusions, medicines, null, null), new KeyedHash(new byte[KeyedHash.KeyBytes]), progress ?? new ScanProgress())
            .RunAsync(cancellation);
    }

    public string Text(string file) => File.ReadAllText(Path.Combine(Out, file));

    public List<JsonElement> Lines(string file) => [.. File.ReadLines(Path.Combine(Out, file)).Select(line => JsonElement.Parse(line))];

    public JsonElement Summary => JsonElement.Parse(Text("summary.json"));

    public void Dispose() => folder.Dispose();
}
