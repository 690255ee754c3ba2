using System.Text.Json.Nodes;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Questionnaires;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Questionnaires;

public sealed class ResponseExtractionTests
{
    [Fact]
    public void Each_entry_of_the_transaction_creates_an_Observation()
    {
        var entries = Extract(AResponse.To("audit-c")
            .Coded("audit-c-1", "2-3-a-week").Coded("audit-c-2", "5-6").Coded("audit-c-3", "never"));
        entries.Count.ShouldBe(4);
        entries.ShouldAllBe(entry => entry!["request"]!["method"]!.GetValue<string>() == "POST");
        entries[0]!["resource"]!["valueInteger"]!.GetValue<int>().ShouldBe(5);
    }

    [Fact]
    public void A_score_that_is_incomplete_is_not_extracted_while_the_answers_are() =>
        Extract(AResponse.To("audit-c").Coded("audit-c-1", "2-3-a-week")).ShouldHaveSingleItem()!
            ["resource"]!["code"]!["coding"]![0]!["code"]!.GetValue<string>().ShouldBe("68518-0");

    [Fact]
    public void Without_an_answer_nothing_is_extracted() => Extract(AResponse.To("audit-c")).ShouldBeEmpty();

    private static JsonArray Extract(AResponse response)
    {
        var read = response.ReadOk();
        var bundle = JsonNode.Parse(ResponseExtraction.Extract(read, [AResponse.Score(read.Sheets[0])], Language.Ja))!;
        bundle["type"]!.GetValue<string>().ShouldBe("transaction");
        return bundle["entry"]?.AsArray() ?? [];
    }
}
