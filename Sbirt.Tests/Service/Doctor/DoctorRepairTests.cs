using System.Text;
using System.Text.Json;
using Sbirt.Service.Doctor;
using Sbirt.Service.Doctor.Mending;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Doctor;

public sealed class DoctorRepairTests
{
    [Theory]
    [InlineData("Discovery", "Patient/{{context.patientId}}", "Patient/{{ context.patientId }}", "/services/0/prefetch/patient")]
    [InlineData("Request", """ "patientId":"1" """, """ "patientId":"Patient/1" """, "/context/patientId")]
    [InlineData("Request", "Bearer", "bearer", "/fhirAuthorization/token_type")]
    [InlineData("Response", """ "indicator":"info" """, """ "indicator":"Info" """, "/cards/0/indicator")]
    [InlineData("Response", ""","type":"absolute" """, ""","type":"absolute","appContext":"x" """, "/cards/0/links/0/appContext")]
    [InlineData("Response", """ "appContext":"x" """, """ "appContext":{"a":"患者"} """, "/cards/0/links/1/appContext")]
    [InlineData("Response", """ "label":"H" """, """ "label":"H","actions":[] """, "/cards/0/suggestions/1/actions")]
    [InlineData("Response", """ "detail":"D" """, """ "detail":null """, "/cards/0/detail")]
    [InlineData("Feedback", """ "outcome":"accepted" """, """ "outcome":"ACCEPTED" """, "/feedback/0/outcome")]
    public void What_can_be_mended_without_guessing_is_mended_and_listed(string document, string right, string spoilt, string pointer)
    {
        var repair = Repair(Documents.Of(document).With(right.Trim(), spoilt.Trim()));

        repair.Changes.ShouldHaveSingleItem().Pointer.ShouldBe(pointer);
        repair.Left.ShouldBeEmpty();
    }

    [Fact]
    public void A_delete_that_holds_its_resource_names_it_by_id()
    {
        var repair = Repair("""{"cards":[],"systemActions":[{"type":"delete","resource":{"resourceType":"Task","id":"t-1"}}]}""");

        repair.Changes.Select(change => change.Pointer).ShouldBe(["/systemActions/0/resourceId", "/systemActions/0/resource"]);
        repair.Left.ShouldBeEmpty();
        Json(repair).GetProperty("systemActions")[0].GetProperty("resourceId").GetString().ShouldBe("Task/t-1");
    }

    [Fact]
    public void One_suggestion_needs_no_choice_of_behaviour_and_two_do()
    {
        const string card = """{"cards":[{"summary":"S","indicator":"info","source":{"label":"L"},"suggestions":[{"label":"G"}]}]}""";
        Repair(card).Left.ShouldBeEmpty();

        var two = Repair(card.With("""{"label":"G"}""", """{"label":"G"},{"label":"H"}"""));
        two.Json.ShouldBeNull();
        two.Left.ShouldHaveSingleItem().Requirement.Id.ShouldBe("93");
    }

    [Fact]
    public void A_long_summary_is_cut_between_characters_and_nothing_of_it_is_lost()
    {
        var summary = string.Concat(Enumerable.Repeat("が👨‍👩‍👧", 60));
        var repair = Repair(Documents.Response.With("\"summary\":\"S\"", $"\"summary\":\"{summary}\""));
        var card = Json(repair).GetProperty("cards")[0];

        repair.Left.ShouldBeEmpty();
        var cut = card.GetProperty("summary").GetString()!;
        cut.EnumerateRunes().Count().ShouldBeLessThan(140);
        cut.ShouldEndWith("👨‍👩‍👧…");
        card.GetProperty("detail").GetString().ShouldBe($"{summary}\n\nD");
    }

    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_removed()
    {
        var repair = Repair("\uFEFF{\"cards\":[], // none today\n}");

        repair.Changes.ShouldHaveSingleItem().Pointer.ShouldBeEmpty();
        repair.Left.ShouldBeEmpty();
        Json(repair).GetProperty("cards").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"cards":[{"summary":"S","source":{"label":"L"}}]}""", "87")]
    [InlineData("""{"cards":[{"summary":"S","indicator":"hard-stop","source":{"label":"L"}}]}""", "88")]
    [InlineData("""{"cards":[{"summary":"","indicator":"info","source":{"label":"L"}}]}""", "83")]
    [InlineData("""{"cards":[],"cards":[]}""", "1")]
    [InlineData("""{"cards":[""", "1")]
    [InlineData("{}", "document-kind")]
    public void What_only_its_author_can_say_is_left_and_told(string document, string row) =>
        Repair(document).Left.ShouldContain(finding => finding.Requirement.Id == row);

    [Fact]
    public void A_prefetch_that_found_nothing_keeps_its_null()
    {
        var repair = Repair(Documents.Request.With("\"Bearer\"", "\"bearer\""));

        Json(repair).GetProperty("prefetch").GetProperty("nothing").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void Resources_and_numbers_are_not_touched()
    {
        var repair = Repair("""{"cards":[],"systemActions":[{"type":"Update","resource":{"resourceType":"Observation","id":"o","status":"final","code":{"text":""},"valueQuantity":{"value":5.00}}}]}""");

        Encoding.UTF8.GetString(repair.Json!).ShouldContain("5.00");
        Json(repair).GetProperty("systemActions")[0].GetProperty("resource").GetProperty("code").GetProperty("text").GetString().ShouldBeEmpty();
        repair.Left.ShouldHaveSingleItem().Requirement.Id.ShouldBe("fhir-structure");
    }

    private static DoctorRepair Repair(string document)
    {
        var json = Encoding.UTF8.GetBytes(document);
        return DoctorRepair.Of(json, DoctorExamination.Of(json, null), isLine: false);
    }

    private static JsonElement Json(DoctorRepair repair) => JsonDocument.Parse(repair.Json!).RootElement;
}
