using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Scanning;
using Sbirt.Service.Claims.Uke;

namespace Sbirt.Service.Evaluation;

/// <summary>The scan's own first pass over files, and then persons one after another as often as asked.</summary>
internal sealed class ClaimHistories : IDisposable
{
    private readonly FirstPass first;
    private readonly KeyedHash hash;
    private readonly ScanProgress progress;

    private ClaimHistories(FirstPass first, KeyedHash hash, ScanProgress progress, bool isWhole) =>
        (this.first, this.hash, this.progress, IsWhole) = (first, hash, progress, isWhole);

    /// <summary>True: every line of every file was read, and totals agree.</summary>
    public bool IsWhole { get; }

    public static async Task<ClaimHistories> ReadAsync(ScanOptions options, SignalPreset preset, ClaimCodes codes, KeyedHash hash, ScanProgress progress, CancellationToken cancellation)
    {
        var first = await FirstPass.ReadAsync(options, preset, codes, hash, progress, cancellation);
        var result = new ScanResult(options, preset, first.Texts, first.Read, 0, 0, new ScanTally(preset, options.Month, options.Month), first.Unopened.Count) { Resources = first.Resources };
        return new ClaimHistories(first, hash, progress, result.IsWhole);
    }

    public IEnumerable<PersonHistory> Persons(CancellationToken cancellation) =>
        new PersonPass(first.Runs, hash, FirstPass.Broken(first.Read), progress).Histories((in _) => true, cancellation);

    public void Dispose() => first.Dispose();
}
