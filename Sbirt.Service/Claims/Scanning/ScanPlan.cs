using System.Collections.Immutable;
using Sbirt.Service.Claims.Files;
using Sbirt.Service.Claims.Ndjson;
using Sbirt.Service.Claims.Uke;

namespace Sbirt.Service.Claims.Scanning;

/// <summary>A stretch of one file that begins with a billing head, or the whole of it.</summary>
/// <param name="Number">Its place in the order of the scan; facts name it.</param>
/// <param name="To">Null: to the end.</param>
internal sealed record ScanText(int Number, ClaimFile File, long From, long? To)
{
    /// <summary>It goes on a bulk export: lines of resources, whatever it begins with.</summary>
    public bool IsResources { get; init; }

    public long Bytes => (To ?? File.Bytes) - From;
}

/// <summary>What one worker reads in one go; when it is read its facts are safe in the work folder.</summary>
internal sealed record ScanPart(int Number, ImmutableArray<ScanText> Texts);

/// <summary>Cuts the input into parts: large files at billing heads, small ones together.</summary>
internal static class ScanPlan
{
    /// <summary>Large enough that parts cost nothing, small enough that a stopped scan loses little.</summary>
    public const long PartBytes = 128L * 1024 * 1024;

    public static ImmutableArray<ScanPart> Of(IReadOnlyList<ClaimFile> files, long partBytes)
    {
        var parts = ImmutableArray.CreateBuilder<ScanPart>();
        var together = ImmutableArray.CreateBuilder<ScanText>();
        var (texts, bytes) = (0, 0L);
        foreach (var file in files)
        {
            foreach (var (from, to, isResources) in Stretches(file, partBytes))
            {
                var text = new ScanText(texts++, file, from, to) { IsResources = from > 0 && isResources };
                together.Add(text);
                bytes += text.Bytes;
                if (bytes >= partBytes)
                {
                    parts.Add(new ScanPart(parts.Count, together.DrainToImmutable()));
                    bytes = 0;
                }
            }
        }

        if (together.Count > 0)
        {
            parts.Add(new ScanPart(parts.Count, together.DrainToImmutable()));
        }

        return parts.ToImmutable();
    }

    private static IEnumerable<(long From, long? To, bool IsResources)> Stretches(ClaimFile file, long partBytes)
    {
        var (from, isResources) = (0L, false);
        if (file.Entry is null && file.Bytes > 2 * partBytes)
        {
            while (from + (2 * partBytes) < file.Bytes && NextHead(file, from + partBytes, out isResources) is { } head)
            {
                yield return (from, head, isResources);
                from = head;
            }
        }

        yield return (from, null, isResources);
    }

    /// <summary>Where the first billing head (IR, YK) behind an offset begins, or the first line of resources; null: there is none, or the file is packed.</summary>
    private static long? NextHead(ClaimFile file, long offset, out bool isResources)
    {
        isResources = false;
        using var stream = file.Open();
        if (!stream.CanSeek)
        {
            return null;
        }

        var head = new LineReader(stream).Head();
        var form = UkeForms.Of(head);
        isResources = ResourceText.IsOne(head);
        stream.Position = offset;
        var lines = new LineReader(stream);
        // The first line may be cut in two.
        var isWhole = lines.TryRead(out _, out _);
        if (isResources)
        {
            return isWhole && lines.Position < file.Bytes - offset ? offset + lines.Position : null;
        }

        while (isWhole && lines.TryRead(out var line, out _))
        {
            if (UkeRecords.Of(UkeForms.Record(form, line)) is UkeRecords.Institution or UkeRecords.Pharmacy)
            {
                return offset + lines.Offset;
            }
        }

        return null;
    }
}
