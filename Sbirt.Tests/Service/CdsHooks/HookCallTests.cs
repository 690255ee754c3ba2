using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.CdsHooks.Calls;

namespace Sbirt.Tests.Service.CdsHooks;

/// <summary>Each hook by HTTP: from what was sent along to the card.</summary>
public sealed class HookCallTests(SbirtServerFixture server) : IClassFixture<SbirtServerFixture>
{
    private static int visits;

    [Theory]
    [InlineData("patient-view", "invite")]
    [InlineData("encounter-start", "invite")]
    [InlineData("appointment-book", "invite")]
    [InlineData("encounter-discharge", "-")]
    [InlineData("problem-list-item-create", "-")]
    public async Task Somebody_who_was_never_asked_is_invited_where_there_is_time(string hook, string kind) =>
        (await CallAsync(Prefetch(Patient(), Searchset()), hook)).Kind().ShouldBe(kind);

    [Fact]
    public async Task A_result_brings_the_script_the_note_and_how_to_hand_over()
    {
        var card = (await CallAsync(Prefetch(Patient(), Searchset(AuditC(1))))).Cards().ShouldHaveSingleItem();

        card.GetProperty("summary").GetString()!.ShouldContain("AUDIT-C 9");
        card.GetProperty("indicator").GetString().ShouldBe("warning");
        card.GetProperty("detail").GetString()!.ShouldContain("1. ");
        card.GetProperty("selectionBehavior").GetString().ShouldBe("at-most-one");
        card.GetProperty("source").GetProperty("label").GetString().ShouldBe("Sbirt");
        card.GetProperty("overrideReasons").EnumerateArray().ShouldAllBe(reason =>
            reason.GetProperty("display").GetString()!.Length > 0 && reason.GetProperty("system").GetString()!.StartsWith("https://", StringComparison.Ordinal));
        card.GetProperty("suggestions").EnumerateArray().Count(suggestion => suggestion.TryGetProperty("actionSelectionBehavior", out _)).ShouldBe(0);
    }

    [Fact]
    public async Task A_total_that_somebody_else_computed_counts_as_asked_unless_it_is_none()
    {
        static string Total(string value) => $$$"""{"resourceType":"Observation","id":"o1","status":"final","subject":{"reference":"Patient/p1"},"effectiveDateTime":"{{{DaysAgo(3)}}}","code":{"coding":[{"system":"http://loinc.org","code":"75626-2"}]},{{{value}}}}""";

        (await CallAsync(Prefetch(Patient(), "null", ("results", Searchset(Total("\"valueInteger\":0")))))).Kind().ShouldBe("-");
        (await CallAsync(Prefetch(Patient(), "null", ("results", Searchset(Total("\"valueInteger\":9")))))).Kind().ShouldBe("result");
        (await CallAsync(Prefetch(Patient(), "null", ("results", Searchset(Total("\"valueInteger\":99")))))).Kind().ShouldBe("invite");
        (await CallAsync(Prefetch(Patient(), "null", ("results", Searchset(Total("\"valueQuantity\":{\"value\":2.5}")))))).Kind().ShouldBe("invite");
        (await CallAsync(Prefetch(Patient(), "null", ("results", Searchset(Total("\"valueQuantity\":{\"value\":2,\"comparator\":\">\"}")))))).Kind().ShouldBe("invite");
    }

    [Theory]
    [InlineData(50, "U/L", "invite")]
    [InlineData(51, "U/L", "invite-reason")]
    [InlineData(88, "[IU]/L", "invite-reason")]
    [InlineData(88, "ukat/L", "invite")]
    public async Task A_laboratory_result_from_its_limit_on_is_a_reason_in_units_that_are_known(int value, string unit, string kind)
    {
        var result = $$$"""{"resourceType":"Observation","id":"o1","status":"final","subject":{"reference":"Patient/p1"},"effectiveDateTime":"{{{DaysAgo(3)}}}","code":{"coding":[{"system":"http://loinc.org","code":"2324-2"}]},"valueQuantity":{"value":{{{value}}},"unit":"{{{unit}}}"}}""";

        (await CallAsync(Prefetch(Patient(), "null", ("results", Searchset(result))))).Kind().ShouldBe(kind);
    }

