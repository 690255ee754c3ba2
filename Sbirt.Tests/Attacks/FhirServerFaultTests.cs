using System.Diagnostics;
using System.Text;
using Sbirt.Tests.FhirAdapter.Client;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.FhirAdapter.Client.FhirReads;

namespace Sbirt.Tests.Attacks;

/// <summary>N4 to N7: record systems that are slow, endless, wrong, busy or broken.</summary>
public sealed class FhirServerFaultTests
{
    private const string Read = "Patient/p-1";

    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(500);

    private static readonly string[] OneId = ["a"];

    [Fact]
    public async Task N4_a_body_that_drips_is_cut_at_the_deadline() => await IsCutAtTheDeadlineAsync(EhrAnswers.SlowDrip(Patient));

    [Fact]
    public async Task N4_a_server_that_says_nothing_is_left_at_the_deadline() => await IsCutAtTheDeadlineAsync(EhrAnswers.Silence);

    [Fact]
    public async Task N4_pages_and_retries_share_one_deadline()
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Holds("Observation?patient=p-1", Observations(next: "Observation?page=2", ids: OneId));
        ehr.Answers("Observation?page=2", EhrAnswers.Status(503), EhrAnswers.Silence);
        using var client = (Trusting(ehr) with { TotalDeadline = Short }).Client();
        var watch = Stopwatch.StartNew();

