namespace Sbirt.Content.Codes;

/// <summary>
/// LOINC's check digit (LOINC Users' Guide, appendix C: mod 10 Luhn, letters counted as their ASCII value
/// less 48), which catches nearly every mistyped code before it reaches a patient's record.
/// </summary>
public static class LoincCode
{
    /// <summary>True for codes such as 75624-7 or LA6270-8 whose last digit is the one the rest demands.</summary>
    public static bool IsValid(string code)
    {
        var dash = code.LastIndexOf('-');
        if (dash < 1 || dash != code.Length - 2 || !char.IsAsciiDigit(code[^1]))
        {
            return false;
        }

        var body = code.AsSpan(0, dash);
        var letters = body.IndexOfAnyInRange('0', '9');
        return letters >= 0
            && (letters == 0 || body[..letters] is "LA" or "LL" or "LP")
            && !body[letters..].ContainsAnyExceptInRange('0', '9')
            && CheckDigit(body) == code[^1] - '0';
    }

    private static int CheckDigit(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var fromRight = 0; fromRight < body.Length; fromRight++)
        {
            var value = body[body.Length - 1 - fromRight] - '0';
            sum += fromRight % 2 == 0 ? (2 * value) - (value / 5 * 9) : value;
        }

        return (10 - (sum % 10)) % 10;
    }
}
