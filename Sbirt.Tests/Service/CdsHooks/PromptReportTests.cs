using System.Globalization;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.CdsHooks.ReportedCalls;

namespace Sbirt.Tests.Service.CdsHooks;

public sealed class PromptReportTests
{
    private const string AsJson = "/reports/prompts?format=json&lang=en";
    private const string Remark = "Yamada says <b>no</b>";

    [Fact]
    public async Task Calls_and_feedback_appear_in_the_report()
    {
        await using var server = await SbirtServer.StartAsync();
        await AcceptAsync(server, await OpenAsync(server, "a"));
        await SetAsideAsync(server, UuidOf(await OpenAsync(server, "b")), "not-now", Remark);
        await SetAsideAsync(server, UuidOf(await OpenAsync(server, "c")), Remark, Remark);
        await OpenAsync(server, "d");
        await SetAsideAsync(server, "e7a1f5f0-0000-4000-8000-000000000000", "not-now", Remark);

        var answer = await server.GetAsync(AsJson);

        answer.Status.ShouldBe(200);
        var report = answer.Json;
        var all = report.GetProperty("all");
        Numbers(all, "offered", "accepted", "overridden", "nothingSaid").ShouldBe([4, 1, 2, 1]);
        all.GetProperty("acceptancePercent").GetDecimal().ShouldBe(25);
        all.GetProperty("few").GetBoolean().ShouldBeTrue();
        all.GetProperty("overrideReasons").EnumerateArray()
            .Select(reason => $"{reason.GetProperty("code")} {reason.GetProperty("display")} {reason.GetProperty("count")}")
            .ShouldBe(["not-now No time today 1", "other Another reason 1"]);
        all.GetProperty("secondsToAct").GetProperty("answers").GetInt32().ShouldBe(3);
        report.GetProperty("unmatchedFeedback").GetInt32().ShouldBe(1);
        report.GetProperty("services")[0].GetProperty("service").GetString().ShouldBe("sbirt-screening");
        report.GetProperty("kinds")[0].GetProperty("kind").GetString().ShouldBe("invite");
        report.GetProperty("kinds")[0].GetProperty("verdict").GetString().ShouldBe("too-few-offers");
        var months = report.GetProperty("months").EnumerateArray().ToList();
        months.Count.ShouldBe(12);
        months[^1].GetProperty("offered").GetInt32().ShouldBe(4);
        report.GetProperty("retirementRule").GetProperty("cutOffs").GetArrayLength().ShouldBe(4);
        answer.Text.ShouldNotContain("Yamada");
    }

    [Fact]
    public async Task A_repeated_call_and_repeated_feedback_count_once()
    {
        await using var server = await SbirtServer.StartAsync();
        var card = await OpenAsync(server, "a");
        await AcceptAsync(server, card);
        await AcceptAsync(server, card);
        await SetAsideAsync(server, UuidOf(card), "not-now", Remark);

        Numbers((await server.GetAsync(AsJson)).Json.GetProperty("all"), "offered", "accepted", "overridden").ShouldBe([1, 1, 0]);
    }

    [Fact]
    public async Task Another_clinic_is_not_in_it_and_every_read_is_on_record()
    {
        await using var server = await SbirtServer.StartAsync();
        await OpenAsync(server, "a");
        await using var beside = Beside(server);
        await OfferAsync(beside, "other-clinic", "2026-01-15", "result", 3, outcome: 1);

        Numbers((await server.GetAsync(AsJson)).Json.GetProperty("all"), "offered", "accepted").ShouldBe([1, 0]);
        (await beside.QueryAsync<string>("SELECT tenant || ' ' || action || ' ' || type || ' ' || outcome FROM audit_event ORDER BY seq DESC LIMIT 1"))
            .Single().ShouldBe("open read PromptReport done");
    }

