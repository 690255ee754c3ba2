using System.Text;
using System.Text.RegularExpressions;
using Sbirt.FhirAdapter.Structure.Primitives;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Structure;

/// <summary>The byte checks against the regular expressions of https://hl7.org/fhir/R4/datatypes.html#primitive.</summary>
public sealed class PrimitiveFormTests
{
    private const string Year = "([0-9]([0-9]([0-9][1-9]|[1-9]0)|[1-9]00)|[1-9]000)";
    private const string Day = Year + "-(0[1-9]|1[0-2])-(0[1-9]|[1-2][0-9]|3[0-1])";
    private const string TimeOfDay = @"([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?";
    private const string Zone = @"(Z|(\+|-)((0[0-9]|1[0-3]):[0-5][0-9]|14:00))";

    private static readonly Dictionary<string, string> Expressions = new()
    {
        ["date"] = Year + "(-(0[1-9]|1[0-2])(-(0[1-9]|[1-2][0-9]|3[0-1]))?)?",
        ["dateTime"] = Year + "(-(0[1-9]|1[0-2])(-(0[1-9]|[1-2][0-9]|3[0-1])(T" + TimeOfDay + Zone + ")?)?)?",
        ["instant"] = Day + "T" + TimeOfDay + Zone,
        ["time"] = TimeOfDay,
        ["id"] = @"[A-Za-z0-9\-\.]{1,64}",
        ["oid"] = @"urn:oid:[0-2](\.(0|[1-9][0-9]*))+",
        ["uuid"] = "urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
        ["uri"] = @"\S*",
        ["code"] = @"[^\s]+(\s[^\s]+)*",
        ["integer"] = "[0]|[-+]?[1-9][0-9]*",
        ["unsignedInt"] = "[0]|([1-9][0-9]*)",
        ["positiveInt"] = "[1-9][0-9]*",
        ["base64Binary"] = @"(\s*([0-9a-zA-Z\+\/\=]){4}\s*)+",
    };

    private static readonly Dictionary<string, string[]> Seeds = new()
    {
        ["date"] = ["2026", "2026-03", "2026-03-09", "0001-12-31", "9999-01-01"],
        ["dateTime"] = ["2026", "2026-03-09", "2026-03-09T23:59:60Z", "2026-03-09T00:00:00.123+14:00"],
        ["instant"] = ["2026-03-09T23:59:59Z", "2026-03-09T00:00:00.1-09:30"],
        ["time"] = ["09:30:00", "23:59:60.5"],
        ["id"] = ["a", "A-1.b", new string('x', 64)],
        ["oid"] = ["urn:oid:1.2.840", "urn:oid:2.0.1"],
        ["uuid"] = ["urn:uuid:5f1c1b1e-0000-4000-8000-0123456789ab"],
        ["uri"] = ["http://example.org/a?b=c#d", "urn:oid:1.2"],
        ["code"] = ["final", "a b", "<=", "飲酒"],
        ["integer"] = ["0", "-1", "2147483647", "-2147483648"],
        ["unsignedInt"] = ["0", "12"],
        ["positiveInt"] = ["1", "120"],
        ["base64Binary"] = ["YWJj", "YWI=", "YWJj\nYWJj"],
    };

    public static TheoryData<string> Types => [.. Expressions.Keys];

    [Theory]
    [MemberData(nameof(Types))]
    public void A_primitive_is_accepted_exactly_where_the_specifications_expression_matches(string type)
    {
        var random = new Random(20260401);
        var expression = new Regex($"^(?:{Expressions[type]})$", RegexOptions.None, TimeSpan.FromSeconds(1));
        var kind = PrimitiveKinds.Of(type);
        foreach (var seed in Seeds[type])
        {
            PrimitiveForm.Fits(kind, Encoding.UTF8.GetBytes(seed)).ShouldBeTrue(seed);
        }

        for (var i = 0; i < 20_000; i++)
        {
            var text = Changed(Seeds[type][random.Next(Seeds[type].Length)], random);
            if (text.Length == 0 || IsDecidedBeyondTheExpression(type, text))
            {
                continue;
            }

            PrimitiveForm.Fits(kind, Encoding.UTF8.GetBytes(text)).ShouldBe(expression.IsMatch(text), $"'{text}'");
        }
    }

    [Theory]
    [InlineData("2026-02-29", false)]
    [InlineData("2024-02-29", true)]
    [InlineData("1900-02-29", false)]
    [InlineData("2026-04-31", false)]
    [InlineData("0000-01-01", false)]
    public void J9_a_day_must_exist_in_its_month(string date, bool exists) =>
        PrimitiveForm.Fits(PrimitiveKind.Date, Encoding.UTF8.GetBytes(date)).ShouldBe(exists);

    [Theory]
    [InlineData("2147483648")]
    [InlineData("-2147483649")]
    [InlineData("-0")]
    [InlineData("1.0")]
    [InlineData("1e2")]
    public void J5_a_number_that_is_no_32_bit_whole_number_is_no_integer(string number) =>
        PrimitiveForm.Fits(PrimitiveKind.Integer, Encoding.UTF8.GetBytes(number)).ShouldBeFalse();

    [Fact]
    public void A_control_character_is_no_part_of_a_string() =>
        PrimitiveForm.Fits(PrimitiveKind.String, "a\u0001b"u8).ShouldBeFalse();

    // The expressions let through what the prose forbids: days that do not exist, whole numbers beyond 32 bits. JSON
    // itself refuses a plus or a zero in front. White space may break base64 anywhere, as in RFC 2045.
    private static bool IsDecidedBeyondTheExpression(string type, string text) => type switch
    {
        "date" or "dateTime" or "instant" =>
            text.Length >= 10 && !DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", out _),
        "integer" or "unsignedInt" or "positiveInt" => 
            text[0] is '+' or '0' || text.StartsWith("-0", StringComparison.Ordinal) || text.Length > 9,
        "base64Binary" => text.Any(char.IsWhiteSpace),
        _ => false,
    };

    private static string Changed(string text, Random random)
    {
        const string Letters = "0123456789-+.:TZ urn:oid/AFafx=~é";
        var changed = new StringBuilder(text);
        for (var i = random.Next(3); i >= 0; i--)
        {
            var at = random.Next(changed.Length + 1);
            switch (random.Next(3))
            {
                case 0:
                    changed.Insert(at, Letters[random.Next(Letters.Length)]);
                    break;
                case 1 when at < changed.Length:
                    changed.Remove(at, 1);
                    break;
                case 2 when at < changed.Length:
                    changed[at] = Letters[random.Next(Letters.Length)];
                    break;
                default:
                    break;
            }
        }

        return changed.ToString();
    }
}
