using System.Globalization;
using System.Text;

namespace Sbirt.Service.Claims.Synthesis;

/// <summary>Numbers of payers with their check digit (weights 2 and 1 from the right, digit sums). All but the branch office of 協会けんぽ are invented.</summary>
internal static class PayerNumbers
{
    public static byte[] Association { get; } = WithCheckDigit("0127001");

    public static byte[] Company { get; } = WithCheckDigit("0627999");

    public static byte[] Municipal { get; } = WithCheckDigit("27999");

    public static byte[] PsychiatricCare { get; } = WithCheckDigit("2127999");

    /// <summary>被保険者証の記号 of the company: a word, as some have.</summary>
    public static byte[] CompanySymbol { get; } = District.Bytes("見本");

    /// <summary>The welfare office of a district.</summary>
    public static byte[] PublicAssistance(int district) => WithCheckDigit("1227" + (district % 1000).ToString("000", CultureInfo.InvariantCulture));

    /// <summary>被保険者証の記号 of a workplace.</summary>
    public static int Symbol(Person person) => 21_000_000 + person.District;

    private static byte[] WithCheckDigit(string digits)
    {
        var sum = 0;
        for (var at = digits.Length - 1; at >= 0; at--)
        {
            var weighted = (digits[at] - '0') * ((digits.Length - at) % 2 == 1 ? 2 : 1);
            sum += (weighted / 10) + (weighted % 10);
        }

        return Encoding.ASCII.GetBytes(digits + ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture));
    }
}
