using Sbirt.Content.Claims;

namespace Sbirt.Service.Claims.Uke;

/// <summary>The disease names of the claim that is being read (SY, and SB of a DPC claim). A suspicion is a sign of nothing.</summary>
internal sealed class UkeDiseases(ClaimCodes codes)
{
    private const int FewFields = 8;

    // 修飾語コード: the fourth field behind the id in SY, the second in SB, where ICD-10 is the fourth.
    private const int Modifiers = 4;
    private const int ModifiersOfBundle = 2;
    private const int Icd10OfBundle = 4;

    private int month;
    private ShortCode institution;

    public List<DiseaseFact> Found { get; } = [];

    public void Begin(int ofMonth, ShortCode at)
    {
        (month, institution) = (ofMonth, at);
        Found.Clear();
    }

    /// <summary>Adds a SY record; gives what it is a sign of.</summary>
    public ClaimSigns Add(ReadOnlySpan<byte> record, ClaimPlace place)
    {
        Span<int> room = stackalloc int[FewFields];
        var fields = UkeFields.Of(record, room);
        return Add(fields[1], ClaimCodes.IsSuspected(fields[Modifiers]), place);
    }

    /// <summary>Adds a SB record; gives what it is a sign of.</summary>
    public ClaimSigns AddOfBundle(ReadOnlySpan<byte> record, ClaimPlace place)
    {
        Span<int> room = stackalloc int[FewFields];
        var fields = UkeFields.Of(record, room);
        var isSuspected = ClaimCodes.IsSuspected(fields[ModifiersOfBundle]);
        var icd10 = fields[Icd10OfBundle];
        var signs = Add(fields[1], isSuspected, place);
        return isSuspected || icd10.IsEmpty || codes.Icd10 is not { } known ? signs : signs | known.ForIcd10(icd10);
    }

    private ClaimSigns Add(ReadOnlySpan<byte> code, bool isSuspected, ClaimPlace place)
    {
        if (UkeValues.Number(code) is not { } number)
        {
            return ClaimSigns.None;
        }

        if (codes.KeepsDiseases && ShortCode.Of(code) is { } disease)
        {
            Found.Add(new DiseaseFact(month, institution, disease, isSuspected, false, place));
        }

        return isSuspected ? ClaimSigns.None : codes.Diseases.GetValueOrDefault(number);
    }
}
