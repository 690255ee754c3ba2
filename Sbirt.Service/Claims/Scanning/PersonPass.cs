using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Facts;

namespace Sbirt.Service.Claims.Scanning;

/// <summary>The second pass: one person at a time, with all facts in order.</summary>
/// <param name="isUsed">False for texts that turned out broken: nothing of theirs is used.</param>
internal sealed class PersonPass(IPersonRows runs, KeyedHash hash, Func<int, bool> isUsed)
{
    private readonly PersonRows<ClaimRow> claims = new();
    private readonly PersonRows<DispensingRow> dispensings = new();
    private readonly PersonRows<DiseaseRow> diseases = new();
    private readonly PersonAssembly assembly = new(hash);

    public long Persons => assembly.Persons;

    public long Duplicates => assembly.Duplicates;

    /// <summary>Every person of the scan, in the order of their hashes.</summary>
    public IEnumerable<PersonHistory> Histories(CancellationToken cancellation)
    {
        foreach (var range in runs.Ranges())
        {
            cancellation.ThrowIfCancellationRequested();
            runs.Read(range, claims.Read, dispensings.Read, diseases.Read);
            claims.Read.RemoveAll(row => !isUsed(row.Fact.Place.File));
            dispensings.Read.RemoveAll(row => !isUsed(row.Fact.Place.File));
            diseases.Read.RemoveAll(row => !isUsed(row.Fact.Place.File));
            claims.Sort();
            dispensings.Sort();
            diseases.Sort();
            foreach (var history in assembly.In(claims, dispensings, diseases))
            {
                yield return history;
            }
        }
    }
}
