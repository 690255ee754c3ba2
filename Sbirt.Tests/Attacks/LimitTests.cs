using System.Net.Http.Headers;
using System.Text;
using Sbirt.Tests.Hosts;
using Sbirt.Tests.Service.Screening;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.Screening.Sheets;

namespace Sbirt.Tests.Attacks;

/// <summary>The published limits (docs/limits.md): at the limit a body is read, one beyond it is refused.</summary>
public sealed class LimitTests(SbirtServerFixture server) : IClassFixture<SbirtServerFixture>
{
    private const int BodyBytes = 8 * 1024 * 1024;

    [Fact]
    public async Task J2_a_body_of_8_MiB_is_read_and_one_byte_more_is_not()
    {
        (await server.Running.PostAsync(Assess, Padded(BodyBytes))).ShouldBe(200);
        (await server.Running.PostAsync(Assess, Padded(BodyBytes + 1), ("Expect", "100-continue"))).ShouldRefuse(413, "body-too-large");
    }

    [Fact]
    public async Task J2_the_same_holds_for_a_body_in_chunks()
    {
        (await ChunkedAsync(BodyBytes)).ShouldBe(200);
        (await ChunkedAsync(BodyBytes + 1)).ShouldBe(413);
    }

    [Fact]
    public async Task J2_a_stated_length_over_the_limit_is_refused_before_the_body()
    {
        var answer = await RawHttp.SendAsync(server.Running.Address, Head($"Content-Length: {BodyBytes + 1}"), closeSending: false);

        answer.ShouldStartWith("HTTP/1.1 413");
        answer.ShouldContain("body-too-large");
        await StillAnswersAsync();
    }

    [Theory]
    [InlineData("Content-Length: 100000000000000000000")]
    [InlineData("Content-Length: -1")]
    [InlineData("Content-Length: 10\nContent-Length: 11")]
    [InlineData("Transfer-Encoding: chunked\nContent-Length: 3")]
    [InlineData("Transfer-Encoding: identity, chunked, x")]
    public async Task L1_contradicting_lengths_are_refused_or_read_once(string lengths)
    {
        var answer = await RawHttp.SendAsync(server.Running.Address, Head(lengths), Encoding.ASCII.GetBytes("0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n"), closeSending: false);

        answer.ShouldNotContain("HTTP/1.1 2");
        answer.ShouldNotContain("Server:");
        await StillAnswersAsync();
    }

    [Theory]
    [InlineData(10, "{\"resourceType\":\"QuestionnaireResponse\"")]
    [InlineData(500, "{}")]
    public async Task J2_a_body_of_another_length_than_stated_is_never_taken_for_whole(int stated, string body)
    {
        var answer = await RawHttp.SendAsync(server.Running.Address, Head($"Content-Length: {stated}"), Encoding.ASCII.GetBytes(body));

        answer.ShouldNotContain("HTTP/1.1 2");
        await StillAnswersAsync();
    }

    [Fact]
    public async Task J1_nesting_of_48_is_read_and_49_is_not()
    {
        (await server.Running.PostAsync(Assess, Nested(48))).ShouldBe(400).ReasonCodes.ShouldNotContain("too-deep");
        (await server.Running.PostAsync(Assess, Nested(49))).ShouldRefuse(400, "too-deep");
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(200_000)]
    public async Task J1_nesting_without_end_is_refused_and_the_program_lives(int depth)
    {
        (await server.Running.PostAsync(Assess, Nested(depth))).ShouldRefuse(400, "too-deep");
        (await server.Running.PostAsync(Create, string.Concat(Enumerable.Repeat("{\"item\":[", depth)))).ShouldRefuse(400, "too-deep");
        (await server.Running.PostAsync("/fhir/Patient/$validate", new string('[', depth))).ShouldBe(400);
        await StillAnswersAsync();
    }

    [Fact]
    public async Task J2_a_hundred_thousand_tokens_are_read_and_one_more_is_not()
    {
        static string Tokens(int count) => $"{{\"a\":[{string.Join(',', Enumerable.Repeat("1", count - 5))}]}}";

        (await server.Running.PostAsync(Assess, Tokens(100_000))).ShouldBe(400).ReasonCodes.ShouldNotContain("too-many-tokens");
        (await server.Running.PostAsync(Assess, Tokens(100_001))).ShouldRefuse(400, "too-many-tokens");
    }