        (await client.RefusalAsync(ehr.Access(), "Observation?patient=p-1")).ShouldBe("fhir-answer-too-late");
        watch.Elapsed.ShouldBeLessThan(Short * 8);
    }

    [Fact]
    public async Task N4_a_body_without_end_is_cut_at_its_cap()
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Answers(Read, EhrAnswers.NeverEnds);
        using var client = Trusting(ehr).Client();
        var before = GC.GetTotalAllocatedBytes();

        (await client.RefusalAsync(ehr.Access(), Read)).ShouldBe("fhir-answer-too-large");
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(64L * 1024 * 1024);
    }

    [Fact]
    public async Task N4_a_gigabyte_that_is_announced_is_not_begun()
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Answers(Read, EhrAnswers.OfBytes(1L << 30));
        using var client = Trusting(ehr).Client();
        var watch = Stopwatch.StartNew();

        (await client.RefusalAsync(ehr.Access(), Read)).ShouldBe("fhir-answer-too-large");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(4));
        ehr.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task N4_a_gzip_bomb_is_cut_at_what_it_unpacks_to()
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Answers(Read, EhrAnswers.GzipBomb(mebibytes: 500));
        using var client = Trusting(ehr).Client();
        var before = GC.GetTotalAllocatedBytes();

        (await client.RefusalAsync(ehr.Access(), Read)).ShouldBe("fhir-answer-too-large");
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(64L * 1024 * 1024);
    }

    [Fact]
    public async Task N4_pages_that_are_too_large_together_are_refused_whole()
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Holds("Observation?patient=p-1", Observations(next: "Observation?patient=p-1", ids: OneId));
        using var client = (Trusting(ehr) with { TotalBytes = 500 }).Client();

        (await client.RefusalAsync(ehr.Access(), "Observation?patient=p-1")).ShouldBe("fhir-answer-too-large");
    }

    [Fact]
    public async Task N5_a_page_of_html_with_status_200_is_refused()
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Answers(Read, EhrAnswers.Html);
        using var client = Trusting(ehr).Client();

        (await client.RefusalAsync(ehr.Access(), Read)).ShouldBe("fhir-answer-not-fhir");
    }

    [Fact]
    public async Task N5_other_encodings_are_refused_whether_they_are_named_or_not()
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Answers(Read, EhrAnswers.InEncoding(Encoding.Unicode, Patient));
        ehr.Answers("Patient?_id=p-1", (http, ended) =>
        {
            http.Response.ContentType = "application/fhir+json";
            return http.Response.Body.WriteAsync(Encoding.Unicode.GetBytes(Patient), ended).AsTask();
        });
        using var client = Trusting(ehr).Client();

        (await client.RefusalAsync(ehr.Access(), Read)).ShouldBe("fhir-answer-not-fhir");
        (await client.RefusalAsync(ehr.Access(), "Patient?_id=p-1")).ShouldBe("fhir-answer-not-fhir");
    }

    [Fact]
    public async Task N5_one_resource_of_another_patient_refuses_the_whole_answer()
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Holds("Observation?patient=p-1", Observations(next: "Observation?page=2", ids: ["a", "b"]));
        ehr.Holds("Observation?page=2", Observations(patient: "Patient/p-2", ids: ["c"]));
        using var client = Trusting(ehr).Client();

        (await client.RefusalAsync(ehr.Access(), "Observation?patient=p-1")).ShouldBe("fhir-answer-other-patient");
    }

    [Fact]
    public async Task N5_another_patients_record_is_neither_asked_for_nor_taken()
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Holds("Patient?_id=p-1", """{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Patient","id":"p-2"}}]}""");
        using var client = Trusting(ehr).Client();

        (await client.RefusalAsync(ehr.Access(), "Patient?_id=p-1")).ShouldBe("fhir-answer-other-patient");
        (await client.RefusalAsync(ehr.Access(), "Patient/p-2")).ShouldBe("fhir-answer-other-patient");
        ehr.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task N6_a_long_retry_after_is_believed()
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Answers(Read, EhrAnswers.Status(429, "3600"));
        ehr.Answers("Patient?_id=p-1", EhrAnswers.Status(503, TimeProvider.System.GetUtcNow().AddHours(1).ToString("R")));
        using var client = Trusting(ehr).Client();

        (await client.RefusalAsync(ehr.Access(), Read)).ShouldBe("fhir-server-busy");
        (await client.RefusalAsync(ehr.Access(), "Patient?_id=p-1")).ShouldBe("fhir-server-busy");
        ehr.Calls.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(429, "0")]
    [InlineData(429, null)]
    [InlineData(500, null)]
    [InlineData(503, null)]
    [InlineData(503, "nonsense")]
    public async Task N6_a_fault_that_passes_is_mended_by_one_retry(int status, string? retryAfter)
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Answers(Read, EhrAnswers.Status(status, retryAfter), EhrAnswers.Json(Patient));
        using var client = Trusting(ehr).Client();
        using var pages = await client.OkAsync(ehr.Access(), Read);

        ehr.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task N6_a_connection_reset_in_mid_body_is_tried_once_more_and_then_refused()
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Answers(Read, EhrAnswers.ResetMidBody(Patient));
        ehr.Answers("Patient/p-9", EhrAnswers.ResetMidBody(Patient), EhrAnswers.Json(Patient.Replace("p-1", "p-9", StringComparison.Ordinal)));
        using var client = Trusting(ehr).Client();

        (await client.RefusalAsync(ehr.Access(), Read)).ShouldBe("fhir-server-unreachable");
        ehr.Calls.Count.ShouldBe(2);
        using var mended = await client.OkAsync(ehr.Access("p-9"), "Patient/p-9");
    }

    [Fact]
    public async Task N6_a_server_that_keeps_failing_is_left_alone_for_a_while_and_then_asked_again()
    {
        await using var ehr = await EhrServer.StartAsync();
        await using var healthy = await EhrServer.StartAsync();
        healthy.Holds(Read, Patient);
        ehr.Answers(Read, EhrAnswers.Status(500));
        var clock = new ClockThatIsMoved();
        var options = Trusting(ehr, healthy);
        using var client = options.Client(clock);
        for (var i = 0; i < options.CallsBeforePause / 2; i++)
        {
            (await client.RefusalAsync(ehr.Access(), Read)).ShouldBe("fhir-server-failed");
        }

        var calls = ehr.Calls.Count;
        (await client.RefusalAsync(ehr.Access(), Read)).ShouldBe("fhir-server-paused");
        ehr.Calls.Count.ShouldBe(calls);
        using var other = await client.OkAsync(healthy.Access(), Read);

        ehr.Holds(Read, Patient);
        clock.Move(options.Pause + TimeSpan.FromSeconds(1));
        using var again = await client.OkAsync(ehr.Access(), Read);
    }

    [Fact]
    public async Task N6_a_server_that_keeps_us_waiting_is_left_alone_too()
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Answers(Read, EhrAnswers.Silence);
        var options = Trusting(ehr) with { TotalDeadline = TimeSpan.FromMilliseconds(50) };
        using var client = options.Client();
        for (var i = 0; i < options.CallsBeforePause; i++)
        {
            (await client.RefusalAsync(ehr.Access(), Read)).ShouldBe("fhir-answer-too-late");
        }

        (await client.RefusalAsync(ehr.Access(), Read)).ShouldBe("fhir-server-paused");
    }

    [Fact]
    public async Task N6_a_server_that_is_not_there_is_said_to_be_unreachable()
    {
        var ehr = await EhrServer.StartAsync();
        var access = ehr.Access();
        var options = Trusting(ehr);
        await ehr.DisposeAsync();
        using var client = options.Client();

        (await client.RefusalAsync(access, Read)).ShouldBe("fhir-server-unreachable");
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task N7_a_token_that_is_not_accepted_is_not_tried_again_and_opens_no_breaker(int status)
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Answers(Read, EhrAnswers.Status(status));
        using var client = Trusting(ehr).Client();
        for (var i = 0; i < 20; i++)
        {
            (await client.RefusalAsync(ehr.Access(), Read)).ShouldBe("fhir-access-refused");
        }

        ehr.Calls.Count.ShouldBe(20);
    }

    private static async Task IsCutAtTheDeadlineAsync(EhrAnswer answer)
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Answers(Read, answer);
        using var client = (Trusting(ehr) with { TotalDeadline = Short }).Client();
        var watch = Stopwatch.StartNew();

        (await client.RefusalAsync(ehr.Access(), Read)).ShouldBe("fhir-answer-too-late");
        watch.Elapsed.ShouldBeLessThan(Short * 8);
        ehr.Calls.Count.ShouldBe(1);
    }
}
