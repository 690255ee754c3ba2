using System.Text;
using System.Text.RegularExpressions;
using Sbirt.Service.Doctor;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Doctor;

public sealed partial class DoctorExaminationTests
{
    [Theory]
    [InlineData(Documents.Discovery, "Discovery")]
    [InlineData(Documents.Request, "Request")]
    [InlineData(Documents.Response, "Response")]
    [InlineData(Documents.Feedback, "Feedback")]
    [InlineData("""{"cards":[]}""", "Response")]
    [InlineData("""{"services":[]}""", "Discovery")]
    public void A_right_document_is_told_by_its_members_and_passes(string document, string kind)
    {
        var examined = Documents.Examine(document);

        examined.Kind.ToString().ShouldBe(kind);
        examined.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Discovery", """ "hook":"patient-view", """, " ", "7", "/services/0")]
    [InlineData("Discovery", """ "hook":"patient-view" """, """ "hook":"my-hook" """, "hook-name", "/services/0/hook")]
    [InlineData("Discovery", """ "title":"T", """, "", "8", "/services/0")]
    [InlineData("Discovery", """ "description":"D" """, """ "description":7 """, "9", "/services/0/description")]
    [InlineData("Discovery", """ "id":"s-1", """, "", "10", "/services/0")]
    [InlineData("Discovery", """ "usageRequirements":"none" """, """ "usageRequirements":[1] """, "12", "/services/0/usageRequirements")]
    [InlineData("Discovery", "Patient/{{context.patientId}}", "Patient/{context.patientId}", "55", "/services/0/prefetch/patient")]
    [InlineData("Discovery", "Patient/{{context.patientId}}", "Patient/{{context.patientId}", "55", "/services/0/prefetch/patient")]
    [InlineData("Discovery", "Patient/{{context.patientId}}", "Patient/{{ context.patientId }}", "56", "/services/0/prefetch/patient")]
    [InlineData("Discovery", "Patient/{{context.patientId}}", "Patient/{{context.draftOrders.id}}", "56", "/services/0/prefetch/patient")]
    [InlineData("Discovery", "Patient/{{context.patientId}}", "Patient/{{patientId}}", "59", "/services/0/prefetch/patient")]
    [InlineData("Discovery", "&code:in=x", "&code:not=x", "58", "/services/0/prefetch/obs")]
    [InlineData("Discovery", "&code:in=x", "&subject.name=x", "58", "/services/0/prefetch/obs")]
    [InlineData("Discovery", "&code:in=x", "&_include=x", "58", "/services/0/prefetch/obs")]
    [InlineData("Discovery", "Patient/{{context.patientId}}", "Patient/{{context.patientId}}/$everything", "58", "/services/0/prefetch/patient")]
    [InlineData("Discovery", """ {"com.example.x":{"a":1}} """, """ [1] """, "214", "/services/0/extension")]
    [InlineData("Discovery", "com.example.x", "x", "215", "/services/0/extension/x")]
    [InlineData("Request", """ "hook":"patient-view", """, "", "request-hook", "")]
    [InlineData("Request", "d1577c69-", "d1577c69", "request-instance", "/hookInstance")]
    [InlineData("Request", "https://ehr.example/fhir", "http://ehr.example/fhir", "request-server-https", "/fhirServer")]
    [InlineData("Request", "https://ehr.example/fhir", "ehr.example", "request-server", "/fhirServer")]
    [InlineData("Request", """ "fhirServer":"https://ehr.example/fhir", """, "", "cds-r-1", "/fhirAuthorization")]
    [InlineData("Request", ""","patient":"1"}, """, "},", "cds-r-2", "/fhirAuthorization")]
    [InlineData("Request", "Bearer", "Basic", "request-authorization", "/fhirAuthorization/token_type")]
    [InlineData("Request", "300", "\"300\"", "request-authorization", "/fhirAuthorization/expires_in")]
    [InlineData("Request", """ "patientId":"1", """, "", "request-context", "/context")]
    [InlineData("Request", """ "patientId":"1" """, """ "patientId":"Patient/1" """, "request-ids", "/context/patientId")]
    [InlineData("Request", "Practitioner/1", "1", "request-ids", "/context/userId")]
    [InlineData("Request", """ {"resourceType":"Patient","id":"1"} """, "{\"id\":\"1\"}", "request-prefetch", "/prefetch/patient")]
    [InlineData("Request", """ "resourceType":"Patient", """, """ "resourceType":"Patient","gender":"m", """, "fhir-structure", "/prefetch/patient/gender")]
    [InlineData("Response", """ "uuid":"u-1" """, """ "uuid":1 """, "80", "/cards/0/uuid")]
    [InlineData("Response", """ "summary":"S", """, "", "83", "/cards/0")]
    [InlineData("Response", """ "detail":"D" """, """ "detail":{"a":1} """, "85", "/cards/0/detail")]
    [InlineData("Response", """ "indicator":"info", """, "", "87", "/cards/0")]
    [InlineData("Response", """ "indicator":"info" """, """ "indicator":"hard-stop" """, "88", "/cards/0/indicator")]
    [InlineData("Response", """ "source": """, """ "sauce": """, "90", "/cards/0")]
    [InlineData("Response", """ "label":"L", """, "", "105", "/cards/0/source")]
    [InlineData("Response", """ "url":"https://example.com", """, """ "url":"/here", """, "107", "/cards/0/source/url")]
    [InlineData("Response", "https://example.com/i.png", "i.png", "111", "/cards/0/source/icon")]
    [InlineData("Response", """ "topic":{"code":"c", """, """ "topic":{ """, "216", "/cards/0/source/topic")]
    [InlineData("Response", ""","display":"R" """, "", "100", "/cards/0/overrideReasons/0")]
    [InlineData("Response", ""","system":"https://example.com/r" """, "", "217", "/cards/0/overrideReasons/0")]
    [InlineData("Response", """ "label":"A", """, "", "138", "/cards/0/links/0")]
    [InlineData("Response", "https://example.com/a", "javascript:alert(1)", "139", "/cards/0/links/0/url")]
    [InlineData("Response", ""","type":"absolute" """, "", "141", "/cards/0/links/0")]
    [InlineData("Response", ""","type":"absolute" """, ""","type":"relative" """, "142", "/cards/0/links/0/type")]
    [InlineData("Response", ""","type":"absolute" """, ""","type":"absolute","appContext":"x" """, "147", "/cards/0/links/0/appContext")]
    [InlineData("Response", """ "appContext":"x" """, """ "appContext":{"a":1} """, "144", "/cards/0/links/1/appContext")]
    [InlineData("Response", """ "selectionBehavior":"at-most-one", """, "", "93", "/cards/0")]
    [InlineData("Response", "at-most-one", "all", "95", "/cards/0/selectionBehavior")]
    [InlineData("Response", """ "label":"H" """, """ "label":"H","isRecommended":true """, "cds-resp-1", "/cards/0/suggestions/1/isRecommended")]
    [InlineData("Response", """ "label":"H" """, """ "uuid":"h" """, "117", "/cards/0/suggestions/1")]
    [InlineData("Response", """ "uuid":"g-1" """, """ "uuid":1 """, "119", "/cards/0/suggestions/0/uuid")]
    [InlineData("Response", """ "isRecommended":true """, """ "isRecommended":"true" """, "121", "/cards/0/suggestions/0/isRecommended")]
    [InlineData("Response", """ "label":"H" """, """ "label":"H","actionSelectionBehavior":"some" """, "cds-resp-7", "/cards/0/suggestions/1/actionSelectionBehavior")]
    [InlineData("Response", """ "type":"create" """, """ "type":"add" """, "127", "/cards/0/suggestions/0/actions/0/type")]
    [InlineData("Response", """ "type":"create","description":"d" """, """ "type":"create" """, "128", "/cards/0/suggestions/0/actions/0")]
    [InlineData("Response", ""","resource":{"resourceType":"Basic","code":{"text":"x"}} """, "", "131", "/cards/0/suggestions/0/actions/0")]
    [InlineData("Response", ""","resource":{"resourceType":"Basic","id":"b","code":{"text":"x"}} """, "", "132", "/systemActions/0")]
    [InlineData("Response", """ {"resourceType":"Basic","id":"b","code":{"text":"x"}} """, "\"Basic/b\"", "130", "/systemActions/0/resource")]
    [InlineData("Response", """ "resourceId":"Task/1" """, """ "resourceId":"Task/1","resource":{"resourceType":"Basic","code":{"text":"x"}} """, "133", "/cards/0/suggestions/0/actions/1/resource")]
    [InlineData("Response", ""","resourceId":"Task/1" """, "", "134", "/cards/0/suggestions/0/actions/1")]
    [InlineData("Response", """ "resourceId":"Task/1" """, """ "resourceId":1 """, "135", "/cards/0/suggestions/0/actions/1/resourceId")]
    [InlineData("Response", """ "label":"H" """, """ "label":"H","actions":[] """, "3", "/cards/0/suggestions/1/actions")]
    [InlineData("Feedback", """ "card":"u-1", """, "", "feedback-card", "/feedback/0")]
    [InlineData("Feedback", """ "outcome":"accepted" """, """ "outcome":"ignored" """, "cds-fb-1", "/feedback/0/outcome")]
    [InlineData("Feedback", """ "acceptedSuggestions":[{"id":"g-1"}], """, "", "cds-fb-2", "/feedback/0")]
    [InlineData("Feedback", """ {"reason":{"code":"c","system":"https://example.com/r"},"userComment":"x"} """, """ {"x":1} """, "cds-fb-3", "/feedback/1/overrideReason")]
    [InlineData("Feedback", "2026-01-31T09:05:31Z", "2026-02-31T09:05:31Z", "feedback-time", "/feedback/0/outcomeTimestamp")]
    [InlineData("Feedback", "2026-01-31T09:05:31Z", "31.1.2026", "feedback-time", "/feedback/0/outcomeTimestamp")]
    public void What_is_spoilt_is_found_by_its_row_at_its_place(string document, string right, string spoilt, string row, string pointer)
    {
        var finding = Documents.Examine(Documents.Of(document).With(right.Trim(), spoilt.Trim())).Findings.ShouldHaveSingleItem();

        finding.Requirement.Id.ShouldBe(row);
        finding.Pointer.ShouldBe(pointer);
        finding.Text.Ja.ShouldNotBeNullOrWhiteSpace();
        finding.Text.En.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("{}", "document-kind")]
    [InlineData("""{"resourceType":"Patient"}""", "document-kind")]
    [InlineData("", "1")]
    [InlineData("[]", "1")]
    [InlineData("""{"cards":[],}""", "1")]
    [InlineData("""{"cards":[],"cards":[]}""", "1")]
    [InlineData("""{"services":{}}""", "6")]
    [InlineData("""{"systemActions":[{"type":"delete","resourceId":"Task/1"}]}""", "74")]
    [InlineData("""{"cards":[7]}""", "74")]
    [InlineData("""{"feedback":7}""", "feedback-array")]
    [InlineData("""{"context":7,"hook":"patient-view","hookInstance":"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea"}""", "request-context")]
    public void What_is_no_document_at_all_is_said(string document, string row)
    {
        var examined = Documents.Examine(document);

        examined.Findings.ShouldContain(finding => finding.Requirement.Id == row);
        examined.IsBroken.ShouldBeTrue();
    }

    [Fact]
    public void A_document_over_8_MiB_is_not_read()
    {
        var finding = Documents.Examine($"{{\"cards\":[]{new string(' ', 8 * 1024 * 1024)}}}").Findings.ShouldHaveSingleItem();

        finding.Requirement.Id.ShouldBe("1");
        finding.IsBroken.ShouldBeTrue();
    }

    [Fact]
    public void A_document_is_held_against_the_kind_it_is_said_to_be() =>
        Documents.Examine("{\"a\":1}", DocumentKind.Response).Findings.ShouldHaveSingleItem().Requirement.Id.ShouldBe("74");

    [Fact]
    public void A_summary_of_139_characters_passes_and_one_of_140_does_not()
    {
        string Card(int length) => Documents.Response.With("\"summary\":\"S\"", $"\"summary\":\"{string.Concat(Enumerable.Repeat("𠮷", length))}\"");

        Documents.Examine(Card(139)).Findings.ShouldBeEmpty();
        Documents.Examine(Card(140)).Findings.ShouldHaveSingleItem().Requirement.Id.ShouldBe("83");
    }

    [Fact]
    public void A_fault_inside_a_resource_is_placed_in_the_whole_document()
    {
        var document = "{\"cards\":[],\n \"systemActions\":[{\"type\":\"update\", \"resource\":\n  {\"resourceType\":\"Basic\", \"日本\":1,\n   \"code\":{\"text\":\"x\"}}}]}";
        var finding = Documents.Examine(document).Findings.ShouldHaveSingleItem();

        finding.Pointer.ShouldBe("/systemActions/0/resource/日本");
        finding.At.ShouldBe(new Sbirt.Content.Findings.TextPlace(3, 28));
    }

    [Fact]
    public void Every_row_that_a_rule_names_is_in_the_table_and_findings_come_in_order()
    {
        var known = RequirementTable.All.Select(row => row.Id).ToHashSet();
        var named = Repository.Files("Sbirt.Service/Doctor", "*.cs").SelectMany(path => Row().Matches(File.ReadAllText(path))).Select(match => match.Groups[1].Value).ToArray();

        named.Length.ShouldBeGreaterThan(50);
        named.Where(row => !known.Contains(row)).ShouldBeEmpty();
        known.Count.ShouldBe(142);
    }

    [Fact]
    public void No_spoilt_document_brings_the_examination_down()
    {
        var random = new Random(20260101);
        foreach (var name in new[] { "Discovery", "Request", "Response", "Feedback" })
        {
            var original = Encoding.UTF8.GetBytes(Documents.Of(name));
            for (var i = 0; i < 2000; i++)
            {
                var spoilt = (byte[])original.Clone();
                for (var n = random.Next(1, 4); n > 0; n--)
                {
                    spoilt[random.Next(spoilt.Length)] = (byte)"{}[]\",:0x \\n"[random.Next(12)];
                }

                var examined = DoctorExamination.Of(spoilt, null);
                Sbirt.Service.Doctor.Mending.DoctorRepair.Of(spoilt, examined, isLine: false).ShouldNotBeNull();
            }
        }
    }

    [GeneratedRegex("""(?:Add|Text|OptionalText|Url|Word|List|IsObject)\(\s*"([a-z0-9-]+)",""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