    [Theory]
    [InlineData("I10", "", "invite-reason")]
    [InlineData("F10.2", "", "-")]
    [InlineData("F10.2", "\"clinicalStatus\":{\"coding\":[{\"code\":\"remission\"}]},", "-")]
    [InlineData("F10.2", "\"verificationStatus\":{\"coding\":[{\"code\":\"refuted\"}]},", "invite")]
    [InlineData("I10", "\"clinicalStatus\":{\"coding\":[{\"code\":\"resolved\"}]},", "invite")]
    [InlineData("I10", "\"modifierExtension\":[{\"url\":\"urn:not\",\"valueBoolean\":true}],", "invite")]
    [InlineData("S82", "", "invite")]
    public async Task Diagnoses_on_the_list_are_reasons_or_say_that_it_is_known(string code, string more, string kind) =>
        (await CallAsync(Prefetch(Patient(), "null", ("conditions", Searchset(Condition(code, more: more)))))).Kind().ShouldBe(kind);

    [Theory]
    [InlineData("I10", "invite-reason")]
    [InlineData("S82", "invite-reason")]
    [InlineData("Z00", "-")]
    [InlineData("F10.2", "-")]
    public async Task A_new_entry_on_the_problem_list_is_answered_for_itself(string code, string kind) =>
        (await CallAsync(
            Prefetch(Patient(), "null"),
            "problem-list-item-create",
            $",\"conditions\":{Searchset(Condition(code))}")).Kind().ShouldBe(kind);

    [Theory]
    [InlineData("[1,\"x\",null]")]
    [InlineData("\"none\"")]
    [InlineData("{\"entry\":[{\"resource\":5},7]}")]
    public async Task A_context_of_another_shape_is_passed_over(string conditions) =>
        (await CallAsync(Prefetch(Patient(), "null"), "problem-list-item-create", $",\"conditions\":{conditions}")).Kind().ShouldBe("-");

    [Fact]
    public async Task Pregnancy_in_the_record_shortens_the_interval()
    {
        static string Pregnancy(string code) => $$$"""{"resourceType":"Observation","id":"o1","status":"final","subject":{"reference":"Patient/p1"},"effectiveDateTime":"{{{DaysAgo(20)}}}","code":{"coding":[{"system":"http://loinc.org","code":"82810-3"}]},"valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"{{{code}}}"}]}}""";
        var answers = Searchset(AuditC(100, 0, 0, 0));

        (await CallAsync(Prefetch(Patient(), answers))).Kind().ShouldBe("-");
        (await CallAsync(Prefetch(Patient(), answers, ("results", Searchset(Pregnancy("77386006")))))).Kind().ShouldBe("invite");
        (await CallAsync(Prefetch(Patient(), answers, ("results", Searchset(Pregnancy("60001007")))))).Kind().ShouldBe("-");
    }

    [Fact]
    public async Task Ids_with_their_folder_before_them_are_understood()
    {
        var bare = await server.Running.HookAsync(NeverAsked("folders", "e-folder"));
        var dressed = await server.Running.HookAsync(NeverAsked("folders", "e-folder")
            .Replace("\"patientId\":\"p1\"", "\"patientId\":\"Patient/p1\"", StringComparison.Ordinal)
            .Replace("\"encounterId\":\"e-folder\"", "\"encounterId\":\"Encounter/e-folder\"", StringComparison.Ordinal));

        dressed.Text.ShouldBe(bare.Text);
        bare.Text.ShouldContain("\"reference\":\"Encounter/e-folder\"");
    }

    [Fact]
    public async Task Members_that_nobody_knows_are_passed_over() =>
        (await server.Running.HookAsync(Call(Prefetch(Patient(), "null", ("other", "5")), encounter: "e-more", more: "\"extension\":{\"com.example.x\":[1,null]},\"future\":null,"))).Kind().ShouldBe("invite");

    private Task<FhirAnswer> CallAsync(string prefetch, string hook = "patient-view", string context = "")
    {
        var visit = Interlocked.Increment(ref visits);
        return server.Running.HookAsync(Call(prefetch, hook, $"call-{visit}", encounter: $"visit-{visit}", context: context));
    }
}
