using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sbirt.FhirAdapter.Structure;
using Sbirt.Service.Doctor;
using Sbirt.Tests.Conformance;
using Sbirt.Tests.FhirAdapter.CdsHooks;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.CdsHooks.Calls;

namespace Sbirt.Tests.Service.CdsHooks;

/// <summary>The order being written comes back for fewer days, whole and otherwise untouched.</summary>
public sealed class ShorterSupplyCallTests(SbirtServerFixture server) : IClassFixture<SbirtServerFixture>
{
    private const string Service = "/cds-services/sbirt-medicines";

    [Theory]
    [Rows(127, 132)]
    [InlineData("order-sign", "draftOrders", "")]
    [InlineData("order-select", "draftOrders", ",\"selections\":[\"MedicationRequest/d1\"]")]
    [InlineData("medication-refill", "medications", "")]
    public async Task Sixty_days_of_etizolam_can_become_thirty_in_one_click(string hook, string field, string context)
    {
        var answer = await CallAsync(Drafted.Order(), hook, field, context);

        answer.Kind().ShouldBe("above-supply-limit");
        var action = Updates(answer).ShouldHaveSingleItem();
        action.GetProperty("description").GetString()!.ShouldContain("1日の量は入力のまま変わりません");
        var resource = action.GetProperty("resource");
        StructureValidator.Validate(Encoding.UTF8.GetBytes(resource.GetRawText())).ShouldBeEmpty();
        var expected = JsonNode.Parse(Drafted.Order())!;
        expected["dispenseRequest"]!["quantity"]!["value"] = 90;
        expected["dispenseRequest"]!["expectedSupplyDuration"]!["value"] = 30;
        JsonNode.DeepEquals(JsonNode.Parse(resource.GetRawText()), expected).ShouldBeTrue(resource.GetRawText());
        DoctorExamination.Of(answer.Body, DocumentKind.Response).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_order_as_shortened_asks_for_no_word()
    {
        var first = await CallAsync(Drafted.Order());
        var shortened = Updates(first)[0].GetProperty("resource").GetRawText();

        (await CallAsync(shortened)).Cards().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_order_that_was_not_selected_and_one_whose_tablets_do_not_come_out_leave_the_task_alone()
    {
        FhirAnswer[] answers =
        [
            await CallAsync(Drafted.Order(), "order-select", context: ",\"selections\":[\"MedicationRequest/d9\"]"),
            await CallAsync(Drafted.Order(quantity: """{"value":200,"unit":"錠","system":"urn:oid:1.2.392.100495.20.2.101","code":"TAB"}""")),
        ];

        foreach (var answer in answers)
        {
            answer.Kind().ShouldBe("above-supply-limit");
            Updates(answer).ShouldBeEmpty();
            Actions(answer).ShouldHaveSingleItem().GetProperty("resource").GetProperty("resourceType").GetString().ShouldBe("Task");
        }
    }

    [Fact]
    public async Task H4_an_order_of_another_patient_never_comes_back()
    {
        var answer = await CallAsync(Drafted.Order(patient: "p2"));

        answer.Cards().ShouldBeEmpty();
        answer.Text.ShouldNotContain("p2");
    }

    [Fact]
    public async Task An_early_refill_can_become_shorter_by_the_days_at_hand()
    {
        var last = Drafted.Order(id: "o1", duration: Duration(30), quantity: Tablets(90), more: "\"requester\":{\"reference\":\"Practitioner/1\"},")
            .Replace("\"draft\"", "\"active\"", StringComparison.Ordinal)
            .Replace(DaysAgo(0), DaysAgo(20), StringComparison.Ordinal);
        var answer = await CallAsync(Drafted.Order(duration: Duration(30), quantity: Tablets(90)), running: [last]);

        answer.Kind().ShouldBe("early-refill");
        var supply = Updates(answer).ShouldHaveSingleItem().GetProperty("resource").GetProperty("dispenseRequest");
        supply.GetProperty("expectedSupplyDuration").GetProperty("value").GetInt32().ShouldBe(20);
        supply.GetProperty("quantity").GetProperty("value").GetInt32().ShouldBe(60);
    }

    [Fact]
    public async Task Accepting_it_is_told_as_of_any_other_suggestion()
    {
        var answer = await CallAsync(Drafted.Order());
        var suggestion = answer.Cards()[0].GetProperty("suggestions").EnumerateArray().Last();

        (await server.Running.HookAsync(Told(Accepted(answer.Uuid(), suggestion.GetProperty("uuid").GetString()!)), Service + "/feedback")).Status.ShouldBe(200);
    }

    private Task<FhirAnswer> CallAsync(string order, string hook = "order-sign", string field = "draftOrders", string context = "", string[]? running = null) =>
        server.Running.HookAsync(
            Call(
                Prefetch(Patient(), null, ("orders", Searchset(running ?? []))),
                hook,
                Guid.NewGuid().ToString(),
                encounter: "e-" + Guid.NewGuid(),
                context: $",\"{field}\":{Searchset(order)}{context}"),
            Service);

    private static string Duration(int days) => Drafted.SixtyDays.Replace("60", days.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static string Tablets(int tablets) => $$"""{"value":{{tablets}},"unit":"錠","system":"urn:oid:1.2.392.100495.20.2.101","code":"TAB"}""";

    private static List<JsonElement> Actions(FhirAnswer answer) =>
        [.. answer.Cards()[0].GetProperty("suggestions").EnumerateArray().SelectMany(each => each.GetProperty("actions").EnumerateArray())];

    private static List<JsonElement> Updates(FhirAnswer answer) =>
        [.. Actions(answer).Where(action => action.GetProperty("type").GetString() == "update")];
}
