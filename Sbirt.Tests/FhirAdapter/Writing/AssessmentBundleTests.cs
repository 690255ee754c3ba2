using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sbirt.Content;
using Sbirt.Content.Findings;
using Sbirt.Content.Interventions;
using Sbirt.Content.Languages;
using Sbirt.Content.Referrals;
using Sbirt.Content.Thresholds;
using Sbirt.FhirAdapter.Questionnaires;
using Sbirt.FhirAdapter.Reading;
using Sbirt.FhirAdapter.Structure;
using Sbirt.FhirAdapter.Writing;
using Sbirt.Tests.Conformance;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Writing;

public sealed class AssessmentBundleTests
{
    private static readonly DateOnly Today = new(2026, 4, 1);

    public static TheoryData<string> Ids { get; } = [.. Shipped.Content.Instruments.Instruments.Select(each => each.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_bundle_is_valid_R4_whatever_was_answered(string id)
    {
        foreach (var each in RandomSheets.Case(Shipped.Instrument(id), 12, 7)["responses"]!.AsArray())
        {
            var read = Read(each!["response"]!);
            foreach (var language in new[] { Language.Ja, Language.En })
            {
                var bundle = AssessmentBundle.Write(Parts(read, language));
                StructureValidator.Validate(bundle).ShouldBeEmpty(Encoding.UTF8.GetString(bundle));
                StructureValidator.Validate(ResponseExtraction.Extract(read, [AResponse.Score(read.Sheets[0])], language)).ShouldBeEmpty();
            }
        }
    }

    [Fact]
    public void The_same_parts_give_the_same_bytes() =>
        Write(Fourteen()).ToJsonString().ShouldBe(Write(Fourteen()).ToJsonString());

    [Fact]
    public void Another_answer_gives_other_ids() =>
        Write(Fourteen())["entry"]![0]!["fullUrl"]!.ToJsonString()
            .ShouldNotBe(Write(Fourteen().With("id", "qr-2"))["entry"]![0]!["fullUrl"]!.ToJsonString());

    [Fact]
    public void The_total_is_an_Observation_of_category_survey_under_LOINC_and_our_code()
    {
        var total = Of(Write(Fourteen()), "Observation").First();
        total["category"]![0]!["coding"]![0]!["code"]!.GetValue<string>().ShouldBe("survey");
        total["code"]!["coding"]!.AsArray().Select(code => code!["code"]!.GetValue<string>())
            .ShouldBe(["75624-7", "audit-score-total"]);
        total["valueInteger"]!.GetValue<int>().ShouldBe(14);
        total["derivedFrom"]![0]!["reference"]!.GetValue<string>().ShouldBe("QuestionnaireResponse/qr-1");
        total["hasMember"]!.AsArray().Count.ShouldBe(10);
        total["subject"]!["reference"]!.GetValue<string>().ShouldBe("Patient/p1");
    }

    [Fact]
    public void The_band_is_a_RiskAssessment_by_the_pack_and_the_other_pack_stands_beside_it()
    {
        var risks = Of(Write(Fourteen()), "RiskAssessment").ToList();
        risks.Select(risk => risk["method"]!["coding"]![0]!["code"]!.GetValue<string>()).ShouldBe(["jp-mhlw", "who-2001"]);
        risks[0]["prediction"]![0]!["qualitativeRisk"]!["coding"]![0]!["code"]!.GetValue<string>()
            .ShouldBe("jp-mhlw.audit.total.brief-intervention");
    }

    [Fact]
    public void An_incomplete_score_has_no_value_but_bounds_and_an_issue()
    {
        var bundle = Write(AResponse.To("audit-c").Coded("audit-c-1", "4-or-more-a-week"));
        var total = Of(bundle, "Observation").First();
        total["valueInteger"].ShouldBeNull();
        total["dataAbsentReason"].ShouldNotBeNull();
        total["note"]![0]!["text"]!.GetValue<string>().ShouldContain("4〜12");
        Of(bundle, "DetectedIssue").Select(issue => issue["code"]!["coding"]![0]!["code"]!.GetValue<string>()).ShouldContain("incomplete");
    }

    [Fact]
    public void Without_a_subject_the_person_is_said_to_be_unknown_where_R4_demands_one()
    {
        var bundle = Write(Fourteen().With("subject", null));
        Of(bundle, "Observation").First()["subject"].ShouldBeNull();
        Of(bundle, "CarePlan").Single()["subject"]!["extension"]![0]!["valueCode"]!.GetValue<string>().ShouldBe("unknown");
    }

    [Fact]
    public void The_talk_goes_out_as_proposal_script_handout_and_follow_up()
    {
        var bundle = Write(Fourteen());
        Of(bundle, "CarePlan").Single()["intent"]!.GetValue<string>().ShouldBe("proposal");
        For(bundle, "clinician")["payload"]![0]!["contentString"]!.GetValue<string>().ShouldContain("14");
        var page = For(bundle, "patient")["payload"]![0]!["contentAttachment"]!;
        page["contentType"]!.GetValue<string>().ShouldStartWith("text/markdown");
        PageText(page).ShouldNotBeEmpty();
        Of(bundle, "Task").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(Language.Ja)]
    [InlineData(Language.En)]
    public void A_relative_who_asks_has_a_page_of_their_own_without_the_persons_score(Language language)
    {
        var parts = Parts(Fourteen().ReadOk(), language);
        var page = For(JsonNode.Parse(AssessmentBundle.Write(parts))!, "family")["payload"]![0]!["contentAttachment"]!;

        page["language"]!.GetValue<string>().ShouldBe(LanguageTag.Of(language));
        page["title"]!.GetValue<string>().ShouldBe(parts.Plan!.Family.Title);
        PageText(page).ShouldBe(parts.Plan.FamilyMarkdown);
        PageText(page).ShouldNotContain("14");
    }

    [Fact]
    public void Q6_a_positive_ninth_item_of_PHQ_9_is_an_issue_of_high_severity_in_both_languages()
    {
        var response = AResponse.To("phq-9");
        foreach (var item in Shipped.Instrument("phq-9").Items.Where(item => item.Required))
        {
            response.Coded(item.LinkId, item.LinkId == "phq-9-9" ? "several-days" : "not-at-all");
        }

        foreach (var language in new[] { Language.Ja, Language.En })
        {
            var bundle = Write(response, language);
            var first = Of(bundle, "DetectedIssue").First();
            first["severity"]!.GetValue<string>().ShouldBe("high");
            Of(bundle, "ServiceRequest").ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void J12_text_of_the_input_is_never_echoed()
    {
        const string Script = "<script>alert(1)</script>";
        var response = Fourteen().With("text", new JsonObject { ["status"] = "generated", ["div"] = $"<div>{Script}</div>" })
            .Answer("audit-score-total", new JsonObject { ["valueString"] = Script });
        Write(response).ToJsonString().ShouldNotContain("script>");
    }

    [Fact]
    public void At_most_three_places_are_written_each_with_its_request()
    {
        var bundle = Write(Fourteen("4-or-more-a-week", "daily"));
        Of(bundle, "ServiceRequest").Count().ShouldBeInRange(1, 3);
        Of(bundle, "HealthcareService").Count().ShouldBe(Of(bundle, "ServiceRequest").Count());
    }

    private static AResponse Fourteen(string first = "2-3-a-week", string last = "monthly")
    {
        var response = AResponse.To("audit")
            .With("id", "qr-1")
            .With("authored", "2026-03-31T09:00:00+09:00")
            .With("subject", new JsonObject { ["reference"] = "Patient/p1" })
            .Coded("audit-1", first).Coded("audit-2", "5-6").Coded("audit-3", "weekly");
        foreach (var item in new[] { 4, 5, 6, 7 })
        {
            response.Coded($"audit-{item}", item == 4 ? last : last == "daily" ? "daily" : "never");
        }

        return response.Coded("audit-8", "never").Coded("audit-9", "no").Coded("audit-10", "yes-last-year");
    }

    private static ReadResponse Read(JsonNode response) =>
        QuestionnaireResponseReader.Read(JsonSerializer.SerializeToElement(response), Shipped.Lookup)
            .ShouldBeOfType<Reading<ReadResponse>.Ok>().Value;

    private static JsonNode Write(AResponse response, Language language = Language.Ja) =>
        JsonNode.Parse(AssessmentBundle.Write(Parts(response.ReadOk(), language)))!;

    private static IEnumerable<JsonNode> Of(JsonNode bundle, string type) => bundle["entry"]!.AsArray()
        .Select(entry => entry!["resource"]!)
        .Where(resource => resource["resourceType"]!.GetValue<string>() == type);

    /// <summary>The one Communication for this reader.</summary>
    private static JsonNode For(JsonNode bundle, string reader) => Of(bundle, "Communication")
        .Single(each => each["category"]![0]!["coding"]![0]!["code"]!.GetValue<string>() == reader);

    private static string PageText(JsonNode page) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(page["data"]!.GetValue<string>()));

    private static AssessmentParts Parts(ReadResponse read, Language language)
    {
        var content = Shipped.Content;
        var scored = AResponse.Score(read.Sheets[0]);
        var pack = content.Thresholds.Find("jp-mhlw")!;
        var judgement = Judging.Judge(content.Thresholds, pack.Id, scored, Person.Unknown);
        var handOver = judgement.Findings.FirstOrDefault(finding => finding.HandOver);
        var plan = judgement.Intervention is { } intervention
            ? Planning.Plan(content.Interventions, new PlanRequest(
                intervention, language, Person.Unknown, Today, scored, judgement.Leading, pack.Title))
            : null;
        return new AssessmentParts(
            read,
            scored,
            judgement.Findings,
            judgement.Beside,
            plan,
            handOver is null ? [] : Matching.Suggest(
                PlaceDirectory.Of([]),
                content.Referrals,
                new Need(Audience.Person, handOver.Topic, true, [], Person.Unknown, null, null, language),
                Today),
            pack,
            content.Version,
            language,
            Today);
    }
}
