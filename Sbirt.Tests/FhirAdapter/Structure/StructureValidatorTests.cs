using System.Text;
using Sbirt.FhirAdapter.Structure;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Structure;

public sealed class StructureValidatorTests
{
    private const string Final = "\"status\":\"final\",\"code\":{\"text\":\"a\"}";

    [Theory]
    // elements
    [InlineData("""{"resourceType":"Patient","nam":[]}""", "unknown-element Patient.nam 1:27")]
    [InlineData("""{"resourceType":"Patient","__proto__":{},"constructor":{}}""",
        "unknown-element Patient 1:27", "unknown-element Patient.constructor 1:42")]
    [InlineData("""{"resourceType":"Patient","contact":[{"name":{"famly":"x"}}]}""",
        "unknown-element Patient.contact[0].name.famly 1:47")]
    [InlineData("""{"resourceType":"Observation","code":{"text":"a"}}""", "element-missing Observation.status 1:1")]
    [InlineData("""{"resourceType":"Patient","communication":[{"preferred":true}]}""",
        "element-missing Patient.communication[0].language 1:44")]
    [InlineData("""{"resourceType":"Patient","active":true,"active":false}""", "duplicate-key Patient.active 1:41")]
    [InlineData("""{"resourceType":"Patient","name":{"text":"a"}}""", "not-an-array Patient.name 1:34")]
    [InlineData("""{"resourceType":"Patient","gender":["male"]}""", "not-repeatable Patient.gender 1:36")]
    [InlineData("""{"resourceType":"Patient","name":[]}""", "element-empty Patient.name 1:34")]
    [InlineData("""{"resourceType":"Patient","name":[{}]}""", "element-empty Patient.name[0] 1:35")]
    [InlineData("""{"resourceType":"Patient","name":[{"id":"a"}]}""", "element-empty Patient.name[0] 1:35")]
    [InlineData("""{"resourceType":"Patient","name":[{"text":""}]}""", "element-empty Patient.name[0].text 1:43")]
    [InlineData("""{"resourceType":"Patient","name":["a"]}""", "wrong-json-kind Patient.name[0] 1:35")]
    [InlineData("""{"resourceType":"Patient","name":[[{"text":"a"}]]}""", "wrong-json-kind Patient.name[0] 1:35")]
    [InlineData("""{"resourceType":"Patient","maritalStatus":null}""", "wrong-json-kind Patient.maritalStatus 1:43")]
    // primitives
    [InlineData("""{"resourceType":"Patient","active":"true"}""", "wrong-json-kind Patient.active 1:36")]
    [InlineData("""{"resourceType":"Patient","birthDate":2000}""", "wrong-json-kind Patient.birthDate 1:39")]
    [InlineData("""{"resourceType":"Patient","birthDate":null}""", "wrong-json-kind Patient.birthDate 1:39")]
    [InlineData("{\"resourceType\":\"Patient\",\n \"name\":[{\"text\":\"飲酒\"}], \"birthDate\":\"2000-02-30\"}",
        "primitive-malformed Patient.birthDate 2:38")]
    [InlineData("""{"resourceType":"Patient","id":"a b"}""", "primitive-malformed Patient.id 1:32")]
    [InlineData("""{"resourceType":"Patient","gender":"m"}""", "code-not-in-value-set Patient.gender 1:36")]
    [InlineData("""{"resourceType":"Patient","gender":"m\u0061le"}""")]
    [InlineData("""{"resourceType":"Patient","name":[{"text":"a\u0000"}]}""",
        "primitive-malformed Patient.name[0].text 1:43")]
    // primitives and their twins
    [InlineData("""{"resourceType":"Patient","_birthDate":{"extension":[{"url":"u","valueCode":"unknown"}]}}""")]
    [InlineData("""{"resourceType":"Patient","_birthDate":{"id":"a"}}""", "element-empty Patient.birthDate 1:1")]
    [InlineData("""{"resourceType":"Patient","birthDate":"2000","_birthDate":{"id":"a"}}""")]
    [InlineData("""{"resourceType":"Patient","_birthDate":{}}""",
        "element-empty Patient.birthDate 1:1", "element-empty Patient.birthDate 1:40")]
    [InlineData("""{"resourceType":"Patient","_birthDate":"x"}""",
        "element-empty Patient.birthDate 1:1", "wrong-json-kind Patient.birthDate 1:40")]
    [InlineData("""{"resourceType":"Patient","_maritalStatus":{"id":"a"}}""",
        "unknown-element Patient.maritalStatus 1:27")]
    [InlineData("""{"resourceType":"Patient","_id":{"id":"a"}}""", "unknown-element Patient.id 1:27")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":["a",null],"_given":[null,{"id":"b"}]}]}""")]
    [InlineData("""{"resourceType":"Patient","name":[{"_given":[null,{"id":"b"}],"given":["a",null]}]}""")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":["a",null]}]}""",
        "primitive-misaligned Patient.name[0].given 1:36")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":[null],"_given":[null]}]}""",
        "primitive-misaligned Patient.name[0].given 1:36")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":["a","b"],"_given":[{"id":"x"}]}]}""",
        "primitive-misaligned Patient.name[0].given 1:36")]
    // choices
    [InlineData("""{"resourceType":"Patient","deceasedString":"no"}""", "choice-wrong-type Patient.deceased 1:27")]
    [InlineData("""{"resourceType":"Patient","deceased":true}""", "unknown-element Patient.deceased 1:27")]
    [InlineData("""{"resourceType":"Patient","deceasedFoo":true}""", "unknown-element Patient.deceasedFoo 1:27")]
    [InlineData("""{"resourceType":"Patient","deceasedBoolean":true,"deceasedDateTime":"2020"}""",
        "choice-repeated Patient.deceased 1:50")]
    [InlineData("""{"resourceType":"Patient","deceasedBoolean":true,"_deceasedDateTime":{"id":"a"}}""",
        "choice-repeated Patient.deceased 1:50")]
    [InlineData("""{"resourceType":"Patient","deceasedBoolean":true,"_deceasedBoolean":{"id":"a"}}""")]
    // resources
    [InlineData("{}", "resource-type-missing Resource 1:1")]
    [InlineData("""{"resourceType":"Person2"}""", "resource-type-unknown Resource 1:17")]
    [InlineData("""{"resourceType":"DomainResource"}""", "resource-type-unknown Resource 1:17")]
    [InlineData("""{"resourceType":7}""", "resource-type-unknown Resource 1:17")]
    [InlineData("""{"id":"a","resourceType":"Patient"}""")]
    [InlineData("""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"active":true}}]}""",
        "resource-type-missing Bundle.entry[0].resource 1:67")]
    [InlineData("""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"active":1,"resourceType":"Patient"}}]}""",
        "wrong-json-kind Bundle.entry[0].resource.active 1:77")]
    // contained resources and references
    [InlineData("""{"resourceType":"Patient","contained":[{"resourceType":"Organization","name":"a"}]}""",
        "contained-without-id Patient.contained[0] 1:40")]
    [InlineData("""{"resourceType":"Patient","contained":[{"resourceType":"Organization","id":"o","contained":[{"resourceType":"Patient","id":"p"}]}]}""",
        "contained-nested Patient.contained[0].contained[0] 1:93")]
    [InlineData("""{"resourceType":"Patient","managingOrganization":{"reference":"#o"},"contained":[{"resourceType":"Organization","id":"o"}]}""")]
    [InlineData("""{"resourceType":"Patient","managingOrganization":{"reference":"#x"}}""",
        "reference-not-contained Patient.managingOrganization.reference 1:63")]
    [InlineData("""{"resourceType":"Patient","contained":[{"resourceType":"Patient","id":"p","link":[{"other":{"reference":"#"},"type":"refer"}]}]}""")]
    [InlineData("""{"resourceType":"Patient","managingOrganization":{"reference":"Practitioner/1"}}""",
        "reference-wrong-type Patient.managingOrganization.reference 1:63")]
    [InlineData("""{"resourceType":"Patient","managingOrganization":{"reference":"Organization/1/_history/2"}}""")]
    [InlineData("""{"resourceType":"Patient","managingOrganization":{"reference":"http://a.example/Organization/1"}}""")]
    [InlineData("""{"resourceType":"Patient","managingOrganization":{"reference":"urn:uuid:5F1C1B1E-0000-4000-8000-0123456789AB"}}""")]
    [InlineData("""{"resourceType":"Patient","managingOrganization":{"reference":"urn:uuid:5f1c"}}""",
        "reference-malformed Patient.managingOrganization.reference 1:63")]
    [InlineData("""{"resourceType":"Patient","managingOrganization":{"reference":"Organization/a b"}}""",
        "reference-malformed Patient.managingOrganization.reference 1:63")]
    [InlineData("""{"resourceType":"Patient","managingOrganization":{"reference":"Organisation/1"}}""",
        "reference-wrong-type Patient.managingOrganization.reference 1:63")]
    [InlineData("""{"resourceType":"Patient","managingOrganization":{"reference":"Organization?identifier=1"}}""",
        "reference-malformed Patient.managingOrganization.reference 1:63")]
    // extensions
    [InlineData("""{"resourceType":"Patient","extension":[{"url":"u","valueString":"a","extension":[{"url":"v","valueCode":"b"}]}]}""",
        "extension-content Patient.extension[0] 1:40")]
    [InlineData("""{"resourceType":"Patient","extension":[{"url":"u"}]}""", "extension-content Patient.extension[0] 1:40")]
    [InlineData("""{"resourceType":"Patient","extension":[{"valueString":"a"}]}""",
        "element-missing Patient.extension[0].url 1:40")]
    [InlineData("""{"resourceType":"Patient","modifierExtension":[{"url":"u","valueString":"a"}]}""")]
    public void Every_fault_is_reported_with_code_path_line_and_column(string body, params string[] faults) =>
        Faults(body).ShouldBe(faults);

    [Theory]
    [InlineData("""{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]}""")]
    [InlineData("""{"coding":[{"system":"http://other","code":"x"},{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]}""")]
    [InlineData("""{"text":"a"}""")]
    [InlineData("""{"coding":[{"system":"http://other","code":"active"}]}""",
        "code-not-in-value-set Condition.clinicalStatus 1:82")]
    [InlineData("""{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"x"}]}""",
        "code-not-in-value-set Condition.clinicalStatus 1:82")]
    public void A_concept_with_a_required_binding_needs_one_coding_of_the_value_set(
        string concept, params string[] faults) =>
        Faults($$"""{"resourceType":"Condition","subject":{"reference":"Patient/1"},"clinicalStatus":{{concept}}}""")
            .ShouldBe(faults);

    [Theory]
    [InlineData("{\"resourceType\":\"Patient\",\n\"active\":tru}", "invalid-json Resource 2:13")]
    [InlineData("[]", "not-an-object Resource 1:1")]
    [InlineData("", "invalid-json Resource 1:1")]
    [InlineData("{}{}", "invalid-json Resource 1:3")]
    [InlineData("""{"resourceType":"Patient","name":[{"text":"\ud83d"}]}""", "lone-surrogate Resource 1:43")]
    [InlineData("""{"resourceType":"Patient","name":[{"text":"\ud83d\ude00"}]}""")]
    public void What_is_not_JSON_has_one_fault(string body, params string[] faults) => Faults(body).ShouldBe(faults);

    [Fact]
    public void J1_deep_nesting_has_one_fault() =>
        Faults("{\"resourceType\":\"Patient\"" + string.Concat(Enumerable.Repeat(",\"extension\":[{\"url\":\"u\"", 10_000)))
            .ShouldHaveSingleItem().ShouldStartWith("too-deep");

    [Fact]
    public void After_a_thousand_faults_the_rest_is_not_read_and_the_last_fault_says_so()
    {
        var names = string.Join(',', Enumerable.Repeat("{\"txt\":\"a\",\"text\":\"b\"}", 1500));
        var faults = StructureValidator.Validate(
            Encoding.UTF8.GetBytes("{\"resourceType\":\"Patient\",\"name\":[" + names + "]}"));
        faults.Length.ShouldBe(1001);
        faults[^1].Code.ShouldBe("too-many-faults");
    }

    [Fact]
    public void Modifier_extensions_are_allowed_and_told_apart()
    {
        var report = StructureValidator.Inspect("""
            {"resourceType":"Observation","status":"final","code":{"text":"a"},
            "modifierExtension":[{"valueBoolean":true,"url":"http://a.example/not"}],
            "component":[{"code":{"text":"b"},"modifierExtension":[{"url":"http://b.example","valueCode":"x"}]}]}
            """u8);
        report.Faults.ShouldBeEmpty();
        report.ModifierExtensions.ShouldBe(
        [
            new ModifierExtensionFound("http://a.example/not", "Observation.modifierExtension[0]", 2, 22),
            new ModifierExtensionFound("http://b.example", "Observation.component[0].modifierExtension[0]", 3, 56),
        ]);
    }

    [Fact]
    public void What_was_expected_is_said()
    {
        Fault("""{"resourceType":"Patient","gender":"m"}""").Expected.ShouldBe("female | male | other | unknown");
        Fault("""{"resourceType":"Patient","deceasedString":"m"}""").Expected.ShouldBe("boolean | dateTime");
        Fault("""{"resourceType":"Patient","managingOrganization":{"reference":"Device/1"}}""").Expected
            .ShouldBe("Organization");
        Fault("""{"resourceType":"Patient","birthDate":"1.1.2000"}""").Expected!.ShouldContain("YYYY-MM-DD");
    }

    [Fact]
    public void A_fault_repeats_no_value_of_the_body()
    {
        var faults = StructureValidator.Validate("""
            {"resourceType":"Patient","gender":"Yamada","birthDate":"Yamada","Yamada Taro":"x","name":"Yamada"}
            """u8);
        faults.Length.ShouldBe(5);
        faults.ShouldAllBe(fault => !fault.ToString().Contains("Yamada", StringComparison.Ordinal));
    }

    [Fact]
    public void Observations_may_leave_their_value_to_their_components() =>
        Faults($$"""{"resourceType":"Observation",{{Final}}}""").ShouldBeEmpty();

    [Fact]
    public void Validation_allocates_less_than_the_size_of_its_payload()
    {
        var body = Benchmarks.ObservationBundle.Of(1000);
        StructureValidator.Validate(body).ShouldBeEmpty();
        var before = GC.GetAllocatedBytesForCurrentThread();
        StructureValidator.Validate(body);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(body.Length / 10);
    }

    private static StructureFault Fault(string body) =>
        StructureValidator.Validate(Encoding.UTF8.GetBytes(body)).ShouldHaveSingleItem();

    private static string[] Faults(string body) =>
        [.. StructureValidator.Validate(Encoding.UTF8.GetBytes(body))
            .Select(fault => $"{fault.Code} {fault.FhirPath} {fault.Line}:{fault.Column}")];
}
