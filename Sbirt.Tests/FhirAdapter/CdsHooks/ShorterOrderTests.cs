using System.Text;
using System.Text.Json.Nodes;
using Sbirt.FhirAdapter.CdsHooks;
using Sbirt.FhirAdapter.Structure;
using Shouldly;
using Xunit;
using static Sbirt.Tests.FhirAdapter.CdsHooks.Drafted;

namespace Sbirt.Tests.FhirAdapter.CdsHooks;

/// <summary>The order at hand for fewer days: exactly, or not at all.</summary>
public sealed class ShorterOrderTests
{
    public static TheoryData<string, string> OrdersThatStayAsTheyAre => new()
    {
        { "tablets would be halved", Order(quantity: """{"value":15,"unit":"錠"}""", dose: """{"value":0.25,"unit":"錠"}""", timing: "\"frequency\":1,\"period\":1,\"periodUnit\":\"d\"") },
        { "the quantity holds more than the days need", Order(quantity: """{"value":200,"unit":"錠"}""", dose: """{"value":1,"unit":"錠"}""") },
        { "the dose is in another unit than the quantity", Order(dose: """{"value":0.5,"unit":"mg"}""") },
        { "the dose is not told", Order(timing: "\"frequency\":3") },
        { "the dose has a most", Order(timing: "\"frequency\":3,\"frequencyMax\":4,\"period\":1,\"periodUnit\":\"d\"", quantity: """{"value":240,"unit":"錠"}""", dose: """{"value":1,"unit":"錠"}""") },
        { "nothing says how much is supplied", Order(duration: null, quantity: null) },
        { "the duration is a limit", Order(duration: """{"value":60,"comparator":"<","unit":"日"}""") },
        { "the dosage has its own days", Order(timing: "\"boundsDuration\":{\"value\":60,\"unit\":\"日\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"d\"},\"frequency\":3,\"period\":1,\"periodUnit\":\"d\"") },
        { "the dosage ends on a day", Order(timing: "\"boundsPeriod\":{\"end\":\"2027-01-20\"},\"frequency\":3,\"period\":1,\"periodUnit\":\"d\"") },
        { "the text tells the days", Order(dosage: "\"text\":\"1日3回毎食後 ６０日分\",") },
        { "a note tells the weeks", Order(more: "\"note\":[{\"text\":\"for 8 weeks\"}],") },
        { "a note is longer than anybody looks through", Order(more: $"\"note\":[{{\"text\":\"{new string('あ', 5000)}\"}}],") },
        { "there is a narrative", Order(more: "\"text\":{\"status\":\"generated\",\"div\":\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">60</div>\"},") },
        { "it is repeated", Order(supply: "\"numberOfRepeatsAllowed\":2") },
        { "the next dispensing has its day", Order(supply: "\"dispenseInterval\":{\"value\":60,\"unit\":\"日\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"d\"}") },
        { "an extension holds a number", Order(supply: "\"extension\":[{\"url\":\"https://ehr.example/days\",\"valueInteger\":60}]") },
        { "the resource is not as R4 has it", Order(more: "\"colour\":\"red\",") },
        { "it is about another patient", Order(patient: "p2") },
        { "its id is another", Order(id: "d2") },
    };

    [Fact]
    public void Only_days_and_quantity_change_and_they_change_in_one_proportion()
    {
        var written = For30Days(Order()).ShouldNotBeNull();

        StructureValidator.Validate(written).ShouldBeEmpty();
        var expected = JsonNode.Parse(Order())!;
        expected["dispenseRequest"]!["quantity"]!["value"] = 90;
        expected["dispenseRequest"]!["expectedSupplyDuration"]!["value"] = 30;
        JsonNode.DeepEquals(JsonNode.Parse(written), expected).ShouldBeTrue(Encoding.UTF8.GetString(written));
    }

    [Fact]
    public void What_is_not_supply_stays_as_it_was_sent_in_its_order()
    {
        var order = Order(
            dosage: "\"sequence\":1,\"text\":\"1日3回毎食後\",",
            supply: "\"numberOfRepeatsAllowed\":0",
            more: "\"extension\":[{\"url\":\"https://ehr.example/kind\",\"valueString\":\"外来\"}],\"groupIdentifier\":{\"value\":\"rp-7\"},\"note\":[{\"text\":\"様子を見ながら\"}],");
        var written = Encoding.UTF8.GetString(For30Days(order).ShouldNotBeNull());

        JsonNode.Parse(order)!.AsObject().Select(member => member.Key).ShouldBe(JsonNode.Parse(written)!.AsObject().Select(member => member.Key));
        written.ShouldContain("様子を見ながら");
        Encoding.UTF8.GetString(For30Days(order)!).ShouldBe(written);
    }

