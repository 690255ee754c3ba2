using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Facts;

namespace Sbirt.Service.Claims.Scanning;

/// <summary>The second pass: one person at a time, with all facts in order.</summary>
/// <param name="broken">Texts that turned out broken: nothing of theirs is used.</param>
internal sealed class PersonPass(IPersonRows runs, KeyedHash hash, IReadOnlySet<int> broken, ScanProgress progress)
{
    private readonly PersonRows<ClaimRow> claims = new();
    private readonly PersonRows<DispensingRow> dispensings = new();
    private readonly PersonRows<DiseaseRow> diseases = new();
    private readonly PersonAssembly assembly = new(hash);

    public long Persons => assembly.Persons;

    public long Duplicates => assembly.Duplicates;

    /// <summary>The persons whom the sieve holds back, in the order of their hashes.</summary>
    public IEnumerable<PersonHistory> Histories(PersonSieve sieve, CancellationToken cancellation)
    {
        for (var range = 0; range < runs.Ranges; range++)
        {
            cancellation.ThrowIfCancellationRequested();
            runs.Read(range, claims.Read, dispensings.Read, diseases.Read);
            Sort(claims);
            Sort(dispensings);
            Sort(diseases);
            foreach (var history in assembly.In(claims, dispensings, diseases, sieve))
            {
                yield return history;
            }

            progress.Assemble(range + 1, runs.Ranges);
        }
    }

    private void Sort<T>(PersonRows<T> rows)
        where T : unmanaged, IFactRow
    {
        if (broken.Count > 0)
        {
            rows.Read.RemoveAll(row => broken.Contains(row.File));
        }

        rows.Sort();
    }
}
