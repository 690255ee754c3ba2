using System.Text.Json;
using System.Text.Json.Nodes;
using Sbirt.FhirAdapter.Questionnaires;
using Sbirt.FhirAdapter.Reading;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Questionnaires;

/// <summary>Forms published by others: those of asbi-screening-app, and small ones made to show one trap each.</summary>
public sealed class ForeignFormTests
{
    private const string Cdc = "http://www.cdc.gov/ncbddd/fasd";
    private const string Loinc = "http://loinc.org";

    [Fact]
    public void The_WHO_AUDIT_form_of_asbi_is_scored_as_AUDIT_and_its_other_drink_number_is_said()
    {
        var read = WhoAudit().ReadOk(With("asbi-WHOAUDIT.json"));

        read.Foreign.ShouldBeTrue();
        read.Pregnant.ShouldBe(false);
        Codes(read).ShouldContain("item-wording-differs");
        var scored = AResponse.Score(read.Sheets.ShouldHaveSingleItem());
        // By hand: 3 + 2 + 3, then 1 + 0 + 0 + 2 + 0, then 2 + 4.
        scored.Main.Value.ShouldBe(17);
        scored.Issues.Select(issue => issue.Reason.Code).ShouldNotContain("score-mismatch");
    }

    [Fact]
    public void The_same_form_is_scored_when_only_its_address_is_known()
    {
        var read = WhoAudit().ReadOk();
        AResponse.Score(read.Sheets.ShouldHaveSingleItem()).Main.Value.ShouldBe(17);
        Codes(read).ShouldContain("item-wording-differs");
    }

    [Fact]
    public void The_prescreen_question_of_that_form_is_said_to_be_left_out()
    {
        var read = WhoAudit().ReadOk(With("asbi-WHOAUDIT.json"));
        read.Issues.Where(issue => issue.Reason.Code == "item-not-matched").ShouldHaveSingleItem()
            .Reason.Path.ShouldBe("QuestionnaireResponse.item[0].answer[0]");
    }

    [Fact]
    public void The_USAUDIT_form_of_asbi_is_scored_and_its_missing_nine_drinks_are_said()
    {
        var read = UsAudit(AResponse.ToForm(Cdc + "/usaudit")).ReadOk(With("asbi-USAUDIT.json"));
        Codes(read).ShouldContain("answer-missing-from-form");
        // By hand: 5 + 5 + 4, then 4 + 0 + 1 + 0 + 0, then 0 + 2.
        AResponse.Score(read.Sheets.ShouldHaveSingleItem()).Main.Value.ShouldBe(21);
    }

    [Fact]
    public void The_form_with_two_instruments_gives_two_sheets()
    {
        var response = AResponse.ToForm(Cdc + "/nidaqs2usaudit")
            .Coded("nidaqs-alcohol-question", Cdc, "weekly", "Weekly")
            .Coded("nidaqs-tobacco-question", Cdc, "montly", "Monthly")
            .Coded("nidaqs-rx-drug-question", Cdc, "never", "Never")
            .Coded("nidaqs-illegal-drug-question", Cdc, "never", "Never");
        var read = UsAudit(response).ReadOk(With("asbi-NIDAQS2USAUDIT.json"));

        read.Sheets.Select(sheet => sheet.InstrumentId).ShouldBe(["nida-qs", "usaudit"], ignoreOrder: true);
        var sheets = read.Sheets.ToDictionary(sheet => sheet.InstrumentId, sheet => AResponse.Score(sheet));
        sheets["usaudit"].Main.Value.ShouldBe(21);
        sheets["nida-qs"].Missing.ShouldBeEmpty();
        sheets["nida-qs"].Answers.Length.ShouldBe(4);
        Codes(read).ShouldContain("answer-code-misspelt");
        Codes(read).ShouldContain("two-instruments-in-one-form");
    }

    [Fact]
    public void A_contained_form_with_LOINC_codes_is_matched_by_them()
    {
        var read = AuditC(Question("a", "68518-0", "Alcohol frequency", "LA6270-8", "LA18926-8", "LA18927-6", "LA18928-4", "LA18929-2"))
            .Coded("a", Loinc, "LA18928-4").Coded("b", Loinc, "LA18930-0").Coded("c", Loinc, "LA6270-8")
            .ReadOk();

        read.Sheets[0].InstrumentId.ShouldBe("audit-c");
        read.Issues.ShouldBeEmpty();
        AResponse.Score(read.Sheets[0]).Main.Value.ShouldBe(5);
    }

