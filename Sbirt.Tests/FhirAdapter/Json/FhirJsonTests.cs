using System.Diagnostics;
using System.Text;
using Sbirt.Content.Findings;
using Sbirt.FhirAdapter.Json;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Json;

public sealed class FhirJsonTests
{
    [Fact]
    public void A_late_resourceType_is_found()
    {
        using var document = Accepted("""{"id":"a","resourceType":"Patient"}""");
        document.ResourceType.ShouldBe("Patient");
    }

    [Fact]
    public void A_document_without_resourceType_is_still_a_document()
    {
        using var document = Accepted("""{"hook":"patient-view"}""");
        document.ResourceType.ShouldBeNull();
    }

    [Theory]
    [InlineData("5.00")]
    [InlineData("-0")]
    [InlineData("0.1234567890123456789012345678901234567890")]
    [InlineData("1e400")]
    public void J5_a_number_keeps_the_form_it_was_written_in(string number)
    {
        using var document = Accepted($$"""{"value":{{number}}}""");
        document.Root.GetProperty("value").GetRawText().ShouldBe(number);
        Encoding.UTF8.GetString(document.Utf8.Span).ShouldBe($$"""{"value":{{number}}}""");
    }

    [Theory]
    [InlineData("""{"a":NaN}""", 1, 6)]
    [InlineData("{\n  \"a\": 1,\n}", 3, 1)]
    [InlineData("""{"飲酒":tru}""", 1, 10)]
    [InlineData("""{"a":1} {}""", 1, 9)]
    [InlineData("""{"a":1""", 1, 7)]
    [InlineData("""{"a":01}""", 1, 7)]
    [InlineData("""{/* */"a":1}""", 1, 2)]
    [InlineData("", 1, 1)]
    public void Malformed_json_is_refused_with_its_place(string text, int line, int column) =>
        Refused(text).ShouldSatisfyAllConditions(
            reason => reason.Code.ShouldBe("invalid-json"),
            reason => reason.At.ShouldBe(new TextPlace(line, column)));

    [Theory]
    [InlineData("[]")]
    [InlineData("\"a\"")]
    [InlineData("null")]
    public void J4_what_is_not_an_object_is_refused(string text) => Refused(text).Code.ShouldBe("not-an-object");

    [Fact]
    public void J4_a_byte_order_mark_is_refused() =>
        Refused([0xEF, 0xBB, 0xBF, .. "{}"u8]).Code.ShouldBe("not-utf-8");

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void J4_other_encodings_are_refused(string encoding) =>
        Refused(Encoding.GetEncoding(encoding).GetBytes("""{"a":1}""")).Code.ShouldBe("not-utf-8");

