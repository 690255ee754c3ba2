using System.Text;
using Sbirt.Content.Claims;
using Sbirt.Content.Medicines;
using Sbirt.FhirAdapter.Claims;
using Sbirt.Tests.Service.Claims.Ndjson;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Claims;

public sealed class ClaimLineReaderTests
{
    private static readonly MedicineLibrary Medicines = MedicineLibrary.LoadShipped();
    private static readonly ClaimLineReader Reader = new(Medicines);

    [Theory]
    [InlineData("http://capstandard.jp/iyaku.info/CodeSystem/YJ-code", "1124009F1010", "1124009F1010")]
    [InlineData("urn:oid:1.2.392.100495.20.1.73", "1124009F1010", "1124009F1010")]
    [InlineData("urn:oid:1.2.392.100495.20.2.73", "１１２４００９Ｆ１０１０", "1124009F1010")]
    [InlineData("https://sbirt.example/fhir/CodeSystem/receipt-medicine", "610463183", "610463183")]
    public void A_medicine_is_known_by_any_spelling_of_its_code_system(string system, string code, string kept)
    {
        var dispense = Read<DispenseLine>(Exports.Dispense("d", "2026-09-01", 30).Replace(Exports.Yj, system, StringComparison.Ordinal).Replace("1124009F1010", code, StringComparison.Ordinal));
        dispense.Medicine.ToString().ShouldBe(kept);
        Medicines.Ingredients[dispense.Ingredient].Id.ShouldBe("brotizolam");
        dispense.Dose.ShouldBe(new MedicineSupply(IntakeForm.Daily, 30, 0));
    }

    [Theory]
    [InlineData("""{"value":2,"unit":"錠","system":"http://jpfhir.jp/fhir/core/mhlw/CodeSystem/MedicationUnitMERIT9Code","code":"TAB"}""", 200_000)]
    [InlineData("""{"value":0.25,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"}""", 100_000)]
    [InlineData("""{"value":2,"unit":"壺"}""", 0)]
    public void A_daily_dose_is_counted_in_units_of_the_medicine(string dose, long amount) =>
        Read<DispenseLine>(Exports.Dispense("d", "2026-09-01", 30, more: $$""","dosageInstruction":[{"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"} },"doseAndRate":[{"doseQuantity":{{dose}}}]}]"""))
            .Dose.DailyAmount.ShouldBe(amount);

    [Fact]
    public void Use_as_needed_and_other_medicines_are_told_as_such()
    {
        Read<DispenseLine>(Exports.Dispense("d", "2026-09-01", 10, more: ",\"dosageInstruction\":[{\"asNeededBoolean\":true}]")).Dose.Form.ShouldBe(IntakeForm.AsNeeded);
        var other = Read<DispenseLine>(Exports.Dispense("d", "2026-09-01", 10, medicine: "2325003B2029"));
        (other.Ingredient, other.Medicine.ToString()).ShouldBe((-1, "2325003B2029"));
        Read<DispenseLine>(Exports.Dispense("d", "2026-09", 10)).ShouldSatisfyAllConditions(each => each.IsDayKnown.ShouldBeFalse(), each => each.Date.ShouldBe(new DateOnly(2026, 9, 1)));
    }

    [Theory]
    [InlineData("Claim", "active", null)]
    [InlineData("Claim", "entered-in-error", "left out")]
    [InlineData("Claim", "cancelled", "left out")]
    [InlineData("Claim", "draft", "left out")]
    [InlineData("Claim", "strange", "status-unknown")]
    [InlineData("ExplanationOfBenefit", "entered-in-error", "left out")]
    [InlineData("ExplanationOfBenefit", "cancelled", "left out")]
    [InlineData("MedicationDispense", "completed", null)]
    [InlineData("MedicationDispense", "entered-in-error", "left out")]
    [InlineData("MedicationDispense", "cancelled", "left out")]
    [InlineData("MedicationDispense", "declined", "left out")]
    [InlineData("MedicationDispense", "unknown", "status-unknown")]
    [InlineData("MedicationRequest", "active", null)]
    [InlineData("MedicationRequest", "entered-in-error", "left out")]
    [InlineData("MedicationRequest", "cancelled", "left out")]
    [InlineData("Coverage", "active", null)]
    [InlineData("Coverage", "entered-in-error", "left out")]
    [InlineData("Coverage", "draft", "left out")]
    public void J8_what_was_entered_in_error_or_cancelled_is_left_out(string type, string status, string? expected)
    {
        var line = OfType(type);
        What(Reader.Read(Utf8(System.Text.RegularExpressions.Regex.Replace(line, "\"status\":\"[a-z]+\"", $"\"status\":\"{status}\"")), null)).ShouldBe(expected);
    }

