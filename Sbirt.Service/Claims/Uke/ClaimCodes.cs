using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Sbirt.Content.Claims;
using Sbirt.Content.Medicines;
using Sbirt.Service.Claims.Masters;

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
    /// <summary>Medicine code to its price, from a drug master; empty: none was given, and points are not held against prices.</summary>
    public FrozenDictionary<int, DrugPrice> Prices { get; init; } = FrozenDictionary<int, DrugPrice>.Empty;

    /// <summary>What an ICD-10 code is a sign of; null: it is not asked.</summary>
    public ExclusionCodes? Icd10 { get; init; }

    /// <summary>What codes of FHIR resources mean; null: bulk exports are not read.</summary>
    public MedicineLibrary? Medicines { get; init; }

    /// <summary>修飾語コード (four digits each, one after another): 8002 is の疑い.</summary>
    public static bool IsSuspected(ReadOnlySpan<byte> modifiers)
    {
        const int Digits = 4;
        for (; modifiers.Length >= Digits; modifiers = modifiers[Digits..])
        {
            if (modifiers.StartsWith("8002"u8))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>特記事項: codes of two digits, one after another.</summary>
    public ClaimSigns SignsOfRemarks(ReadOnlySpan<byte> remarks)
    {
        var found = ClaimSigns.None;
        for (; remarks.Length >= 2; remarks = remarks[2..])
        {
            if (UkeValues.Number(remarks[..2]) is { } code)
            {
                found |= Remarks.GetValueOrDefault(code);
            }
        }

        return found;
    }

    /// <summary>The same for the same meanings, whatever order they were told in.</summary>
    public string Fingerprint()
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(all, Ingredients);
        foreach (var signs in new[] { Acts, Diseases, Remarks, PublicPayers })
        {
            Add(all, signs);
        }

        foreach (var (code, price) in Prices.OrderBy(each => each.Key))
        {
            long[] told = [code, price.Now, price.Since.DayNumber, price.Before];
            all.AppendData(MemoryMarshal.AsBytes(told.AsSpan()));
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