    [Fact]
    public void A_first_item_under_the_code_of_another_question_is_read_by_its_answers_and_the_swap_is_said()
    {
        var read = AuditC(Question("a", "68517-2", "Alcohol frequency", "LA6270-8", "LA18926-8", "LA18927-6", "LA18928-4", "LA18929-2"))
            .Coded("a", Loinc, "LA18928-4").Coded("b", Loinc, "LA18930-0").Coded("c", Loinc, "LA6270-8")
            .ReadOk();

        Codes(read).ShouldBe(["code-swap"]);
        AResponse.Score(read.Sheets[0]).Main.Value.ShouldBe(5);
    }

    [Fact]
    public void Weights_that_differ_from_the_instruments_are_said_and_not_used()
    {
        var first = Question("a", "68518-0", "Alcohol frequency", "LA6270-8", "LA18926-8", "LA18927-6", "LA18928-4", "LA18929-2");
        first["answerOption"]![4]!["extension"] = new JsonArray(new JsonObject
        {
            ["url"] = "http://hl7.org/fhir/StructureDefinition/ordinalValue",
            ["valueDecimal"] = 9,
        });
        var read = AuditC(first)
            .Coded("a", Loinc, "LA18929-2").Coded("b", Loinc, "LA15694-5").Coded("c", Loinc, "LA6270-8")
            .ReadOk();

        Codes(read).ShouldContain("weight-conflict");
        AResponse.Score(read.Sheets[0]).Main.Value.ShouldBe(4);
    }

    [Fact]
    public void An_answer_that_is_no_option_leaves_a_gap_and_is_said()
    {
        var read = AuditC(Question("a", "68518-0", "Alcohol frequency", "LA6270-8", "LA18926-8", "LA18927-6", "LA18928-4", "LA18929-2"))
            .Coded("a", "urn:other", "sometimes").Coded("b", Loinc, "LA18930-0").Coded("c", Loinc, "LA6270-8")
            .ReadOk();

        Codes(read).ShouldBe(["answer-not-matched"]);
        var score = AResponse.Score(read.Sheets[0]);
        score.Main.Value.ShouldBeNull();
        score.Missing.ShouldBe(["audit-c-1"]);
    }

    [Fact]
    public void A_form_that_offers_one_answer_to_each_question_is_scored_and_said_to_leave_the_others_out()
    {
        var response = OneAnswerEach().Coded("a", Loinc, "LA18928-4").Coded("b", Loinc, "LA18930-0").Coded("c", Loinc, "LA6270-8");
        var read = response.ReadOk();

        read.Sheets.ShouldHaveSingleItem().InstrumentId.ShouldBe("audit-c");
        Codes(read).ShouldBe(["answer-missing-from-form", "answer-missing-from-form", "answer-missing-from-form"]);
        AResponse.Score(read.Sheets[0]).Main.Value.ShouldBe(5);
    }

    [Fact]
    public void The_one_answer_a_form_offers_is_also_taken_by_its_text()
    {
        var read = OneAnswerEach()
            .Answer("a", new JsonObject { ["valueString"] = "2-3 times a week" })
            .Answer("b", new JsonObject { ["valueString"] = "5 or 6" })
            .Answer("c", new JsonObject { ["valueString"] = "Never" })
            .ReadOk();

        AResponse.Score(read.Sheets.ShouldHaveSingleItem()).Main.Value.ShouldBe(5);
    }

    [Fact]
    public void An_answer_in_the_words_that_the_form_shows_is_the_option_they_stand_for()
    {
        var first = Question("a", "68518-0", "Alcohol frequency", "LA18928-4");
        first["answerOption"]![0]!["valueCoding"]!["display"] = "A few times each week";

        AuditC(first)
            .Answer("a", new JsonObject { ["valueString"] = "a few times each week" }).Coded("b", Loinc, "LA18930-0").Coded("c", Loinc, "LA6270-8")
            .Score().Main.Value.ShouldBe(5);
    }

    [Fact]
    public void A_form_that_asks_nothing_we_know_is_refused()
    {
        var form = JsonSerializer.SerializeToElement(new JsonObject
        {
            ["resourceType"] = "Questionnaire",
            ["url"] = "urn:weather",
            ["status"] = "active",
            ["item"] = new JsonArray(new JsonObject { ["linkId"] = "1", ["type"] = "string", ["text"] = "Is it raining?" }),
        });
        AResponse.ToForm("urn:weather").Refusals(Shipped.Lookup.With(form)).ShouldBe(["questionnaire-unknown"]);
    }

