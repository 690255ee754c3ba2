using Sbirt.Content.ContentFiles;
using Sbirt.Content.Interventions;
using Sbirt.Content.Languages;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Interventions;

public sealed class PlanningTests
{
    [Fact]
    public void The_script_speaks_with_the_persons_own_numbers()
    {
        var plan = Planning.Plan(Plans.Library, Plans.Request("alcohol-brief", Language.Ja).WithAudit(14));

        var feedback = plan.Steps.Single(step => step.Kind == StepKind.Feedback).Say;
        feedback.ShouldContain("AUDITは14点");
        feedback.ShouldContain("8〜14点が「減酒支援」");
        feedback.ShouldContain("100〜180g");
    }

    [Fact]
    public void An_incomplete_score_is_spoken_of_by_its_bounds()
    {
        var plan = Planning.Plan(Plans.Library, Plans.Request("alcohol-brief", Language.En).WithAudit(null));

        var feedback = plan.Steps.Single(step => step.Kind == StepKind.Feedback).Say;
        feedback.ShouldContain("between 9 and 13");
        feedback.ShouldNotContain("Brief intervention");
    }

    [Fact]
    public void The_ruler_asks_why_not_zero()
    {
        var request = Plans.Request("alcohol-brief", Language.Ja) with { Readiness = new Readiness(4, 7) };

        var plan = Planning.Plan(Plans.Library, request);

        plan.Steps.Single(step => step.Kind == StepKind.Importance).Say.ShouldContain("なぜ0ではなく4なのですか");
        plan.Readiness.ShouldBe(ReadinessBand.Unsure);
    }

    [Theory]
    [InlineData(null, null, ReadinessBand.NotAsked)]
    [InlineData(0, 10, ReadinessBand.NotReady)]
    [InlineData(3, 3, ReadinessBand.NotReady)]
    [InlineData(4, 4, ReadinessBand.Unsure)]
    [InlineData(6, 9, ReadinessBand.Unsure)]
    [InlineData(9, 2, ReadinessBand.Unsure)]
    [InlineData(7, 7, ReadinessBand.Ready)]
    [InlineData(8, null, ReadinessBand.Ready)]
    [InlineData(null, 2, ReadinessBand.NotReady)]
    public void Readiness_follows_the_rulers(int? importance, int? confidence, ReadinessBand expected) =>
        Plans.Library.Readiness.Of(new Readiness(importance, confidence)).ShouldBe(expected);

    [Fact]
    public void Follow_up_dates_count_from_the_day_of_the_talk()
    {
        var plan = Planning.Plan(Plans.Library, Plans.Request("alcohol-brief", Language.En));

        plan.FollowUpDays.ShouldBe([14, 28, 90, 180]);
        plan.FollowUpDates[0].ShouldBe(new DateOnly(2026, 12, 5));
        plan.Steps.Single(step => step.Kind == StepKind.FollowUp).Say.ShouldContain("5 December 2026");
    }

    [Fact]
    public void A_variable_missing_in_one_language_stops_the_start()
    {
        var faults = new List<ContentFault>();
        var files = Plans.FilesWith(
            "Interventions/alcohol-brief.yaml",
            text => text.Replace("A short talk about drinking less", "A short talk for {{nobody}}", StringComparison.Ordinal));

        InterventionLibrary.Load(files, faults).ShouldBeNull();

        faults.ShouldContain(fault => fault.File == "Interventions/alcohol-brief.yaml" && fault.What.Contains("{{nobody}}", StringComparison.Ordinal) && fault.Line == 5);
    }

    [Fact]
    public void An_unknown_intervention_is_a_mistake_of_the_program() =>
        Should.Throw<ArgumentException>(() => Planning.Plan(Plans.Library, Plans.Request("none", Language.Ja)));
}
