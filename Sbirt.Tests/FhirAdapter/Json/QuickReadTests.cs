using System.Text;
using Sbirt.Content.Findings;
using Sbirt.FhirAdapter.Json;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Json;

/// <summary>Small bodies are read without the walk over their tokens; what is taken and what is refused is the same.</summary>
public sealed class QuickReadTests
{
    private const int Documents = 20_000;

    // Small limits, so that made-up documents pass them now and then.
    private static readonly JsonLimits Limits = new(BodyBytes: 400, Depth: 5, Tokens: 120, Entries: 6, StringBytes: 300);

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"entry\":[", "\"a\":", "\"b\":", "\"\\u0061\":", "\"\\ud800\"", "\"\\ud83d\\ude00\"", "1", "1e400", "-0",
        "\"text\"", "null", "true", " ", "{\"a\":1}", "{\"a\":1,\"a\":2}", "[{},{},{}]", "\ufeff", "\0", "{{{", "[[[[", "01", "日本",
    ];

    [Fact]
    public void J3_J4_a_body_is_refused_exactly_when_the_walk_over_its_tokens_refuses_it()
    {
        var random = new Random(20261128);
        var refused = 0;
        for (var n = 0; n < Documents; n++)
        {
            var text = Encoding.UTF8.GetBytes(Text(random));
            var reading = FhirJson.Read(text, Limits);
            reading.Match(document => Disposed(document), reasons => reasons[0].Code)
                .ShouldBe(WalkedFault(text)?.Code, Encoding.UTF8.GetString(text));
            refused += reading is Reading<FhirDocument>.Refused ? 1 : 0;
        }

        refused.ShouldBeInRange(Documents / 10, Documents * 9 / 10);
    }

    private static string? Disposed(FhirDocument document)
    {
        document.Dispose();
        return null;
    }

    private static Reason? WalkedFault(byte[] text) =>
        JsonScan.FirstFault(text, Limits, out var mayRepeat) is { } fault ? fault
        : mayRepeat && DuplicateKey.Find(text) is { } place ? JsonReasons.DuplicateKey(place)
        : null;

    // Half of them are well formed with something put in, so that not everything fails at its first byte.
    private static string Text(Random random)
    {
        var text = new StringBuilder(random.Next(2) == 0 ? "{\"entry\":[{\"a\":{\"b\":[1,2]}},{}],\"c\":\"d\"}" : "{\"a\":1}");
        for (var pieces = random.Next(4); pieces > 0; pieces--)
        {
            text.Insert(random.Next(text.Length + 1), Pieces[random.Next(Pieces.Length)]);
        }

        return text.ToString();
    }
}
