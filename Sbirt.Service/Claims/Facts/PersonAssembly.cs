using System.Runtime.InteropServices;
using Sbirt.Content.Claims;

namespace Sbirt.Service.Claims.Facts;

/// <summary>Whether a person is worth a history; it is shown every person, and asked before anything is made of them.</summary>
internal delegate bool PersonSieve(in PersonSpans person);

/// <summary>
/// Turns rows of the work folder into persons with their history. Of one claim that came twice (late, sent back and billed
/// again, or a file given twice) the one billed last counts, and all that belongs to the other falls with it. Lists are used
/// again for person after person: of millions of persons nearly none gets a history of its own.
/// </summary>
internal sealed class PersonAssembly(KeyedHash hash)
{
    private const int FewRows = 16;

    private readonly List<ClaimRow> claimRows = [];
    private readonly List<DispensingRow> dispensingRows = [];
    private readonly List<DiseaseRow> diseaseRows = [];
    private readonly List<ClaimFact> claims = [];
    private readonly List<DispensingFact> dispensings = [];
    private readonly List<DiseaseFact> diseases = [];
    private readonly HashSet<ClaimPlace> fallen = [];

    /// <summary>Claims that were set aside for a later state of the same claim.</summary>
    public long Duplicates { get; private set; }

    public long Persons { get; private set; }

    /// <summary>One history for each person of the rows whom the sieve holds back, in the order of their hashes.</summary>
    public IEnumerable<PersonHistory> In(
        PersonRows<ClaimRow> allClaims, PersonRows<DispensingRow> allDispensings, PersonRows<DiseaseRow> allDiseases, PersonSieve sieve)
    {
        while (Earliest(allClaims.Next, Earliest(allDispensings.Next, allDiseases.Next)) is { } person)
        {
            allClaims.Take(person, claimRows);
            allDispensings.Take(person, dispensingRows);
            allDiseases.Take(person, diseaseRows);
            var first = claimRows.Count > 0 ? claimRows[0].Person : dispensingRows.Count > 0 ? dispensingRows[0].Person : diseaseRows[0].Person;
            if (Twins.Only(claimRows, dispensingRows, diseaseRows) is { } only)
            {
                if (Assemble(first, only, sieve) is { } history)
                {
                    yield return history;
                }

                continue;
            }

            foreach (var history in Several(sieve))
            {
                yield return history;
            }
        }
    }

    private List<PersonHistory> Several(PersonSieve sieve)
    {
        var histories = new List<PersonHistory>();
        var (allClaims, allDispensings, allDiseases) = (claimRows.ToList(), dispensingRows.ToList(), diseaseRows.ToList());
        var persons = allClaims.Select(row => row.Person).Concat(allDispensings.Select(row => row.Person)).Concat(allDiseases.Select(row => row.Person)).ToList();
        foreach (var twin in Twins.Of(persons))
        {
            twin.Take(allClaims, claimRows);
            twin.Take(allDispensings, dispensingRows);
            twin.Take(allDiseases, diseaseRows);
            if (Assemble(claimRows.Count > 0 ? claimRows[0].Person : persons[0], twin.Id, sieve) is { } history)
            {
                histories.Add(history);
            }
        }

        return histories;
    }

    private PersonHistory? Assemble(ClaimPerson person, ulong twin, PersonSieve sieve)
    {
        Persons++;
        Settle();
        dispensings.Clear();
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(dispensingRows))
        {
            if (fallen.Count == 0 || !fallen.Contains(row.Claim))
            {
                dispensings.Add(row.Fact);
            }
        }

        diseases.Clear();
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(diseaseRows))
        {
            if (fallen.Count == 0 || !fallen.Contains(row.Claim))
            {
                diseases.Add(row.Fact);
            }
        }

        if (!sieve(new PersonSpans(CollectionsMarshal.AsSpan(claims), CollectionsMarshal.AsSpan(dispensings), CollectionsMarshal.AsSpan(diseases))))
        {
            return null;
        }

        claims.Sort(HistoryOrder.Compare);
        dispensings.Sort(HistoryOrder.Compare);
        diseases.Sort(HistoryOrder.Compare);
        return new PersonHistory(hash.Pseudonym(person.Base, twin), person.Sex, person.BirthYear, [.. claims], [.. dispensings], [.. diseases]);
    }

    /// <summary>Keeps the last state of each claim.</summary>
    private void Settle()
    {
        claims.Clear();
        fallen.Clear();
        var rows = CollectionsMarshal.AsSpan(claimRows);
        SortStates(rows);
        for (var at = 0; at < rows.Length; at++)
        {
            if (at + 1 < rows.Length && rows[at].IsSameClaim(in rows[at + 1]))
            {
                fallen.Add(rows[at].Place);
                Duplicates++;
            }
            else
            {
                claims.Add(rows[at].Fact);
            }
        }
    }

    // Most persons have two or three claims: moving them by hand costs a tenth of calling a sort.
    private static void SortStates(Span<ClaimRow> rows)
    {
        if (rows.Length > FewRows)
        {
            rows.Sort((one, other) => one.CompareStates(in other));
            return;
        }

        for (var row = 1; row < rows.Length; row++)
        {
            for (var back = row; back > 0 && rows[back - 1].CompareStates(in rows[back]) > 0; back--)
            {
                (rows[back - 1], rows[back]) = (rows[back], rows[back - 1]);
            }
        }
    }

    private static UInt128? Earliest(UInt128? one, UInt128? other) =>
        one is { } first && other is { } second ? UInt128.Min(first, second) : one ?? other;
}
