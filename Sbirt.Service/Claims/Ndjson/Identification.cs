using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Facts;

namespace Sbirt.Service.Claims.Ndjson;

/// <summary>
/// Between the two passes: a Patient, a Coverage and the claims that refer to them may stand in different files, so only
/// when all are read can it be said whose claims they are. One range of patients is held at a time.
/// </summary>
internal sealed class Identification(KeyedHash hash, FactRun run)
{
    /// <summary>Why claims of a patient are not used of whom two different persons are told.</summary>
    public const string Ambiguous = "patient-ambiguous";

    private readonly List<RefusedLine> refused = [];
    private readonly PatientRows rows = new();

    public ResourceCounts Counts { get; private set; }

    /// <summary>Writes the facts of all patients; gives the lines that are not used after all.</summary>
    public List<RefusedLine> Identify(ResourceRuns runs, CancellationToken cancellation)
    {
        var organizations = runs.Organizations();
        var identity = new PatientIdentity(hash, Table(organizations, row => row.Insurer));
        var claims = new PatientClaims(Table(organizations, row => row.Institution), run);
        for (var range = 0; range < runs.Ranges; range++)
        {
            cancellation.ThrowIfCancellationRequested();
            runs.Read(range);
            while (Next(runs) is { } patient)
            {
                Take(runs, patient);
                if (rows.Billed.Count + rows.Handed.Count > 0)
                {
                    Identify(identity.Of(patient, rows.Identities), claims);
                }
            }
        }

        Counts += claims.Counts;
        return refused;
    }

    private void Identify(IdentifiedPatient? patient, PatientClaims claims)
    {
        if (patient is not { } known)
        {
            refused.AddRange(rows.Billed.Select(row => new RefusedLine(row.File, row.Head.Place.Line, row.Head.Offset, Ambiguous, TakesClaim: true)));
            refused.AddRange(rows.Handed.Where(row => row.Key != 0).Select(row => new RefusedLine(row.File, row.Head.Place.Line, row.Head.Offset, Ambiguous, TakesClaim: false)));
            return;
        }

        Counts += new ResourceCounts { Unfound = known.IsFound ? 0 : rows.Billed.Count, Uninsured = known.IsInsured ? 0 : rows.Billed.Count };
        claims.Add(known.Person, rows);
    }

    private static UInt128? Next(ResourceRuns runs) => Earliest(
        Earliest(runs.Identities.Next, Earliest(runs.Billed.Next, runs.Replaced.Next)),
        Earliest(runs.Diseases.Next, Earliest(runs.Handed.Next, runs.Orders.Next)));

    private void Take(ResourceRuns runs, UInt128 patient)
    {
        runs.Identities.Take(patient, rows.Identities);
        runs.Billed.Take(patient, rows.Billed);
        runs.Replaced.Take(patient, rows.Replaced);
        runs.Diseases.Take(patient, rows.Diseases);
        runs.Handed.Take(patient, rows.Handed);
        runs.Orders.Take(patient, rows.Orders);
    }

    // Two Organizations of one id that tell different numbers tell none.
    private static Dictionary<ShortCode, ShortCode> Table(List<OrganizationRow> organizations, Func<OrganizationRow, ShortCode> of) => organizations
        .Where(row => !of(row).IsNone)
        .GroupBy(row => row.Reference)
        .Where(same => same.Select(of).Distinct().Count() == 1)
        .ToDictionary(same => same.Key, same => of(same.First()));

    private static UInt128? Earliest(UInt128? one, UInt128? other) =>
        one is { } first && other is { } second ? UInt128.Min(first, second) : one ?? other;
}
