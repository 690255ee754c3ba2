using System.Collections.Immutable;
using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Files;
using Sbirt.Service.Claims.Ndjson;
using Sbirt.Service.Claims.Output;
using Sbirt.Service.Claims.Report;
using Sbirt.Service.Claims.Uke;

namespace Sbirt.Service.Claims.Scanning;

/// <summary>
/// The insurer's scan: every file is read once into the work folder (first pass), then one person at a time is held against
/// the signals (second pass). What leaves it is written beside and moved at the very end, so that there is a whole result
/// or none.
/// </summary>
internal sealed class Scan(ScanOptions options, SignalScan signals, ClaimCodes codes, KeyedHash hash, ScanProgress progress)
{
    private const string FindingsFile = "findings.ndjson";

    /// <exception cref="ScanFaultException">It cannot be done as asked, or the disk is full or cannot be written.</exception>
    public async Task<ScanResult> RunAsync(CancellationToken cancellation)
    {
        try
        {
            return await ReadAndHoldAsync(cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw ScanFaultException.NotWritten(fault, options);
        }
    }

    private async Task<ScanResult> ReadAndHoldAsync(CancellationToken cancellation)
    {
        using var first = await FirstPass.ReadAsync(options, signals.Preset, codes, hash, progress, cancellation);
        return await FinishAsync(first.Texts, first.Read, first.Runs, first.Unopened, first.Resources, cancellation);
    }

    /// <summary>The second pass, wherever the rows of persons come from.</summary>
    /// <param name="refused">Files that could not be opened.</param>
    public async Task<ScanResult> FinishAsync(
        TextTable texts, ImmutableArray<PartResult> read, IPersonRows runs, IReadOnlyCollection<(string File, ClaimFileException Fault)> refused, ResourceCounts resources, CancellationToken cancellation)
    {
        var tally = new ScanTally(signals.Preset, options.FirstMonth, options.Month);
        var pass = new PersonPass(runs, hash, FirstPass.Broken(read), progress);
        var findings = Path.Combine(options.WorkFolder, FindingsFile);
        await using (var writer = new FindingWriter(findings, texts, signals.Preset, options.History))
        {
            foreach (var person in pass.Histories(Sieve, cancellation))
            {
                var found = signals.Findings(person, options.FirstMonth, options.Month);
                tally.Add(person, found, IsWithdrawn);
                foreach (var finding in found)
                {
                    writer.Write(finding);
                }
            }
        }

        var result = new ScanResult(options, signals.Preset, texts, read, pass.Persons, pass.Duplicates, tally, refused.Count) { Resources = resources };
        RefusedWriter.Write(Path.Combine(options.WorkFolder, RefusedWriter.FileName), result, refused);
        SummaryWriter.Write(Path.Combine(options.WorkFolder, SummaryWriter.FileName), result);
        ScanReportFile.Write(Path.Combine(options.WorkFolder, ScanReportFile.FileName), result);
        RunWriter.Write(Path.Combine(options.WorkFolder, RunWriter.FileName), result);
        WorkFolder.Close(options, [FindingsFile, RefusedWriter.FileName, SummaryWriter.FileName, ScanReportFile.FileName, RunWriter.FileName]);
        return result;

        // Every person's claims are counted; a history is made only where a signal may hold.
        bool Sieve(in PersonSpans person)
        {
            tally.Add(person.Claims);
            return signals.MayFind(in person, options.FirstMonth, options.Month);
        }
    }

    private bool IsWithdrawn(ClaimFinding finding) =>
        options.History?.StandingOf(finding.Person, finding.Month, finding.Signal).Withdrawn is not null;
}