    [Fact]
    public async Task J14_ten_thousand_entries_are_read_and_one_more_is_not()
    {
        static string Entries(int count) => Bundle("batch", [.. Enumerable.Repeat("{}", count)]);

        (await server.Running.PostAsync("/fhir", Entries(10_000))).ShouldBe(400).ReasonCodes.ShouldNotContain("too-many-entries");
        (await server.Running.PostAsync("/fhir", Entries(10_001))).ShouldRefuse(400, "too-many-entries");
        (await server.Running.PostAsync("/fhir", Entries(1_000_000))).ShouldRefuse(400, "too-many-entries");
    }

    [Fact]
    public async Task Q7_a_string_of_64_KiB_is_read_and_one_byte_more_is_not()
    {
        static string Long(int bytes) => AuditC(more: $"\"language\":\"{new string('a', bytes)}\",");

        (await server.Running.PostAsync(Assess, Long(64 * 1024))).Text.ShouldNotContain("string-too-long");
        (await server.Running.PostAsync(Assess, Long((64 * 1024) + 1))).ShouldRefuse(400, "string-too-long");
    }

    [Fact]
    public async Task Q7_five_thousand_items_are_read_and_one_more_is_not()
    {
        static string Items(int count) => $$"""{"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"https://sbirt.example/fhir/Questionnaire/audit-c","item":[{{string.Join(',', Enumerable.Repeat("""{"linkId":"audit-c-1"}""", count))}}]}""";

        (await server.Running.PostAsync(Assess, Items(5_000))).ShouldBe(200);
        (await server.Running.PostAsync(Assess, Items(5_001))).ShouldRefuse(422, "too-many-items");
    }

    [Fact]
    public async Task Q7_items_nested_thirty_levels_and_more_are_refused()
    {
        var nested = string.Concat(Enumerable.Repeat("""{"linkId":"x","item":[""", 30)) + string.Concat(Enumerable.Repeat("]}", 30));
        var sheet = $$"""{"resourceType":"QuestionnaireResponse","status":"completed","item":[{{nested}}]}""";

        (await server.Running.PostAsync(Assess, sheet)).ShouldRefuse(400, "too-deep");
    }

    [Fact]
    public async Task J17_of_two_thousand_faults_one_thousand_are_told_and_then_that_there_are_more()
    {
        var body = $"{{\"resourceType\":\"Patient\",{string.Join(',', Enumerable.Range(0, 2000).Select(n => $"\"x{n}\":1"))}}}";

        var codes = (await server.Running.PostAsync(Assess, body)).ShouldBe(400).ReasonCodes;

        codes.Count.ShouldBeInRange(1000, 1001);
        codes[^1].ShouldBe("too-many-faults");
    }

    [Fact]
    public async Task L1_headers_of_16_KiB_are_read_and_more_are_not()
    {
        const int Limit = 16 * 1024;
        static string Headers(int bytes)
        {
            const string Rest = "Host: localhost\r\nConnection: close\r\nX-Pad: \r\n";
            return $"GET /fhir/metadata HTTP/1.1\nHost: localhost\nConnection: close\nX-Pad: {new string('a', bytes - Rest.Length)}\n\n";
        }

        (await RawHttp.SendAsync(server.Running.Address, Headers(Limit - 2), closeSending: false)).ShouldStartWith("HTTP/1.1 200");
        (await RawHttp.SendAsync(server.Running.Address, Headers(Limit + 1), closeSending: false)).ShouldStartWith("HTTP/1.1 431");
        (await RawHttp.SendAsync(server.Running.Address, Headers(1024 * 1024), closeSending: false)).ShouldNotContain("HTTP/1.1 200");
        (await RawHttp.SendAsync(server.Running.Address, "GET / HTTP/1.1\nHost: localhost\n" + string.Concat(Enumerable.Range(0, 1000).Select(n => $"X-{n}: 1\n")) + "\n", closeSending: false))
            .ShouldStartWith("HTTP/1.1 431");
        await StillAnswersAsync();
    }

    private static string Padded(int bytes) => AuditC().PadRight(bytes);

    private static string Nested(int depth) => $"{{\"a\":{new string('[', depth - 1)}{new string(']', depth - 1)}}}";

    private static string Head(string lengths) =>
        $"POST {Assess} HTTP/1.1\nHost: localhost\nContent-Type: application/fhir+json\n{lengths}\n\n";

    private async Task<int> ChunkedAsync(int bytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Running.Address, Assess));
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Padded(bytes)));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+json");
        request.Headers.TransferEncodingChunked = true;
        using var response = await server.Running.Client.SendAsync(request);
        return (int)response.StatusCode;
    }

    private async Task StillAnswersAsync() => (await server.Running.PostAsync(Assess, AuditC())).ShouldBe(200);
}
