using Dapper;
using Sbirt.Service.Store.Audit;
using Sbirt.Tests.Hosts;
using Sbirt.Tests.Service.Screening;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.CdsHooks.Calls;

namespace Sbirt.Tests.Service.CdsHooks;

/// <summary>What became of a card, and what the governor makes of it, by HTTP.</summary>
public sealed class FeedbackTests(SbirtServerFixture server) : IClassFixture<SbirtServerFixture>
{
    public static TheoryData<string, string> Wrong => new()
    {
        { """{"outcome":"overridden","outcomeTimestamp":"2026-11-21T09:00:00Z"}""", "feedback[1].card" },
        { """{"card":"","outcome":"overridden","outcomeTimestamp":"2026-11-21T09:00:00Z"}""", "feedback[1].card" },
        { """{"card":"a\u0000b","outcome":"overridden","outcomeTimestamp":"2026-11-21T09:00:00Z"}""", "feedback[1].card" },
        { """{"card":7,"outcome":"overridden","outcomeTimestamp":"2026-11-21T09:00:00Z"}""", "feedback[1].card" },
        { """{"card":"c","outcome":"ignored","outcomeTimestamp":"2026-11-21T09:00:00Z"}""", "feedback[1].outcome" },
        { """{"card":"c","outcome":"overridden"}""", "feedback[1].outcomeTimestamp" },
        { """{"card":"c","outcome":"overridden","outcomeTimestamp":"yesterday"}""", "feedback[1].outcomeTimestamp" },
        { """{"card":"c","outcome":"overridden","outcomeTimestamp":"11/21/2026 09:00:00"}""", "feedback[1].outcomeTimestamp" },
        { """{"card":"c","outcome":"accepted","outcomeTimestamp":"2026-11-21T09:00:00Z"}""", "feedback[1].acceptedSuggestions" },
        { """{"card":"c","outcome":"accepted","acceptedSuggestions":[{}],"outcomeTimestamp":"2026-11-21T09:00:00Z"}""", "feedback[1].acceptedSuggestions" },
        { "5", "feedback[1].card" },
        { "null", "feedback[1].card" },
    };

    [Fact]
    public async Task A_card_set_aside_stays_quiet_for_the_patient_and_a_worse_one_speaks()
    {
        var first = await server.Running.HookAsync(NeverAsked("q-1", "q-e1", "quiet"));
        await TakenAsync(Told(Overridden(first.Uuid(), "patient-declined", at: Now())));

        (await server.Running.HookAsync(NeverAsked("q-2", "q-e2", "quiet"))).Kind().ShouldBe("-");
        (await server.Running.HookAsync(NeverAsked("q-3", "q-e3", "somebody-else"))).Kind().ShouldBe("invite");
        (await server.Running.HookAsync(WithResult("q-4", "q-e4", "quiet"))).Kind().ShouldBe("result");
    }

