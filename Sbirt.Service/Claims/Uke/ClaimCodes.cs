using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Sbirt.Content.Claims;

namespace Sbirt.Service.Claims.Uke;

/// <summary>What the nine- and seven-digit codes of claims mean to the scan, worked out once from content and masters.</summary>
/// <param name="Ingredients">Medicine code to the number of its ingredient.</param>
/// <param name="Acts">Act code to what it is a sign of.</param>
/// <param name="Diseases">Disease code to what it is a sign of.</param>
/// <param name="Remarks">特記事項 (two digits) to what it is a sign of.</param>
/// <param name="PublicPayers">法別番号 (the first two digits of 公費負担者番号) to what it is a sign of.</param>
/// <param name="KeepsAllMedicines">True: medicines of no ingredient of ours are kept as well, to be counted.</param>
/// <param name="KeepsDiseases">True: diseases are kept, to be compared among institutions.</param>
internal sealed record ClaimCodes(
    FrozenDictionary<int, int> Ingredients,
    FrozenDictionary<int, ClaimSigns> Acts,
    FrozenDictionary<int, ClaimSigns> Diseases,
    FrozenDictionary<int, ClaimSigns> Remarks,
    FrozenDictionary<int, ClaimSigns> PublicPayers,
    bool KeepsAllMedicines,
    bool KeepsDiseases)
{
    /// <summary>The same for the same meanings, whatever order they were told in.</summary>
    public string Fingerprint()
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(all, Ingredients);
        foreach (var signs in new[] { Acts, Diseases, Remarks, PublicPayers })
        {
            Add(all, signs);
        }

        all.AppendData([Convert.ToByte(KeepsAllMedicines), Convert.ToByte(KeepsDiseases)]);
        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    private static void Add<T>(IncrementalHash all, FrozenDictionary<int, T> meanings)
        where T : unmanaged
    {
        (int Code, T Meaning)[] ordered = [.. meanings.OrderBy(each => each.Key).Select(each => (each.Key, each.Value))];
        all.AppendData(BitConverter.GetBytes(ordered.Length));
        all.AppendData(MemoryMarshal.AsBytes(ordered.AsSpan()));
    }
}
