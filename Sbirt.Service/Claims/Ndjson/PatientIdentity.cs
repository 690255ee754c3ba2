using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Uke;

namespace Sbirt.Service.Claims.Ndjson;

/// <summary>
/// Says who a patient of a bulk export is. Insurer, symbol, number, birth date and sex make the same person as in a billing
/// file; where one of them is not told, the patient goes by how it is referred to.
/// </summary>
/// <param name="insurers">Numbers of insurers by the code of what refers to them.</param>
internal sealed class PatientIdentity(KeyedHash hash, IReadOnlyDictionary<ShortCode, ShortCode> insurers)
{
    private readonly PersonIdentity identity = new(hash);

    /// <summary>Who it is; null: two Patients of one key tell another birth date or sex, and nobody knows whose claims they are.</summary>
    public IdentifiedPatient? Of(UInt128 reference, List<IdentityRow> told)
    {
        var patients = told.FindAll(row => row.IsPatient);
        if (patients.Count == 0)
        {
            return new IdentifiedPatient(new ClaimPerson(reference, 0, 0, ClaimSex.Unknown, 0), IsFound: false, IsInsured: false);
        }

        var first = patients[0];
        if (patients.Exists(row => row.BirthDay != first.BirthDay || row.Sex != first.Sex || row.Canonical != first.Canonical))
        {
            return null;
        }

        DateOnly? birth = first.BirthDay > 0 ? DateOnly.FromDayNumber(first.BirthDay) : null;
        return birth is { } born && first.Sex != ClaimSex.Unknown && InsuredAs(told) is { } insured
            ? new IdentifiedPatient(PersonOf(insured, patients.Max(row => row.Name), born, first.Sex), IsFound: true, IsInsured: true)
            : new IdentifiedPatient(new ClaimPerson(first.Canonical, 0, 0, first.Sex, (ushort)(birth?.Year ?? 0)), IsFound: true, IsInsured: false);
    }

    /// <summary>The coverage that names the person: one that has not ended, and of those the one that began last.</summary>
    private (IdentityRow Row, ShortCode Insurer)? InsuredAs(List<IdentityRow> told)
    {
        (IdentityRow Row, ShortCode Insurer)? best = null;
        foreach (var row in told)
        {
            if (InsurerOf(row) is { IsNone: false } insurer && (best is not { } other || Compare(row, other.Row) > 0))
            {
                best = (row, insurer);
            }
        }

        return best;
    }

    // Of two that began on one day the greater number is taken, whatever order they come in.
    private static int Compare(in IdentityRow one, in IdentityRow other)
    {
        var (mine, others) = (one.Insured, other.Insured);
        return one.Rank != other.Rank ? one.Rank.CompareTo(other.Rank) : ((ReadOnlySpan<byte>)mine).SequenceCompareTo(others);
    }

    private ShortCode InsurerOf(in IdentityRow row)
    {
        var at = 0;
        var told = row.Insured;
        var insurer = ResourceHashes.Part(told, ref at);
        return !insurer.IsEmpty ? ShortCode.Of(insurer) ?? ShortCode.None : insurers.GetValueOrDefault(row.InsurerReference);
    }

    private ClaimPerson PersonOf((IdentityRow Row, ShortCode Insurer) insured, ulong name, DateOnly birth, ClaimSex sex)
    {
        var at = 0;
        var told = insured.Row.Insured;
        ResourceHashes.Part(told, ref at);
        identity.Begin();
        identity.AddPlain(System.Text.Encoding.ASCII.GetBytes(insured.Insurer.ToString()));
        identity.AddPlain(ResourceHashes.Part(told, ref at));
        identity.AddPlain(ResourceHashes.Part(told, ref at));
        identity.AddBirth(birth, sex);
        return identity.Person(insured.Row.Branch, name, sex, birth);
    }
}

/// <param name="IsFound">A Patient is in the input.</param>
/// <param name="IsInsured">Known by insurer and number.</param>
internal readonly record struct IdentifiedPatient(ClaimPerson Person, bool IsFound, bool IsInsured);