    [Theory]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xE3, 0x81 })]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    public void J4_invalid_utf_8_is_refused(byte[] bad) =>
        Refused([.. "{\"a\":\""u8, .. bad, .. "\"}"u8]).Code.ShouldBe("not-utf-8");

    [Theory]
    [InlineData("""{"a":"\ud83d"}""")]
    [InlineData("""{"a":"\ude00"}""")]
    [InlineData("""{"a":"\ude00\ud83d"}""")]
    [InlineData("""{"a":"\ud83d\ud83d\ude00"}""")]
    [InlineData("""{"a":"\ud83dx"}""")]
    [InlineData("""{"\uD83D":1}""")]
    public void J4_half_a_surrogate_pair_is_refused(string text) => Refused(text).Code.ShouldBe("lone-surrogate");

    [Fact]
    public void A_whole_surrogate_pair_is_read()
    {
        using var document = Accepted("""{"a":"\\ud83d \ud83d\ude00"}""");
        document.Root.GetProperty("a").GetString().ShouldBe("\\ud83d 😀");
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","resourceType":"Group"}""", 1, 27)]
    [InlineData("{\"a\":{},\n \"b\":[{\"c\":1,\n\"d\":2,\"\\u0063\":3}]}", 3, 7)]
    public void J3_a_name_written_twice_is_refused(string text, int line, int column) =>
        Refused(text).ShouldSatisfyAllConditions(
            reason => reason.Code.ShouldBe("duplicate-key"),
            reason => reason.At.ShouldBe(new TextPlace(line, column)));

    [Fact]
    public void One_name_in_two_objects_is_no_repetition() =>
        Accepted("""{"a":{"b":1},"c":[{"b":1},{"b":2}]}""").Dispose();

    [Theory]
    [InlineData(10_000)]
    [InlineData(200_000)]
    public void J1_deep_nesting_is_refused_in_under_5_ms(int depth)
    {
        var objects = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", depth)));
        var arrays = Encoding.UTF8.GetBytes("{\"a\":" + new string('[', depth));
        Refused(objects).Code.ShouldBe("too-deep");
        var watch = Stopwatch.StartNew();
        Refused(objects).Code.ShouldBe("too-deep");
        Refused(arrays).Code.ShouldBe("too-deep");
        watch.ElapsedMilliseconds.ShouldBeLessThan(10);
    }

    [Fact]
    public void Depth_48_is_read_and_49_is_not()
    {
        Accepted(Nested(48)).Dispose();
        Refused(Nested(49)).Code.ShouldBe("too-deep");
    }

    [Fact]
    public void J14_entries_beyond_ten_thousand_are_refused()
    {
        Accepted(Entries(10_000)).Dispose();
        Refused(Entries(10_001)).Code.ShouldBe("too-many-entries");
        Refused(Entries(1_000_000)).Code.ShouldBe("too-many-entries");
    }

    [Fact]
    public void Tokens_beyond_one_hundred_thousand_are_refused()
    {
        Accepted("{\"a\":[" + string.Join(',', Enumerable.Repeat("1", 99_995)) + "]}").Dispose();
        Refused("{\"a\":[" + string.Join(',', Enumerable.Repeat("1", 99_996)) + "]}").Code.ShouldBe("too-many-tokens");
    }

    [Fact]
    public void Q7_a_string_beyond_64_KiB_is_refused()
    {
        Accepted("{\"a\":\"" + new string('x', 65_536) + "\"}").Dispose();
        Refused("{\"a\":\"" + new string('x', 65_537) + "\"}").Code.ShouldBe("string-too-long");
    }

    [Fact]
    public void J2_a_body_one_byte_over_the_limit_is_refused()
    {
        var limits = new JsonLimits(BodyBytes: 7);
        FhirJson.Read("""{"a":1}"""u8.ToArray(), limits).ShouldBeOfType<Reading<FhirDocument>.Ok>().Value.Dispose();
        FhirJson.Read("""{"a":12}"""u8.ToArray(), limits).ShouldBeOfType<Reading<FhirDocument>.Refused>()
            .Reasons.Single().Code.ShouldBe("body-too-large");
    }

    [Fact]
    public void Fifty_thousand_names_in_one_object_are_checked_without_a_quadratic_search()
    {
        var text = "{" + string.Join(',', Enumerable.Range(0, 49_000).Select(i => $"\"k{i}\":1")) + "}";
        var watch = Stopwatch.StartNew();
        Accepted(text).Dispose();
        watch.ElapsedMilliseconds.ShouldBeLessThan(500);
    }

    [Fact]
    public void What_is_written_keeps_japanese_readable() =>
        Encoding.UTF8.GetString(FhirJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("text", "飲酒 <1合>");
            writer.WriteEndObject();
        })).ShouldBe("""{"text":"飲酒 <1合>"}""");

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("{\"a\":", depth - 1)) + "{}" + new string('}', depth - 1);

    private static string Entries(int count) =>
        "{\"resourceType\":\"Bundle\",\"entry\":[" + string.Join(',', Enumerable.Repeat("{}", count)) + "]}";

    private static FhirDocument Accepted(string text) =>
        FhirJson.Read(Encoding.UTF8.GetBytes(text), JsonLimits.Bundles)
            .ShouldBeOfType<Reading<FhirDocument>.Ok>().Value;

    private static Reason Refused(string text) => Refused(Encoding.UTF8.GetBytes(text));

    private static Reason Refused(byte[] utf8) =>
        FhirJson.Read(utf8, JsonLimits.Bundles)
            .ShouldBeOfType<Reading<FhirDocument>.Refused>().Reasons.ShouldHaveSingleItem();
}
