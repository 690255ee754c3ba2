using System.Text.Json;
using Sbirt.FhirAdapter.CdsHooks;

namespace Sbirt.Tests.FhirAdapter.CdsHooks;

/// <summary>Orders being written, and the calls they come in.</summary>
internal static class Drafted
{
    public const string SixtyDays = """{"value":60,"unit":"日","system":"http://unitsofmeasure.org","code":"d"}""";

    /// <summary>Three tablets of etizolam 0.5 mg a day for 60 days.</summary>
    public static string Order(
        string id = "d1",
        string patient = "p1",
        string? duration = SixtyDays,
        string? quantity = """{"value":180,"unit":"錠","system":"urn:oid:1.2.392.100495.20.2.101","code":"TAB"}""",
        string dose = """{"value":1,"unit":"錠","system":"urn:oid:1.2.392.100495.20.2.101","code":"TAB"}""",
        string timing = "\"frequency\":3,\"period\":1,\"periodUnit\":\"d\"",
        string dosage = "",
        string supply = "",
        string more = "")
    {
        var dispense = string.Join(',', new[]
        {
            supply.Length == 0 ? null : supply,
            quantity is null ? null : $"\"quantity\":{quantity}",
            duration is null ? null : $"\"expectedSupplyDuration\":{duration}",
        }.OfType<string>());
        return $$$"""
            {"resourceType":"MedicationRequest","id":"{{{id}}}","status":"draft","intent":"order",{{{more}}}
             "subject":{"reference":"Patient/{{{patient}}}"},"authoredOn":"{{{DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime):yyyy-MM-dd}}}",
             "medicationCodeableConcept":{"coding":[{"system":"http://capstandard.jp/iyaku.info/CodeSystem/YJ-code","code":"1179025F1"}],"text":"エチゾラム錠0.5mg"},
             "dosageInstruction":[{{{{dosage}}}"timing":{"repeat":{{{{timing}}}}},"doseAndRate":[{"doseQuantity":{{{dose}}}}]}],
             "dispenseRequest":{{{{dispense}}}}}
            """;
    }

    public static HookRequest Call(string[] orders, string hook = "order-sign", string field = "draftOrders", string context = "") => new(
        hook,
        "i-1",
        null,
        null,
        JsonDocument.Parse($$$"""{"{{{field}}}":{"resourceType":"Bundle","type":"collection","entry":[{{{string.Join(',', orders.Select(order => $"{{\"resource\":{order}}}"))}}}]}{{{context}}}}""").RootElement,
        "p1",
        null,
        default);

    /// <summary>The order for 30 days in place of 60, or null.</summary>
    public static byte[]? For30Days(string order) => new DraftOrders(Call([order])).Shortened("MedicationRequest/d1", 60, 30);
}
