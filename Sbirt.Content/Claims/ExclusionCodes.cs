using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Sbirt.Content.Claims.Files;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Languages;
using Sbirt.Content.Medicines;

namespace Sbirt.Content.Claims;

/// <summary>
/// Tells a reader of claims which codes are a sign (<c>Claims/exclusions.yaml</c>). A suspected disease (修飾語 8002) is
/// no sign: the reader leaves it out. Many codes are for the payer to add; none is guessed.
/// </summary>
public sealed class ExclusionCodes
{
    private const int LawNumbers = 100;
    private const int Icd10Characters = 4;

    private readonly ImmutableArray<(uint From, uint To, ClaimSigns Sign)> icd10;
    private readonly FrozenDictionary<ShortCode, ClaimSigns> acts;
    private readonly FrozenDictionary<ShortCode, ClaimSigns> remarks;
    private readonly ImmutableArray<ClaimSigns> publicPayers;

    internal ExclusionCodes(string version, ImmutableArray<Exclusion> all)
    {
        Version = version;
        All = all;
        icd10 = [.. from one in all from range in one.Icd10.Codes select (Least(range.Split('-')[0]), Most(range.Split('-')[^1]), one.Sign)];
        acts = Table(all, one => one.Acts);
        remarks = Table(all, one => one.Remarks);
        var laws = new ClaimSigns[LawNumbers];
        foreach (var (law, sign) in from one in all from code in one.PublicPayers.Codes select (int.Parse(code, System.Globalization.CultureInfo.InvariantCulture), one.Sign))
        {
            laws[law] |= sign;
        }

        publicPayers = [.. laws];
    }

    public string Version { get; }

    /// <summary>Every exclusion with its name and what it is recognised by.</summary>
    public ImmutableArray<Exclusion> All { get; }

    /// <summary>The exclusions of a payer's own file, or null with at least one fault added.</summary>
    public static ExclusionCodes? Read(ContentFile file, ICollection<ContentFault> faults)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(faults);
        var found = new List<ContentFault>();
        var codes = ExclusionReader.Read(file, found);
        found.ForEach(faults.Add);
        return found.Count > 0 ? null : codes;
    }

    /// <summary>The signs of an ICD-10 code, with or without its dot.</summary>
    public ClaimSigns ForIcd10(ReadOnlySpan<byte> code)
    {
        var packed = Pack(code);
        var signs = ClaimSigns.None;
        foreach (var (from, to, sign) in icd10)
        {
            signs |= from <= packed && packed <= to ? sign : ClaimSigns.None;
        }

        return signs;
    }

    /// <inheritdoc cref="ForIcd10(ReadOnlySpan{byte})"/>
    public ClaimSigns ForIcd10(string code) => ForIcd10(Encoding.ASCII.GetBytes(code));

    /// <summary>The signs of an act (診療行為コード, nine digits).</summary>
    public ClaimSigns ForAct(ShortCode act) => acts.GetValueOrDefault(act);

    /// <summary>The signs of one code of 特記事項 (two digits).</summary>
    public ClaimSigns ForRemark(ShortCode remark) => remarks.GetValueOrDefault(remark);

    /// <summary>The signs of a 法別番号, the first two digits of a 公費負担者番号, as a number.</summary>
    public ClaimSigns ForPublicPayer(int lawNumber) => lawNumber is >= 0 and < LawNumbers ? publicPayers[lawNumber] : ClaimSigns.None;

    /// <summary>True for <c>C00-C97</c>, <c>Z49</c> or <c>Z992</c>.</summary>
    internal static bool IsIcd10(string range)
    {
        var ends = range.Split('-');
        return ends.Length <= 2 && Array.TrueForAll(ends, end => end.Length is > 2 and <= Icd10Characters && char.IsAsciiLetterUpper(end[0]) && end.Skip(1).All(char.IsAsciiDigit))
            && Least(ends[0]) <= Least(ends[^1]);
    }

    private static FrozenDictionary<ShortCode, ClaimSigns> Table(ImmutableArray<Exclusion> all, Func<Exclusion, ExclusionCodeList> list) => (
        from one in all
        from code in list(one).Codes
        group one.Sign by ShortCode.Of(code)!.Value)
        .ToFrozenDictionary(same => same.Key, same => same.Aggregate((one, other) => one | other));

    private static uint Least(string code) => Pack(Encoding.ASCII.GetBytes(code));

    /// <summary>The last code that begins so: what is not written may be anything.</summary>
    private static uint Most(string code) => Least(code) | (code.Length == Icd10Characters ? 0u : byte.MaxValue);

    /// <summary>The first four letters and digits in upper case as one number in their order.</summary>
    private static uint Pack(ReadOnlySpan<byte> code)
    {
        var packed = 0u;
        var taken = 0;
        foreach (var letter in code)
        {
            if (char.IsAsciiLetterOrDigit((char)letter) && taken < Icd10Characters)
            {
                packed |= (uint)char.ToUpperInvariant((char)letter) << (8 * (Icd10Characters - 1 - taken++));
            }
        }

        return packed;
    }
}

/// <summary>One reason to leave claims or persons out.</summary>
/// <param name="Note">What the payer has to add, or why a list is as it is; null: nothing.</param>
public sealed record Exclusion(
    string Id,
    Localized Name,
    Localized? Note,
    ClaimSigns Sign,
    ExclusionCodeList Icd10,
    ExclusionCodeList Acts,
    ExclusionCodeList Remarks,
    ExclusionCodeList PublicPayers);

/// <summary>Codes that are a sign.</summary>
/// <param name="Source">Null: the list is empty.</param>
public sealed record ExclusionCodeList(ImmutableArray<string> Codes, Citation? Source);
