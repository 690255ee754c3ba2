using System.Text;
using System.Text.Json;
using Sbirt.FhirAdapter.Structure;
using Sbirt.Service.Doctor;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.CdsHooks.Calls;

namespace Sbirt.Tests.Service.CdsHooks;

/// <summary>The order being written, held against what is running already.</summary>
public sealed class MedicinesCallTests(SbirtServerFixture server) : IClassFixture<SbirtServerFixture>
{
    private const string Service = "/cds-services/sbirt-medicines";

    [Theory]
    [InlineData("order-select", "draftOrders")]
    [InlineData("order-sign", "draftOrders")]
    [InlineData("medication-refill", "medications")]
    public async Task An_overlap_with_another_prescriber_is_shown_with_what_can_be_offered(string hook, string field)
    {
        var answer = await CallAsync(Order("d1", "Practitioner/1", 0), [Order("o1", "Practitioner/9", 10)], hook: hook, field: field);

        answer.Kind().ShouldBe("overlapping-supply");
        var card = answer.Cards()[0];
        card.GetProperty("indicator").GetString().ShouldBe("warning");
        card.GetProperty("detail").GetString()!.ShouldContain("エチゾラム");
        card.GetProperty("detail").GetString()!.ShouldContain("急にやめると危険なことがあります");
        card.GetProperty("selectionBehavior").GetString().ShouldBe("any");
        card.GetProperty("suggestions").EnumerateArray().Count().ShouldBeGreaterThan(2);
        foreach (var resource in card.GetProperty("suggestions").EnumerateArray().SelectMany(each => each.GetProperty("actions").EnumerateArray()).Select(action => action.GetProperty("resource")))
        {
            StructureValidator.Validate(Encoding.UTF8.GetBytes(resource.GetRawText())).ShouldBeEmpty();
            resource.GetProperty("resourceType").GetString().ShouldBe("Task");
            resource.GetProperty("for").GetProperty("reference").GetString().ShouldBe("Patient/p1");
        }

        DoctorExamination.Of(answer.Body, DocumentKind.Response).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task After_the_screening_card_interrupted_the_visit_an_overlap_is_shown_without_interrupting()
    {
        var visit = "e-" + NewInstance();
        var result = await server.Running.HookAsync(WithResult(NewInstance(), visit));
        result.Cards()[0].GetProperty("indicator").GetString().ShouldBe("warning");

        var overlap = await CallAsync(Order("d1", "Practitioner/1", 0), [Order("o1", "Practitioner/9", 10)], encounter: visit);

        overlap.Kind().ShouldBe("overlapping-supply");
        overlap.Cards()[0].GetProperty("indicator").GetString().ShouldBe("info");
    }

    [Fact]
    public async Task One_prescriber_and_one_supply_ask_for_no_word() =>
        (await CallAsync(Order("d1", "Practitioner/1", 0), [Order("o1", "Practitioner/1", 40)])).Cards().ShouldBeEmpty();

    [Fact]
    public async Task An_order_that_was_a_mistake_or_is_not_to_be_given_does_not_run()
    {
        (await CallAsync(Order("d1", "Practitioner/1", 0), [Order("o1", "Practitioner/9", 10, status: "entered-in-error")])).Cards().ShouldBeEmpty();
        (await CallAsync(Order("d1", "Practitioner/1", 0), [Order("o1", "Practitioner/9", 10, more: "\"doNotPerform\":true,")])).Cards().ShouldBeEmpty();
        (await CallAsync(Order("d1", "Practitioner/1", 0), [Order("o1", "Practitioner/9", 10, status: "stopped")])).Cards().ShouldBeEmpty();
    }

    [Fact]
    public async Task Risky_drinking_beside_a_sedative_comes_first()
    {
        var answer = await CallAsync(
            Order("d1", "Practitioner/1", 0), [Order("o1", "Practitioner/9", 10)], ("answers", Searchset(AuditC(20))));

        answer.Kind().ShouldBe("sedative-with-risky-drinking");
        answer.Cards()[0].GetProperty("summary").GetString()!.ShouldContain("ほか2件");
    }

    [Fact]
    public async Task Without_the_orders_nothing_is_said_and_the_refusal_names_them()
    {
        var answer = await server.Running.HookAsync(
            Call(Prefetch(Patient(), null), "order-sign", NewInstance(), context: $",\"draftOrders\":{Searchset(Order("d1", "Practitioner/1", 0))}"), Service);

        answer.Refused(412, "prefetch-missing", "hook-without-fhir-server");
        answer.Json.GetProperty("issue")[0].GetProperty("expression")[0].GetString().ShouldBe("prefetch.orders");
    }

    [Fact]
    public async Task H4_orders_of_another_patient_are_not_used()
    {
        (await CallAsync(Order("d1", "Practitioner/1", 0), [Order("o1", "Practitioner/9", 10, patient: "p2")])).Refused(412, "hook-other-patient");
        (await CallAsync(Order("d1", "Practitioner/1", 0, patient: "p2"), [Order("o1", "Practitioner/9", 10)])).Cards()
            .ShouldAllBe(card => !card.GetProperty("source").GetProperty("topic").GetProperty("code").GetString()!.StartsWith("overlapping", StringComparison.Ordinal));
    }

    [Fact]
    public async Task H8_the_order_of_the_data_and_repeats_change_nothing_but_the_uuids()
    {
        string[] running = [Order("o1", "Practitioner/9", 10), Order("o2", "Practitioner/8", 20), Order("o3", "Practitioner/7", 5)];
        var first = Bare(await CallAsync(Order("d1", "Practitioner/1", 0), running, encounter: "e-8"));

        Bare(await CallAsync(Order("d1", "Practitioner/1", 0), [running[2], running[0], running[1], running[0]], encounter: "e-8")).ShouldBe(first);
    }

    [Fact]
    public async Task A_card_set_aside_stays_quiet_for_this_order_and_speaks_for_a_worse_finding()
    {
        await using var own = await SbirtServer.StartAsync();
        var shown = await CallAsync(Order("d1", "Practitioner/1", 0), [Order("o1", "Practitioner/9", 10)], on: own);
        (await own.HookAsync(Told(Overridden(shown.Uuid(), "already-done", at: Now())), Service + "/feedback")).Status.ShouldBe(200);

        (await CallAsync(Order("d1", "Practitioner/1", 0), [Order("o1", "Practitioner/9", 10)], on: own)).Cards().ShouldBeEmpty();
        (await CallAsync(Order("d1", "Practitioner/1", 0), [Order("o1", "Practitioner/9", 10)], ("answers", Searchset(AuditC(20))), on: own)).Kind()
            .ShouldBe("sedative-with-risky-drinking");
    }

    private async Task<FhirAnswer> CallAsync(
        string draft, string[] running, (string Key, string Json)? more = null, string hook = "order-sign", string field = "draftOrders", SbirtServer? on = null, string? encounter = null)
    {
        var prefetch = Prefetch(Patient(), null, [("orders", Searchset(running)), .. more is { } one ? [one] : Array.Empty<(string, string)>()]);
        return await (on ?? server.Running).HookAsync(
            Call(prefetch, hook, NewInstance(), encounter: encounter ?? "e-" + NewInstance(), context: $",\"{field}\":{Searchset(draft)}"), Service);
    }

    private static string NewInstance() => Guid.NewGuid().ToString();

    /// <summary>An order of 30 days of etizolam, by its general name.</summary>
    private static string Order(string id, string prescriber, int daysAgo, string patient = "p1", string status = "active", string more = "") =>
        $$$"""
        {"resourceType":"MedicationRequest","id":"{{{id}}}","status":"{{{status}}}","intent":"order",{{{more}}}"subject":{"reference":"Patient/{{{patient}}}"},
         "requester":{"reference":"{{{prescriber}}}"},"authoredOn":"{{{DaysAgo(daysAgo)}}}","medicationCodeableConcept":{"text":"エチゾラム"},
         "dispenseRequest":{"expectedSupplyDuration":{"value":30,"unit":"日","system":"http://unitsofmeasure.org","code":"d"} } }
        """;

    private static string Bare(FhirAnswer answer) =>
        System.Text.RegularExpressions.Regex.Replace(JsonSerializer.Serialize(answer.Cards()), "\"uuid\":\"[^\"]+\"", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(2));
}
