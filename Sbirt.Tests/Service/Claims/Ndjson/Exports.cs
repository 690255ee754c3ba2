using System.Text;

namespace Sbirt.Tests.Service.Claims.Ndjson;

/// <summary>Lines of bulk exports, each one resource.</summary>
internal static class Exports
{
    public const string Yj = "http://capstandard.jp/iyaku.info/CodeSystem/YJ-code";

    /// <summary>The person of <see cref="UkeTexts.Receipt"/>.</summary>
    public static string Patient(string id = "1", string birth = "1980-01-01", string gender = "male", string more = "") =>
        $$"""{"resourceType":"Patient","id":"{{id}}","gender":"{{gender}}","birthDate":"{{birth}}"{{more}}}""";

    /// <summary>The number of <see cref="UkeTexts.Insured"/>.</summary>
    public static string Coverage(string patient = "1", string member = "01270016:12:1:", string status = "active", string more = "") =>
        $$"""{"resourceType":"Coverage","id":"c{{patient}}","status":"{{status}}","beneficiary":{"reference":"Patient/{{patient}}"},"identifier":[{"system":"http://jpfhir.jp/fhir/clins/Idsystem/JP_Insurance_memberID","value":"{{member}}"}]{{more}}}""";

    public static string Billed(string id, string institution, string patient = "1", string month = "2026-09", string type = "ExplanationOfBenefit", string kind = "professional", string more = "") =>
        $$"""{"resourceType":"{{type}}","id":"{{id}}","status":"active","use":"claim","type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/claim-type","code":"{{kind}}"}]},"patient":{"reference":"Patient/{{patient}}"},"billablePeriod":{"start":"{{month}}-03"},"created":"2026-10-05","provider":{{Place(institution)}}{{more}}}""";

    public static string Dispense(string id, string day, int? days, string medicine = "1124009F1010", string patient = "1", string order = "", string pharmacy = "2740000001", string more = "") =>
        $$"""{"resourceType":"MedicationDispense","id":"{{id}}","status":"completed","subject":{"reference":"Patient/{{patient}}"},"medicationCodeableConcept":{"coding":[{"system":"{{Yj}}","code":"{{medicine}}"}]},"whenHandedOver":"{{day}}","performer":[{"actor":{{Place(pharmacy)}} }]{{(days is null ? "" : $",\"daysSupply\":{{\"value\":{days},\"unit\":\"日\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"d\"}}")}}{{(order.Length == 0 ? "" : $",\"authorizingPrescription\":[{{\"reference\":\"MedicationRequest/{order}\"}}]")}}{{more}}}""";

    public static string Order(string id, string institution, int days = 30, string patient = "1", string more = "") =>
        $$"""{"resourceType":"MedicationRequest","id":"{{id}}","status":"active","intent":"order","subject":{"reference":"Patient/{{patient}}"},"requester":{{Place(institution)}},"medicationCodeableConcept":{"coding":[{"system":"{{Yj}}","code":"1124009F1010"}]},"dispenseRequest":{"expectedSupplyDuration":{"value":{{days}},"unit":"日","system":"http://unitsofmeasure.org","code":"d"} }{{more}} }""";

    /// <summary>An institution by its ten digits, or a reference to an Organization.</summary>
    public static string Place(string institution) => institution.Contains('/', StringComparison.Ordinal)
        ? $$"""{"reference":"{{institution}}"}"""
        : $$"""{"type":"Organization","identifier":{"system":"http://jpfhir.jp/fhir/core/IdSystem/insurance-medical-institution-no","value":"{{institution}}"} }""";

    public static string Institution(int number) => $"271{number:D7}";

    public static byte[] Bytes(params IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));
}
