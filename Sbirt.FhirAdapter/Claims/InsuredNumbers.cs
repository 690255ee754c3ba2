using System.Text;
using System.Text.Json;
using Sbirt.Content.Claims;
using Sbirt.FhirAdapter.Directory;

namespace Sbirt.FhirAdapter.Claims;

/// <summary>Brings insurer, symbol, number and branch into the spelling that billing files (UKE) have, so that a person is the same in both.</summary>
internal static class InsuredNumbers
{
    private const int ShortInsurer = 6;
    private const int LongInsurer = 8;

    /// <summary>Full width and half width are the same, blanks at the ends say nothing; zeros stay.</summary>
    public static string Plain(string? text) => text?.Normalize(NormalizationForm.FormKC).Trim() ?? "";

    /// <summary>
    /// 保険者番号 as claims write it: six digits of 国保, eight of others. FHIR fills the six with zeros to eight, or leaves zeros
    /// out; a number of six or fewer digits without its zeros is one of six.
    /// </summary>
    public static string? Insurer(string? text)
    {
        var digits = Plain(text).TrimStart('0');
        return digits.Length is 0 or > LongInsurer || !digits.All(char.IsAsciiDigit) ? null
            : digits.PadLeft(digits.Length <= ShortInsurer ? ShortInsurer : LongInsurer, '0');
    }

    /// <summary>The identifier that tells all four: 保険者番号:記号:番号:枝番.</summary>
    public static InsuredNumber? OfMemberId(IEnumerable<JsonElement> identifiers)
    {
        foreach (var identifier in identifiers)
        {
            if (identifier.Text("system") == ClaimUris.MemberId && identifier.Text("value")?.Split(':') is [var insurer, var symbol, var number, var branch]
                && Insurer(insurer) is { } known && Plain(number).Length > 0)
            {
                return new InsuredNumber(known, ShortCode.None, Plain(symbol), Plain(number), Plain(branch));
            }
        }

        return null;
    }
}