    [Fact]
    public void A_form_sent_along_in_another_version_than_the_response_names_is_refused()
    {
        var form = JsonNode.Parse(SharedCase("asbi-WHOAUDIT.json"))!;
        form["version"] = "2";
        AResponse.ToForm(Cdc + "/audit|1").Refusals(Shipped.Lookup.With(JsonSerializer.SerializeToElement(form)))
            .ShouldBe(["questionnaire-version-mismatch"]);
    }

    private static IEnumerable<string> Codes(ReadResponse read) => read.Issues.Select(issue => issue.Reason.Code);

    private static AResponse WhoAudit() => AResponse.ToForm(Cdc + "/audit")
        .Coded("prescreen-question", Cdc, "yes", "Yes")
        .Coded("audit-question-one", Cdc, "2to3timesaweek", "2-3 times a week")
        .Coded("audit-question-two", Cdc, "5or6", "5 or 6")
        .Coded("audit-question-three", Cdc, "weekly", "Weekly")
        .Decimal("auditc-score", 8)
        .Coded("audit-question-four", Cdc, "lessthanmonthly", "Less than monthly")
        .Coded("audit-question-five", Cdc, "never", "Never")
        .Coded("audit-question-six", Cdc, "never", "Never")
        .Coded("audit-question-seven", Cdc, "monthly", "Monthly")
        .Coded("audit-question-eight", Cdc, "never", "Never")
        .Coded("audit-question-nine", Cdc, "yesbutnotinthelastyear", "Yes, but not in the last year")
        .Coded("audit-question-ten", Cdc, "yesduringthelastyear", "Yes, during the last year")
        .Decimal("audit-score", 17)
        .Coded("pregnancy-question", Cdc, "no", "No");

    private static AResponse UsAudit(AResponse response) => response
        .Coded("usaudit-question-one", Cdc, "4to6timesaweek", "4-6 times a week")
        .Coded("usaudit-question-two", Cdc, "7to8drinks", "7-8 drinks")
        .Coded("usaudit-question-three", Cdc, "2to3timesaweek", "2-3 times a week")
        .Coded("usaudit-question-four", Cdc, "dailyoralmostdaily", "Daily or almost daily")
        .Coded("usaudit-question-five", Cdc, "never", "Never")
        .Coded("usaudit-question-six", Cdc, "lessthanmonthly", "Less than monthly")
        .Coded("usaudit-question-seven", Cdc, "never", "Never")
        .Coded("usaudit-question-eight", Cdc, "never", "Never")
        .Coded("usaudit-question-nine", Cdc, "no", "No")
        .Coded("usaudit-question-ten", Cdc, "yesbutnotinthelastyear", "Yes, but not in the last year")
        .Decimal("usaudit-score", 21);

    private static AResponse AuditC(JsonObject first) => Contained(
        first,
        Question("b", "68519-8", "Drinks", "LA15694-5", "LA15695-2", "LA18930-0", "LA18931-8", "LA18932-6"),
        Question("c", "68520-6", "Six or more", "LA6270-8", "LA18933-4", "LA18876-5", "LA18891-4", "LA18934-2"));

    private static AResponse OneAnswerEach() => Contained(
        Question("a", "68518-0", "Alcohol frequency", "LA18928-4"),
        Question("b", "68519-8", "Drinks", "LA18930-0"),
        Question("c", "68520-6", "Six or more", "LA6270-8"));

    private static AResponse Contained(params JsonNode[] items) => AResponse.ToForm("#form").With("contained", new JsonArray(new JsonObject
    {
        ["resourceType"] = "Questionnaire",
        ["id"] = "form",
        ["url"] = "https://elsewhere.example/three-questions",
        ["status"] = "active",
        ["item"] = new JsonArray(items),
    }));

    private static JsonObject Question(string linkId, string code, string text, params string[] answers) => new()
    {
        ["linkId"] = linkId,
        ["type"] = "choice",
        ["text"] = text,
        ["code"] = new JsonArray(new JsonObject { ["system"] = Loinc, ["code"] = code }),
        ["answerOption"] = new JsonArray([.. answers.Select(answer => AResponse.Coding(Loinc, answer))]),
    };

    private static QuestionnaireLookup With(string file) =>
        Shipped.Lookup.With(JsonDocument.Parse(SharedCase(file)).RootElement);

    private static byte[] SharedCase(string file)
    {
        var path = SharedCases.Find("questionnaires/" + file);
        Assert.SkipUnless(path is not null, $"shared/cases/questionnaires/{file} is not beside the repository.");
        return File.ReadAllBytes(path!);
    }
}
