using Sbirt.Content.Handouts;
using Sbirt.Content.Languages;
using Sbirt.Content.Rules;
using Sbirt.Tests.FhirAdapter;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.RuleChapters;

public sealed class PrintedRulesTests
{
    private static readonly IReadOnlyList<RuleChapter> Chapters = [.. PrintedRules.Of(Shipped.Content)];
    private static readonly IReadOnlyList<PrintedRule> All = [.. Chapters.SelectMany(chapter => chapter.Rules)];

    [Fact]
    public void Every_rule_has_an_id_of_its_own() =>
        All.GroupBy(rule => rule.Id).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty();

    [Fact]
    public void Every_rule_names_version_source_date_and_limits() => All
        .Where(rule => rule.Version.Length == 0 || rule.Sources.IsEmpty || rule.Effective == default || rule.CutOffs.IsEmpty
            || rule.CutOffs.Any(cutOff => cutOff.Limit.Ja.Length == 0 || cutOff.Limit.En.Length == 0))
        .Select(rule => rule.Id)
        .ShouldBeEmpty();

    [Fact]
    public void Every_set_and_modifier_of_every_pack_is_printed_with_its_own_limits()
    {
        foreach (var pack in Shipped.Content.Thresholds.Packs)
        {
            var printed = Chapters.Single(chapter => chapter.Id == pack.Id).Rules;
            printed.Length.ShouldBe(pack.Sets.Length + pack.Modifiers.Length, pack.Id);
        }

        All.Single(rule => rule.Id == "jp-mhlw/audit/total").CutOffs.Select(cutOff => cutOff.Limit.En).ShouldBe(["0–7", "8–14", "15–40"]);
        All.Single(rule => rule.Id == "jp-mhlw/audit/dependence-subscore").CutOffs.Single().Limit.En.ShouldBe("≥4");
        All.Single(rule => rule.Id == "jp-mhlw/audit-c/total/male").CutOffs[1].Limit.En.ShouldBe("6–12");
    }

    [Fact]
    public void Every_reason_and_waiting_time_of_the_prompts_is_printed()
    {
        var prompts = Chapters.Single(chapter => chapter.Id == "screening-prompts").Rules;

        foreach (var reason in Shipped.Content.Prompts.Reasons)
        {
            prompts.ShouldContain(rule => rule.Id == $"screening-prompts/{reason.Id}", reason.Id);
        }

        prompts.Single(rule => rule.Id == "screening-prompts/gamma-gt").CutOffs[0].Limit.En.ShouldBe("≥51 U/L");
        prompts.Single(rule => rule.Id == "screening-prompts/times").CutOffs.ShouldContain(cutOff => cutOff.Limit.En == "365 days");
        prompts.Single(rule => rule.Id == "screening-prompts/quiet").CutOffs.Length.ShouldBe(Shipped.Content.Prompts.OverrideReasons.Length);
    }

    [Fact]
    public void Every_signal_of_every_preset_is_printed_with_its_limits_and_what_it_leaves_out()
    {
        foreach (var preset in Shipped.Content.Signals.Presets)
        {
            Chapters.Single(chapter => chapter.Id == $"signals/{preset.Id}").Rules.Select(rule => rule.Id)
                .ShouldBe(preset.Signals.Select(signal => $"signals/{preset.Id}/{signal.Id}"));
        }

        var claims = All.Single(rule => rule.Id == "signals/kyokai-osaka-20/claims-per-month");
        claims.CutOffs.Select(cutOff => cutOff.Limit.En).ShouldBe(
        [
            "15", "20", "In-patient, Injury caused by somebody else, Pregnancy and childbirth, Visit by a referral letter",
            "Dialysis, Cancer, Palliative care, Epilepsy", "Already in psychiatric care",
        ]);
        claims.Note!.En.ShouldContain("How the original programme counted the 20 (dental, dispensing, in-patient or not) is not published.");
    }

    [Fact]
    public void What_rules_say_is_said_as_we_speak()
    {
        var lint = WordingLint.LoadShipped();
        All.SelectMany(rule => new[] { rule.Title, rule.Note }
                .Concat(rule.CutOffs.SelectMany(cutOff => new[] { cutOff.What, cutOff.Limit }))
                .OfType<Localized>()
                .Select(text => (rule.Id, Text: text)))
            .SelectMany(each => lint.Check(each.Text.Ja, Language.Ja, each.Id).Concat(lint.Check(each.Text.En, Language.En, each.Id)))
            .ShouldBeEmpty();
    }
}
