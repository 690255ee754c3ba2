using Sbirt.Content;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Handouts;
using Sbirt.Content.Interventions;
using Sbirt.Content.Languages;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Interventions;

public sealed class InterventionContentTests
{
    private static readonly string[] Ids =
    [
        "alcohol-information", "alcohol-brief", "alcohol-brief-extended", "alcohol-specialist", "alcohol-pregnancy",
        "alcohol-under-20", "alcohol-withdrawal-watch", "alcohol-withdrawal-urgent", "medicines-information",
        "medicines-brief", "medicines-specialist", "drugs-information", "drugs-brief", "drugs-specialist",
        "opioid-withdrawal", "opioid-risk", "tobacco-information", "tobacco-brief", "gambling-information",
        "gambling-brief", "gambling-specialist", "distress-information", "distress-brief", "distress-specialist",
        "suicidality-urgent", "youth-information", "youth-brief", "youth-specialist", "sedatives-with-alcohol",
    ];

    public static TheoryData<string> All => [.. Ids];

    [Fact]
    public void Every_intervention_that_packs_may_name_is_there() =>
        Plans.Library.All.Select(intervention => intervention.Id).ShouldBe(Ids, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(All))]
    public void Both_languages_have_the_same_steps_menu_and_places(string id)
    {
        foreach (var person in new[] { Person.Unknown, new Person(Sex.Female, 18, true, true, true, true) })
        {
            var ja = Planning.Plan(Plans.Library, Plans.Request(id, Language.Ja, person).WithAudit(12));
            var en = Planning.Plan(Plans.Library, Plans.Request(id, Language.En, person).WithAudit(12));

            ja.Steps.Select(step => step.Kind).ShouldBe(en.Steps.Select(step => step.Kind));
            ja.Menu.Length.ShouldBe(en.Menu.Length);
            ja.Handout.Places.Length.ShouldBe(2);
            ja.FollowUpDays.ShouldBe(en.FollowUpDays);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_fact_of_the_person_changes_the_text(string id)
    {
        if (!id.StartsWith("alcohol", StringComparison.Ordinal))
        {
            Said(id, new Person(TakesSedatives: true, Pregnant: true, AgeYears: 18)).ShouldNotBe(Said(id, Person.Unknown), id);
            return;
        }

        foreach (var person in new[] { new Person(Pregnant: true), new Person(AgeYears: 19), new Person(Driving: true), new Person(WithdrawalHistory: true), new Person(TakesSedatives: true) })
        {
            if ((id != "alcohol-pregnancy" || person.TakesSedatives == true) && (id != "alcohol-under-20" || person.AgeYears is null))
            {
                Said(id, person).ShouldNotBe(Said(id, Person.Unknown), $"{id} {person}");
            }
        }
    }

    [Fact]
    public void Thoughts_of_suicide_bring_help_and_no_score()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var plan = Planning.Plan(Plans.Library, Plans.Request("suicidality-urgent", language).WithAudit(17));
            var all = string.Join('\n', plan.Steps.Select(step => step.Say)) + plan.HandoutMarkdown + plan.FamilyMarkdown + plan.Note;

            plan.Steps[0].Kind.ShouldBe(StepKind.Safety);
            plan.Steps.ShouldNotContain(step => step.Kind == StepKind.Feedback || step.Kind == StepKind.Importance);
            all.ShouldNotContain("17");
            plan.FollowUpDays.ShouldBe([1, 7]);
        }
    }

    [Fact]
    public void A_crisis_contact_comes_from_configuration_or_is_shown_as_not_configured()
    {
        var request = Plans.Request("suicidality-urgent", Language.En);

        Planning.Plan(Plans.Library, request).HandoutMarkdown.ShouldContain("(the clinic's configured contact)");
        Planning.Plan(Plans.Library, request with { Contacts = new ClinicContacts("Night desk, extension 9") })
            .HandoutMarkdown.ShouldContain("Night desk, extension 9");
    }

    [Fact]
    public void No_text_holds_a_phone_number() =>
        InterventionLibrary.Shipped()
            .SelectMany(file => YamlTexts.Of(file))
            .Where(text => System.Text.RegularExpressions.Regex.IsMatch($"{text.Ja} {text.En}", "[0-9]{2,4}-[0-9]{2,4}-[0-9]{3,4}|0120|#[0-9]{4}"))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("alcohol-brief", "jp-happy", 28, 84)]
    public void A_programme_with_its_own_rhythm_keeps_it(string id, string pack, int first, int second)
    {
        var request = Plans.Request(id, Language.Ja).WithAudit(12);
        request = request with { Finding = request.Finding! with { Set = request.Finding.Set! with { PackId = pack } } };

        Planning.Plan(Plans.Library, request).FollowUpDays.ShouldBe([first, second]);
    }

    [Theory]
    [InlineData(2, 2, "今日は何も決めなくて")]
    [InlineData(5, 5, "2週間だけ")]
    [InlineData(9, 8, "紙に書いて")]
    public void The_talk_goes_as_far_as_the_person_is_ready(int importance, int confidence, string words)
    {
        var request = Plans.Request("alcohol-brief", Language.Ja) with { Readiness = new Readiness(importance, confidence) };

        Planning.Plan(Plans.Library, request).Steps.Single(step => step.Kind == StepKind.Agree).Say.ShouldContain(words);
    }

    [Theory]
    [InlineData("- { ja: \"{{> placeDoctor}}\", en: \"{{> placeDoctor}}\" }", "", "places")]
    [InlineData("量は?", "量について", "question")]
    [InlineData("今週ためしてみること：＿＿＿＿＿＿＿＿ 始める日：＿＿月＿＿日", "がんばる", "blank")]
    [InlineData("followUpDays: [14, 28, 90, 180]", "followUpDays: [28, 14]", "follow-up")]
    [InlineData("kind: listen", "kind: lecture", "kind")]
    [InlineData("when: sedatives", "when: tired", "tired")]
    [InlineData("疲れた夜の一杯は、ほっとします。", "お酒は控えてください。", "ja-orders")]
    [InlineData("A drink after a tiring day feels good.", "You must stop drinking.", "en-orders")]
    public void A_broken_override_stops_the_start_with_file_and_sentence(string from, string to, string what)
    {
        var faults = new List<ContentFault>();

        InterventionLibrary.Load(Plans.FilesWith("Interventions/alcohol-brief.yaml", text => text.Replace(from, to, StringComparison.Ordinal)), faults).ShouldBeNull();

        faults.ShouldContain(fault => fault.File == "Interventions/alcohol-brief.yaml" && fault.What.Contains(what, StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_that_grows_past_one_sheet_stops_the_start()
    {
        var faults = new List<ContentFault>();

        InterventionLibrary.Load(Plans.FilesWith("Interventions/alcohol-brief.yaml", text => text.Replace("疲れた夜の一杯は、", new string('長', 300), StringComparison.Ordinal)), faults).ShouldBeNull();

        faults.ShouldContain(fault => fault.What.Contains("350", StringComparison.Ordinal) || fault.Fix.Contains("350", StringComparison.Ordinal));
    }

    private static string Said(string id, Person person)
    {
        var plan = Planning.Plan(Plans.Library, Plans.Request(id, Language.Ja, person));
        return string.Join('\n', plan.Steps.Select(step => step.Say).Concat(plan.Menu)) + plan.HandoutMarkdown;
    }
}
