using System.Net.Http.Headers;
using System.Text;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.Screening.Sheets;

namespace Sbirt.Tests.Attacks;

/// <summary>Good bodies, spoilt a little at random but repeatably: whatever comes of it, it is not our failure.</summary>
public sealed class MutationTests(SbirtServerFixture server) : IClassFixture<SbirtServerFixture>
{
    private const int Mutations = 5_000;
    private const int Seed = 17;

    private static readonly string[] Scraps =
    [
        "null", "{}", "[]", "[null]", "{\"extension\":[{\"url\":\"urn:x\"}]}", "\"\"", "-1", "1e9", "1e400", "true", "\"\\u0000\"", "\"\\uD83D\\uDE00\"",
        "\"audit\"", "\"2026-02-30\"", "\"#x\"", "\"|\"", "QuestionnaireResponse", "_", ",", ":", "}", "]", "\"", "\\",
    ];

    [Fact]
    public async Task J17_five_thousand_spoilt_bodies_never_make_us_fail()
    {
        var calls = Calls();
        var failures = new List<string>();
        await Parallel.ForAsync(0, Mutations, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, cancellation) =>
        {
            var random = new Random((Seed * Mutations) + number);
            var (path, body) = calls[random.Next(calls.Length)];
            var spoilt = Spoilt(Encoding.UTF8.GetBytes(body), random);
            using var content = new ByteArrayContent(spoilt);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+json");
            using var response = await server.Running.Client.PostAsync(new Uri(path, UriKind.Relative), content, cancellation);
            if ((int)response.StatusCode >= 500)
            {
                lock (failures)
                {
                    failures.Add($"{number} {path} {Encoding.UTF8.GetString(spoilt)}");
                }
            }
        });

        failures.ShouldBeEmpty();
    }

    private static (string Path, string Body)[] Calls()
    {
        var audit = File.ReadAllText(Repository.PathOf("docs", "samples", "answers", "audit.json"));
        var week = File.ReadAllLines(Repository.PathOf("docs", "samples", "answers", "week.ndjson"));
        const string Patient = """{"resourceType":"Patient","id":"p","gender":"male","birthDate":"1971-04-02"}""";
        return
        [
            (Assess, audit),
            (Assess, AuditC()),
            .. week.Select(line => (Assess, line)),
            (Assess, Parameters(Resource("questionnaire-response", audit), Resource("patient", Patient), Text("pack", "us"), Text("lang", "en"))),
            (Create, audit),
            (Create, Named("m", status: "amended")),
            ("/fhir", Bundle("batch", Post(Named("n")), Get("Questionnaire/audit"), Put("o", AuditC(more: "\"id\":\"o\",")))),
            ("/fhir", Bundle("transaction", Post(Named("q")), Post(AuditC()))),
            ("/fhir/QuestionnaireResponse/$validate", audit),
        ];
    }

    private static byte[] Spoilt(byte[] good, Random random)
    {
        var bytes = good.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                default:
                    ReplaceValue(bytes, at, Encoding.UTF8.GetBytes(Scraps[random.Next(Scraps.Length)]));
                    break;
            }

            if (bytes.Count == 0)
            {
                break;
            }
        }

        return [.. bytes];
    }

    /// <summary>The value or name that begins after a place becomes something else, so that the JSON often stays whole.</summary>
    private static void ReplaceValue(List<byte> bytes, int from, byte[] scrap)
    {
        var start = bytes.FindIndex(from, b => b == (byte)':');
        if (start < 0)
        {
            bytes.InsertRange(from, scrap);
            return;
        }

        var end = bytes.FindIndex(start, b => b is (byte)',' or (byte)'}' or (byte)']');
        bytes.RemoveRange(start + 1, Math.Max(0, end - start - 1));
        bytes.InsertRange(start + 1, scrap);
    }
}
