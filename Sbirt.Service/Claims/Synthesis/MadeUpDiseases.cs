using System.Collections.Immutable;

namespace Sbirt.Service.Claims.Synthesis;

/// <summary>
/// Diseases of the made-up claims (傷病名コード of the master as published in 2019). Each clinic has two of its own, so
/// that nobody has one disease at two clinics by chance; none of them is a reason for exclusion.
/// </summary>
internal static class MadeUpDiseases
{
    /// <summary>Of each clinic and of the hospital.</summary>
    public const int Each = 2;

    /// <summary>２型糖尿病: the disease of those planted with one disease at several institutions.</summary>
    public static int Shared => Codes.Length - 1;

    /// <summary>未コード化傷病名, with its text.</summary>
    public static ReadOnlySpan<byte> Uncoded => "0000999"u8;

    public static byte[] UncodedText { get; } = District.Bytes("見本の傷病名");

    public static ImmutableArray<byte[]> Codes { get; } =
    [
        .. "0091009 0090001 0539013 0549014 0781015 2169022 1101003 1102005 7153001 7362001 8830177 0799008 7267037 8830198 3720020 0771001 2451001 0729002 0743002 0740004 5580001 8830140 2500015"
            .Split(' ').Select(code => District.Bytes(code)),
    ];

    public static int Of(int institution, int which) => (institution * Each) + which;
}
