using System.Text.RegularExpressions;
using Sbirt.Tests.Hosts;
using Sbirt.Tests.Service.CdsHooks;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.CdsHooks.Calls;

namespace Sbirt.Tests.Attacks;

/// <summary>H2, H3, H6, H8, H9, J2, J15 and P1: hook calls that repeat, lie, overflow or point elsewhere.</summary>
public sealed partial class HookCallTests(SbirtServerFixture server) : IClassFixture<SbirtServerFixture>
{
    private const int BodyBytes = 1024 * 1024;

    [Fact]
    public async Task H2_the_same_trigger_again_is_the_same_card_and_is_counted_once()
    {
        await using var own = await SbirtServer.StartAsync(("Sbirt:Limits:CallsWaiting", "20"));
        var first = await own.HookAsync(WithResult());

        var again = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => own.HookAsync(WithResult())));

        again.ShouldAllBe(answer => answer.Text == first.Text);
        (await own.HookAsync(WithResult("i-2"))).Uuid().ShouldNotBe(first.Uuid());
        await using var connection = await StoreHome.In(own.DataFolder).ConnectAsync();
        (await Dapper.SqlMapper.ExecuteScalarAsync<long>(connection, "SELECT COUNT(*) FROM prompt")).ShouldBe(2);
    }

    [Fact]
    public async Task H3_services_hooks_and_methods_that_are_not_there_are_refused()
    {
        (await server.Running.HookAsync(NeverAsked(), "/cds-services/nothing")).Refused(404, "hook-service-unknown");
        (await server.Running.HookAsync(Call(Prefetch(Patient(), "null"), "order-sign"))).Refused(400, "hook-not-served");
        (await server.Running.GetAsync(Calls.Path)).Refused(405, "method-not-allowed");
        (await server.Running.PutAsync(Calls.Path, NeverAsked())).Refused(405, "method-not-allowed");
        (await server.Running.HookAsync("{}", "/cds-services")).Refused(405, "method-not-allowed");
        (await server.Running.GetAsync(Feedback)).Refused(405, "method-not-allowed");
    }

    [Theory]
    [InlineData("[]", 400)]
    [InlineData("5", 400)]
    [InlineData("null", 400)]
    [InlineData("{", 400)]
    [InlineData("", 400)]
    [InlineData("{}", 400)]
    [InlineData("""{"hook":"patient-view","hook":"patient-view"}""", 400)]
    [InlineData("""{"hook":5,"hookInstance":[],"context":"x"}""", 400)]
    [InlineData("""{"hook":"patient-view","hookInstance":"i","context":{"patientId":7}}""", 400)]
    [InlineData("""{"hook":"patient-view","hookInstance":"i","fhirServer":7,"context":{"patientId":"p1"}}""", 400)]
    [InlineData("""{"hook":"patient-view","hookInstance":"i","fhirServer":"not a url","context":{"patientId":"p1"}}""", 400)]
    [InlineData("""{"hook":"patient-view","hookInstance":"i","fhirAuthorization":{"access_token":"t"},"context":{"patientId":"p1"}}""", 400)]
    [InlineData("""{"hook":"patient-view","hookInstance":"i","context":{"patientId":"p1"},"prefetch":[1]}""", 412)]
    public async Task H3_a_call_of_another_shape_is_refused_with_what_is_wrong(string body, int status)
    {
        var answer = await server.Running.HookAsync(body);

        answer.Status.ShouldBe(status, answer.Text);
        answer.Json.GetProperty("resourceType").GetString().ShouldBe("OperationOutcome");
    }

    [Theory]
    [InlineData("1?_include=*")]
    [InlineData("../Group")]
    [InlineData("%2e%2e")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("1\\n")]
    [InlineData("1\\u0000")]
    [InlineData("患者1")]
    [InlineData("Patient/Patient/1")]
    [InlineData("Patient/")]
    [InlineData("https://ehr.example/Patient/1")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123-")]
    public async Task J15_a_patient_id_that_is_more_than_an_id_is_refused_before_anything_is_read(string patientId)
    {
        await using var ehr = await EhrServer.StartAsync();
        await using var own = await SbirtServer.StartAsync(("Sbirt:Clients:0:FhirServers:0", ehr.BaseUrl.AbsoluteUri));

        (await own.HookAsync(Call(null, patient: patientId, more: $"\"fhirServer\":\"{ehr.BaseUrl}\","))).Refused(400, "hook-patient-id-wrong");
        ehr.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("../../Patient/p2")]
    [InlineData("e\\u0000e")]
    [InlineData("..")]
    public async Task J15_an_encounter_id_that_is_none_is_written_nowhere(string encounter)
    {
        var answer = await server.Running.HookAsync(NeverAsked("j15-" + encounter.Length, encounter));

        answer.Kind().ShouldBe("invite");
        answer.Text.ShouldNotContain("\"encounter\"");
    }

    [Fact]
    public async Task J2_a_hook_body_of_1_MiB_is_read_and_one_byte_more_is_not()
    {
        (await server.Running.HookAsync(NeverAsked("j2", "j2").PadRight(BodyBytes))).Kind().ShouldBe("invite");
        (await server.Running.HookAsync(NeverAsked("j2", "j2").PadRight(BodyBytes + 1))).Refused(413, "body-too-large");
        (await server.Running.HookAsync("{}".PadRight(BodyBytes + 1), Feedback)).Refused(413, "body-too-large");

        var stated = await RawHttp.SendAsync(
            server.Running.Address, $"POST {Calls.Path} HTTP/1.1\nHost: localhost\nContent-Type: application/json\nContent-Length: {BodyBytes + 1}\n\n", closeSending: false);
        stated.ShouldStartWith("HTTP/1.1 413");
    }

    [Fact]
    public async Task H6_a_reason_with_marks_that_turn_text_is_shown_without_them()
    {
        var patient = """{"resourceType":"Patient","id":"p1","gender":"male","birthDate":"1970-01-01","name":[{"text":"\u202E<b>Zwiebelfisch</b>"}]}""";
        var card = (await server.Running.HookAsync(Call(Prefetch(patient, "null", ("conditions", Searchset(Condition("I10", more: "\"note\":[{\"text\":\"[x](javascript:alert(1))\"}],")))), instance: "h6", encounter: "h6"))).Text;

        card.ShouldNotContain("\u202E");
        card.ShouldNotContain("Zwiebelfisch");
        card.ShouldNotContain("javascript");
    }

    [Fact]
    public async Task H8_the_same_record_in_any_order_and_all_at_once_gives_the_same_bytes()
    {
        await using var own = await SbirtServer.StartAsync(("Sbirt:Limits:CallsWaiting", "50"));
        var random = new Random(8);
        string[] answers = [AuditC(3), AuditC(40, 0, 0, 0, id: "r2"), AuditC(3, 1, 1, 1, id: "r3"), AuditC(3, 4, 4, 4, id: "r3"), AuditC(3, 0, 1, 0, id: "r3")];
        string[] conditions = [Condition("I10", more: "\"id\":\"c1\","), Condition("K76.0"), Condition("G47.0"), Condition("F10.0", more: "\"verificationStatus\":{\"coding\":[{\"code\":\"refuted\"}]},")];

        string Shuffled(int number)
        {
            var all = conditions.OrderBy(_ => random.Next()).ToArray();
            return Call(
                Prefetch(Patient(), Searchset([.. answers.OrderBy(_ => random.Next())]), ("conditions", Searchset(all))), instance: $"i-{number}", encounter: $"e-{number % 7}");
        }

        var calls = Enumerable.Range(0, 1000).Select(Shuffled).ToList();
        var texts = new List<string>();
        foreach (var together in calls.Chunk(50))
        {
            texts.AddRange(from answer in await Task.WhenAll(together.Select(call => own.HookAsync(call))) select WithoutIds(answer.Text));
        }

        texts[0].ShouldContain("\"topic\"");
        texts.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task H9_cards_carry_no_links_and_no_app_context()
    {
        var card = (await server.Running.HookAsync(WithResult("h9", "h9"))).Cards()[0];

        card.TryGetProperty("links", out _).ShouldBeFalse();
        card.GetProperty("source").TryGetProperty("url", out _).ShouldBeFalse();
        card.GetRawText().ShouldNotContain("appContext");
        card.GetProperty("detail").GetString()!.ShouldNotContain("://");
    }

    [Fact]
    public async Task P1_neither_patient_nor_token_nor_answers_are_kept()
    {
        await using var own = await SbirtServer.StartAsync();
        const string Token = "tokenthatmustnotbekept";
        var call = Call(
            Prefetch(Patient("zwiebelfisch"), Searchset(AuditC(1, patient: "zwiebelfisch", id: "answersheet77"))),
            patient: "zwiebelfisch",
            encounter: "encounter77",
            more: $"\"fhirServer\":\"https://ehr.example/fhir\",\"fhirAuthorization\":{{\"access_token\":\"{Token}\"}},");
        (await own.HookAsync(call)).Kind().ShouldBe("result");

        foreach (var file in Directory.EnumerateFiles(own.DataFolder, "sbirt.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            var kept = System.Text.Encoding.Latin1.GetString(bytes.ToArray());
            foreach (var word in new[] { "zwiebelfisch", Token, "answersheet77", "encounter77", "ehr.example" })
            {
                kept.ShouldNotContain(word);
            }
        }
    }

    private static string WithoutIds(string text) =>
        Encounter().Replace(Uuid().Replace(text, "\"uuid\":\"\""), "Encounter/");

    [GeneratedRegex("\"uuid\":\"[0-9a-f-]{36}\"")]
    private static partial Regex Uuid();

    [GeneratedRegex("Encounter/e-[0-9]")]
    private static partial Regex Encounter();
}