    [Fact]
    public async Task Months_asked_for_are_the_months_shown_and_no_others()
    {
        await using var server = await SbirtServer.StartAsync();
        await using var beside = Beside(server);
        await OfferAsync(beside, "open", "2026-01-15", "result", 2, outcome: 1);
        await OfferAsync(beside, "open", "2026-03-31", "result", 4, outcome: 2);
        await OfferAsync(beside, "open", "2026-05-01", "result", 8, outcome: 0);

        var report = (await server.GetAsync(AsJson + "&from=2026-02&to=2026-04")).Json;

        report.GetProperty("months").EnumerateArray().Select(month => month.GetProperty("offered").GetInt32()).ShouldBe([0, 4, 0]);
        report.GetProperty("all").GetProperty("offered").GetInt32().ShouldBe(4);
    }

    [Fact]
    public async Task A_card_that_is_seldom_wanted_is_proposed_with_its_numbers_and_still_offered()
    {
        await using var server = await SbirtServer.StartAsync();
        await using var beside = Beside(server);
        await OfferAsync(beside, "open", "2026-02-10", "invite", 60, outcome: 0);
        await OfferAsync(beside, "open", "2026-02-11", "invite", 2, outcome: 1);
        await OfferAsync(beside, "open", "2026-02-12", "result", 20, outcome: 2);
        await OfferAsync(beside, "open", "2026-02-12", "safety", 80, outcome: 2);

        var report = (await server.GetAsync(AsJson + "&from=2026-02&to=2026-02")).Json;

        var proposed = report.GetProperty("proposedForRetirement").EnumerateArray().Single();
        proposed.GetProperty("kind").GetString().ShouldBe("invite");
        Numbers(proposed, "offered", "accepted").ShouldBe([62, 2]);
        proposed.GetProperty("acceptancePercent").GetDecimal().ShouldBe(3.2m);
        (await OpenAsync(server, "new")).GetProperty("uuid").GetString().ShouldNotBeNull();
    }

    [Theory]
    [InlineData("from=2026-13")]
    [InlineData("to=yesterday")]
    [InlineData("from=2026-05&to=2026-04")]
    [InlineData("from=2020-01&to=2026-04")]
    [InlineData("from=9999-12")]
    [InlineData("to=0001-01")]
    [InlineData("format=xml")]
    public async Task What_cannot_be_asked_is_refused_and_said(string query)
    {
        await using var server = await SbirtServer.StartAsync();

        var answer = await server.GetAsync("/reports/prompts?" + query);

        answer.Status.ShouldBe(400);
        answer.ReasonCodes.ShouldBe(["parameter-invalid"]);
    }

    internal static SqliteConnection Beside(SbirtServer server) =>
        new($"Data Source={Path.Combine(server.DataFolder, "sbirt.db")};Pooling=false");

    /// <summary>Puts offers of the past into the database, as the hooks would have left them.</summary>
    internal static async Task OfferAsync(
        SqliteConnection database, string tenant, string day, string kind, int many, int outcome, string reason = "not-relevant", int seconds = 40)
    {
        var at = DateTimeOffset.Parse(day + "T12:00:00Z", CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
        await database.ExecuteAsync(
            "INSERT INTO prompt (tenant, uuid, service, hook, patient, visit, kind, level, interrupts, content_version, offered_ms, outcome, reason, remark, acted_ms) "
            + "VALUES (@tenant, @uuid, 'sbirt-screening', 'patient-view', 'p', 'v', @kind, 2, 1, 'c', @offered, @outcome, @reason, 'Yamada says no', @acted)",
            Enumerable.Range(0, many).Select(number => new
            {
                tenant,
                uuid = Guid.CreateVersion7().ToString(),
                kind,
                offered = at,
                outcome,
                reason = outcome == 2 ? reason : "",
                acted = outcome == 0 ? 0 : at + (seconds * 1000L * (number + 1)),
            }));
    }

    private static int[] Numbers(JsonElement counts, params string[] names) =>
        [.. names.Select(name => counts.GetProperty(name).GetInt32())];
}