    [Theory]
    [InlineData("{\"value\":60,\"unit\":\"日\"}", null, "30", null)]
    [InlineData(null, "{\"value\":180,\"unit\":\"錠\",\"system\":\"urn:oid:1.2.392.100495.20.2.101\",\"code\":\"TAB\"}", null, "90")]
    [InlineData("{\"value\":60.0,\"unit\":\"日\"}", null, "30.0", null)]
    public void What_is_not_told_is_not_added(string? duration, string? quantity, string? days, string? tablets)
    {
        var supply = JsonNode.Parse(For30Days(Order(duration: duration, quantity: quantity)).ShouldNotBeNull())!["dispenseRequest"]!;

        supply["expectedSupplyDuration"]?["value"]!.ToJsonString().ShouldBe(days);
        supply["quantity"]?["value"]!.ToJsonString().ShouldBe(tablets);
    }

    [Theory]
    [InlineData(56, 28, "8", "4")]
    [InlineData(56, 30, "8", null)]
    public void Weeks_become_whole_weeks_or_stay(int from, int to, string weeks, string? shorter)
    {
        var order = Order(duration: $$"""{"value":{{weeks}},"unit":"wk","system":"http://unitsofmeasure.org","code":"wk"}""", quantity: null);
        var written = new DraftOrders(Call([order])).Shortened("MedicationRequest/d1", from, to);

        (written is null ? null : JsonNode.Parse(written)!["dispenseRequest"]!["expectedSupplyDuration"]!["value"]!.ToJsonString()).ShouldBe(shorter);
    }

    [Theory]
    [MemberData(nameof(OrdersThatStayAsTheyAre))]
    public void An_order_that_cannot_be_shortened_exactly_stays(string why, string order) =>
        For30Days(order).ShouldBeNull(why);

    [Fact]
    public void K3_steps_that_follow_one_another_are_never_cut_at_their_end()
    {
        const string Dose = "\"doseAndRate\":[{\"doseQuantity\":{\"value\":1,\"unit\":\"錠\"}}]";
        var steps = JsonNode.Parse(Order(quantity: null))!;
        steps["dosageInstruction"] = JsonNode.Parse($$"""[{"sequence":1,{{Dose}}},{"sequence":2,{{Dose}}}]""");

        For30Days(steps.ToJsonString()).ShouldBeNull();
    }

    [Theory]
    [InlineData(60, 60)]
    [InlineData(60, 61)]
    [InlineData(60, 0)]
    [InlineData(60, -30)]
    public void A_supply_becomes_neither_longer_nor_nothing(int from, int to) =>
        new DraftOrders(Call([Order()])).Shortened("MedicationRequest/d1", from, to).ShouldBeNull();

    [Fact]
    public void Two_orders_under_one_id_are_left_alone_and_one_sent_twice_is_one()
    {
        new DraftOrders(Call([Order(), Order(more: "\"priority\":\"urgent\",")])).Shortened("MedicationRequest/d1", 60, 30).ShouldBeNull();
        new DraftOrders(Call([Order(), Order()])).Shortened("MedicationRequest/d1", 60, 30).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("order-select", ",\"selections\":[\"MedicationRequest/d1\"]", true)]
    [InlineData("order-select", ",\"selections\":[\"MedicationRequest/d2\"]", false)]
    [InlineData("order-select", ",\"selections\":[5,null]", false)]
    [InlineData("order-select", "", false)]
    [InlineData("order-sign", "", true)]
    public void While_orders_are_chosen_only_what_was_chosen_may_change(string hook, string context, bool may) =>
        (new DraftOrders(Call([Order()], hook, context: context)).Shortened("MedicationRequest/d1", 60, 30) is not null).ShouldBe(may);

    [Fact]
    public void A_refill_stands_in_its_own_field() =>
        new DraftOrders(Call([Order()], "medication-refill", "medications")).Shortened("MedicationRequest/d1", 60, 30).ShouldNotBeNull();
}
