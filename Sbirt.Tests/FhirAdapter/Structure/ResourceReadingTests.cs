using System.Text.Json;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Json;
using Sbirt.FhirAdapter.Outcomes;
using Sbirt.FhirAdapter.Structure;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Structure;

public sealed class ResourceReadingTests
{
    [Theory]
    [InlineData(Language.Ja)]
    [InlineData(Language.En)]
    public void A_file_is_told_what_R4_expects_in_the_words_a_call_is(Language language)
    {
        var body = """{"resourceType":"QuestionnaireResponse","status":"done","authored":"yesterday"}"""u8.ToArray();

        var reasons = ResourceReading.Read(body, new JsonLimits()).ShouldBeOfType<Reading<FhirDocument>.Refused>().Reasons;

        var outcome = JsonDocument.Parse(OperationOutcomes.Refusal(StructureValidator.Validate(body), language).Json);
        reasons.Select(reason => reason.Text.In(language)).ShouldBe(outcome.RootElement.GetProperty("issue").EnumerateArray()
            .Select(issue => issue.GetProperty("details").GetProperty("text").GetString()!));
        reasons.Select(reason => reason.Text.In(language)).ShouldAllBe(text => text.Contains("R4: ", StringComparison.Ordinal));
    }
}