    [Fact]
    public void J8_an_order_not_to_be_performed_a_question_beforehand_and_a_claim_that_could_not_be_processed_are_left_out()
    {
        What(Reader.Read(Utf8(Exports.Order("o", "2711234567", more: ",\"doNotPerform\":true")), null)).ShouldBe("left out");
        What(Reader.Read(Utf8(Exports.Billed("b", "2711234567", more: ",\"outcome\":\"error\"")), null)).ShouldBe("left out");
        What(Reader.Read(Utf8(Exports.Billed("b", "2711234567").Replace("\"use\":\"claim\"", "\"use\":\"preauthorization\"", StringComparison.Ordinal)), null)).ShouldBe("left out");
    }

    [Theory]
    [InlineData("Patient")]
    [InlineData("Coverage")]
    [InlineData("Organization")]
    [InlineData("Claim")]
    [InlineData("ExplanationOfBenefit")]
    [InlineData("MedicationDispense")]
    [InlineData("MedicationRequest")]
    public void J7_a_modifier_that_is_not_known_keeps_a_resource_from_being_used(string type)
    {
        foreach (var name in new[] { "modifierExtension", "modifierExt\\u0065nsion", "implicitRules" })
        {
            What(Reader.Read(Utf8(OfType(type)[..^1] + $",\"note\":[{{\"{name}\":[]}}]}}"), null)).ShouldBe("modifier-extension", name);
        }
    }

    [Theory]
    [InlineData("\"billablePeriod\":{\"start\":\"2026-09-03\"},", "", "month-unreadable")]
    [InlineData("\"patient\":{\"reference\":\"Patient/1\"},", "", "patient-missing")]
    [InlineData("\"Patient/1\"", "\"Group/1\"", "patient-missing")]
    [InlineData("\"professional\"", "\"vision\"", null)] // The institution's third digit tells.
    [InlineData("\"professional\"", "\"oral\"", null)]
    [InlineData("\"id\":\"b\",", "", "resource-id-missing")]
    [InlineData("\"provider\"", "\"enterer\"", "institution-missing")]
    [InlineData("2026-09-03", "2026-13-03", "month-unreadable")]
    [InlineData("2026-09-03", "", "month-unreadable")]
    public void A_claim_that_tells_too_little_is_refused(string from, string to, string? expected) =>
        What(Reader.Read(Utf8(Exports.Billed("b", "2711234567").Replace(from, to, StringComparison.Ordinal)), null)).ShouldBe(expected);

    [Fact]
    public void A_claim_tells_diseases_in_either_code_and_whether_they_are_suspected()
    {
        const string Diagnoses = """
            ,"diagnosis":[{"sequence":1,"diagnosisCodeableConcept":{"coding":[{"system":"http://jpfhir.jp/fhir/core/mhlw/CodeSystem/masterB-disease","code":"8830330"},{"system":"http://hl7.org/fhir/sid/icd-10","code":"F102"}]}},
            {"sequence":2,"diagnosisCodeableConcept":{"coding":[{"system":"http://jpfhir.jp/fhir/core/CodeSystem/JP_ConditionDisaseCodeReceipt_CS","code":"3450001"},{"system":"http://jpfhir.jp/fhir/core/mhlw/CodeSystem/masterZ-disease-modifier","code":"8002"}]}},
            {"sequence":3,"diagnosisCodeableConcept":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10","code":"C34.9"}]}}]
            """;
        Read<BilledLine>(Exports.Billed("b", "2711234567", more: Diagnoses)).Diseases.ShouldBe([
            new BilledDisease(ShortCode.Of("8830330")!.Value, 8830330, "F102", false),
            new BilledDisease(ShortCode.Of("3450001")!.Value, 3450001, "", true),
            new BilledDisease(ShortCode.Of("C34.9")!.Value, 0, "C34.9", false),
        ]);
    }

    [Theory]
    [InlineData("01270016", "01270016")]
    [InlineData("1270016", "01270016")]
    [InlineData("00270016", "270016")]
    [InlineData("２７００１６", "270016")]
    [InlineData("12345", "012345")]
    [InlineData("123456789", null)]
    [InlineData("", null)]
    [InlineData("00000000", null)]
    [InlineData("12a45", null)]
    public void C8_insurer_numbers_are_brought_to_the_six_or_eight_digits_of_claims(string written, string? insurer) =>
        InsuredNumbers.Insurer(written).ShouldBe(insurer);

    private static string OfType(string type) => type switch
    {
        "Patient" => Exports.Patient(),
        "Coverage" => Exports.Coverage(),
        "Organization" => """{"resourceType":"Organization","id":"o"}""",
        "MedicationDispense" => Exports.Dispense("d", "2026-09-01", 30),
        "MedicationRequest" => Exports.Order("o", "2711234567"),
        _ => Exports.Billed("b", "2711234567", type: type),
    };

    private static T Read<T>(string line)
        where T : ClaimLine => Reader.Read(Utf8(line), null).ShouldBeOfType<T>();

    private static string? What(ClaimLine line) => line switch { UnreadLine unread => unread.Reason, LeftOutLine => "left out", OtherLine => "other", _ => null };

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