    [Fact]
    public async Task The_reason_decides_how_long_and_without_one_it_is_a_day()
    {
        var twoDaysAgo = TimeProvider.System.GetUtcNow().AddDays(-2).ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (patient, reason, kind) in new[] { ("long", "patient-declined", "-"), ("short", "not-now", "invite"), ("none", null, "invite"), ("other", "d7ecf885", "invite") })
        {
            var first = await server.Running.HookAsync(NeverAsked("r-1", "r-e1", patient));
            await TakenAsync(Told(Overridden(first.Uuid(), reason, at: twoDaysAgo)));

            (await server.Running.HookAsync(NeverAsked("r-2", "r-e2", patient))).Kind().ShouldBe(kind, patient);
        }
    }

    [Fact]
    public async Task What_was_accepted_is_not_offered_again_in_the_visit()
    {
        var first = await server.Running.HookAsync(NeverAsked("a-1", "a-e1", "accepting"));
        await TakenAsync(Told(Accepted(first.Uuid().ToUpperInvariant(), first.FirstSuggestion())));

        (await server.Running.HookAsync(NeverAsked("a-2", "a-e1", "accepting"))).Kind().ShouldBe("-");
        (await server.Running.HookAsync(NeverAsked("a-3", "a-e2", "accepting"))).Kind().ShouldBe("invite");
    }

    [Fact]
    public async Task H5_the_first_word_counts_and_the_same_again_changes_nothing()
    {
        var first = await server.Running.HookAsync(NeverAsked("f-1", "f-e1", "twice"));
        await TakenAsync(Told(Overridden(first.Uuid(), "not-relevant", at: Now())));
        await TakenAsync(Told(Overridden(first.Uuid(), "not-relevant", at: Now())));
        await TakenAsync(Told(Accepted(first.Uuid(), first.FirstSuggestion())));

        (await server.Running.HookAsync(NeverAsked("f-2", "f-e2", "twice"))).Kind().ShouldBe("-");
    }

    [Fact]
    public async Task H5_cards_that_nobody_gave_out_and_words_of_any_kind_are_taken_and_bounded()
    {
        await TakenAsync(Told(Overridden("4e0a3a1e-3283-4575-ab82-028d55fe2719"), Overridden("no uuid"), Overridden("4e0a3a1e-3283-4575-ab82-028d55fe2719")));
        var card = await server.Running.HookAsync(NeverAsked("w-1", "w-e1", "words"));
        await TakenAsync(Told(Overridden(card.Uuid(), new string('x', 60_000), "<script>alert(1)</script>\0\u202E" + string.Concat(Enumerable.Repeat("👩‍👩‍👧", 200)), at: Now())));

        var past = await PastAsync("words");

        past.Remark.ShouldStartWith("<script>alert(1)</script>");
        past.Remark.Length.ShouldBeLessThanOrEqualTo(1000);
        past.Remark.ShouldNotContain("\0");
        past.Remark.ShouldNotContain("\u202E");
        past.Reason.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task H5_a_batch_with_a_wrong_item_is_refused_whole_and_the_item_is_named(string item, string path)
    {
        var patient = "batch-" + Guid.NewGuid().ToString("N");
        var card = await server.Running.HookAsync(NeverAsked("b-1", "b-e1", patient));

        var refused = (await server.Running.HookAsync(Told(Overridden(card.Uuid(), "not-relevant", at: Now()), item), Feedback)).Refused(400, "feedback-wrong");

        refused.Json.GetProperty("issue")[0].GetProperty("expression")[0].GetString().ShouldBe(path);
        (await server.Running.HookAsync(NeverAsked("b-2", "b-e2", patient))).Kind().ShouldBe("invite");
    }

    [Fact]
    public async Task H5_batches_have_an_end_and_a_beginning()
    {
        foreach (var empty in new[] { "{}", """{"feedback":[]}""", """{"feedback":{}}""", """{"feedback":null}""" })
        {
            (await server.Running.HookAsync(empty, Feedback)).Refused(400, "feedback-empty");
        }

        string Many(int count) => Told([.. Enumerable.Repeat(Overridden("c"), count)]);
        await TakenAsync(Many(100));
        (await server.Running.HookAsync(Many(101), Feedback)).Refused(400, "feedback-too-many");
        (await server.Running.HookAsync(Told(Overridden("c", comment: new string('x', 1024 * 1024))), Feedback)).Status.ShouldBe(413);
        (await server.Running.HookAsync(Told(Overridden("c", comment: new string('x', 100_000))), Feedback)).Refused(400, "string-too-long");
    }

    [Fact]
    public async Task Feedback_for_a_service_that_is_not_there_is_refused() =>
        (await server.Running.HookAsync(Told(Overridden("c")), "/cds-services/nothing/feedback")).Refused(404, "hook-service-unknown");

    [Fact]
    public async Task A_clock_that_runs_ahead_keeps_nothing_quiet_for_longer()
    {
        var card = await server.Running.HookAsync(NeverAsked("t-1", "t-e1", "ahead"));
        await TakenAsync(Told(Overridden(card.Uuid(), "not-now", at: "2999-01-01T00:00:00Z")));

        (await PastAsync("ahead")).ActedMs.ShouldBeLessThanOrEqualTo(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task Only_one_card_interrupts_in_a_visit()
    {
        var missed = $$$"""{"resourceType":"Task","id":"t1","status":"failed","intent":"proposal","code":{"coding":[{"system":"https://sbirt.example/fhir/CodeSystem/sbirt-task","code":"hand-over"}]},"for":{"reference":"Patient/visiting"},"executionPeriod":{"start":"{{{DaysAgo(2)}}}"}}""";
        var first = await server.Running.HookAsync(Call(
            Prefetch(Patient("visiting"), Searchset(AuditC(1, patient: "visiting")), ("tasks", Searchset(missed))), instance: "v-1", encounter: "v-e1", patient: "visiting"));

        first.Kind().ShouldBe("no-show");
        (await server.Running.HookAsync(WithResult("v-2", "v-e1", "visiting"))).Kind().ShouldBe("-");
        (await server.Running.HookAsync(WithResult("v-3", "v-e2", "visiting"))).Kind().ShouldBe("result");
    }

    [Fact]
    public async Task Safety_is_shown_again_whatever_was_said_about_it_until_it_was_checked()
    {
        var sheet = $$$"""{"resourceType":"QuestionnaireResponse","id":"r1","status":"completed","questionnaire":"https://sbirt.example/fhir/Questionnaire/phq-9","subject":{"reference":"Patient/danger"},"authored":"{{{DaysAgo(1)}}}","item":[{{{string.Join(',', Enumerable.Range(1, 9).Select(item => Sheets.Answer($"phq-9-{item}", item == 9 ? 1 : 0)))}}}]}""";
        var done = $$$"""{"resourceType":"Task","id":"t1","status":"completed","intent":"proposal","code":{"coding":[{"system":"https://sbirt.example/fhir/CodeSystem/sbirt-task","code":"keep-safe"}]},"for":{"reference":"Patient/danger"},"executionPeriod":{"start":"{{{DaysAgo(0)}}}"}}""";
        string Now(string instance, string tasks) => Call(Prefetch(Patient("danger"), Searchset(sheet), ("tasks", tasks)), instance: instance, encounter: "s-e1", patient: "danger");
        var first = await server.Running.HookAsync(Now("s-1", "null"));

        first.Kind().ShouldBe("safety");
        first.Cards()[0].GetProperty("indicator").GetString().ShouldBe("critical");
        first.Text.ShouldContain("\"priority\":\"stat\"");
        await TakenAsync(Told(Overridden(first.Uuid(), "not-relevant", at: Calls.Now())));
        (await server.Running.HookAsync(Now("s-2", "null"))).Kind().ShouldBe("safety");
        (await server.Running.HookAsync(Now("s-3", Searchset(done.Replace("completed", "requested", StringComparison.Ordinal))))).Kind().ShouldBe("safety");
        (await server.Running.HookAsync(Now("s-4", Searchset(done)))).Kind().ShouldNotBe("safety");
    }

    private async Task TakenAsync(string feedback)
    {
        var taken = await server.Running.HookAsync(feedback, Feedback);
        taken.Status.ShouldBe(200, taken.Text);
    }

    private async Task<(string Reason, string Remark, long ActedMs)> PastAsync(string patient)
    {
        await using var connection = await StoreHome.In(server.Running.DataFolder).ConnectAsync();
        return await connection.QuerySingleAsync<(string, string, long)>(
            "SELECT reason, remark, acted_ms FROM prompt WHERE patient = @patient AND outcome <> 0",
            new { patient = AuditKey.InFolder(server.Running.DataFolder).Pseudonym("open", "Patient", patient) });
    }
}
