using System.Text.Json;
using Sbirt.Content.Findings;
using Sbirt.Content.Handouts;
using Sbirt.Content.Languages;
using Sbirt.Content.Medicines;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Medicines.Taken;

namespace Sbirt.Tests.Content.Medicines;

public sealed class JudgingPropertyTests
{
    private static readonly string[] Ingredients =
        ["etizolam", "zolpidem", "brotizolam", "diazepam", "tramadol", "sertraline", "quetiapine", "clonazepam", "eszopiclone", "lorazepam", "alprazolam"];

    [Fact]
    public void K4_the_order_of_the_data_and_repetitions_change_nothing()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var facts = RandomFacts(random);
            var uses = facts.Uses.Concat(facts.Uses.Where(_ => random.Next(2) == 0)).ToArray();
            random.Shuffle(uses);
            var shuffled = facts with { Uses = [.. uses], Unread = [.. facts.Unread.Reverse(), .. facts.Unread] };

            Said(MedicineJudging.Judge(Library, shuffled)).ShouldBe(Said(MedicineJudging.Judge(Library, facts)), $"seed {seed}");
        }
    }

    [Fact]
    public void Every_finding_speaks_as_we_do_and_names_no_placeholder()
    {
        var lint = WordingLint.LoadShipped();
        var seen = new HashSet<string>();
        for (var seed = 0; seed < 600; seed++)
        {
            var judgement = MedicineJudging.Judge(Library, RandomFacts(new Random(seed)));
            foreach (var finding in judgement.Findings)
            {
                seen.Add(finding.RuleId);
                foreach (var language in Enum.GetValues<Language>())
                {
                    var whole = string.Join('\n', Texts(finding).Select(text => text.In(language)));
                    whole.ShouldNotContain("{");
                    lint.Check(whole, language, finding.RuleId, WordingKind.Whole).ShouldBeEmpty();
                }
            }

            judgement.Open.ShouldAllBe(question => !question.Text.Ja.Contains('{') && !question.Text.En.Contains('{'));
        }

        seen.Count.ShouldBeGreaterThanOrEqualTo(10, string.Join(", ", Library.Rules.Select(rule => rule.Id).Except(seen)));
    }

    [Fact]
    public void Every_finding_about_a_sedative_or_opioid_says_that_stopping_suddenly_is_dangerous()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            MedicineJudging.Judge(Library, RandomFacts(new Random(seed))).Findings
                .Where(finding => finding.Evidence.Any(each => each.Ingredient.IsBenzodiazepineAgonist))
                .ShouldAllBe(finding => finding.Safety != null);
        }
    }

    [Fact]
    public void No_finding_names_who_prescribed_or_which_entry_it_was()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            MedicineJudging.Judge(Library, RandomFacts(new Random(seed))).Findings
                .SelectMany(Texts)
                .ShouldAllBe(text => !text.Ja.Contains("Practitioner") && !text.En.Contains("use-") && !text.En.Contains("clinic-"));
        }
    }

    [Fact]
    public void The_most_serious_comes_first()
    {
        var facts = Facts(Use("etizolam", 20, 60, by: "there"), Use("tramadol", 3), Draft("etizolam", 31), Draft("zolpidem")) with
        {
            AgeYears = 70,
            SleepApnoea = true,
            Drinking = Drinking(Seriousness.High),
        };

        var findings = MedicineJudging.Judge(Library, facts).Findings;

        findings.Select(finding => finding.Seriousness).ShouldBe(findings.Select(finding => finding.Seriousness).OrderDescending());
        findings.Select(finding => finding.RuleId).Take(2).ShouldBe(["opioid-with-benzodiazepine", "sedative-with-risky-drinking"]);
    }

    private static IEnumerable<Localized> Texts(MedicineFinding finding) =>
        [finding.Title, finding.Detail, finding.Action, .. finding.Offers.Select(offer => offer.Text), .. finding.Safety is { } safety ? [safety] : Array.Empty<Localized>()];

    private static string Said(MedicineJudgement judgement) => JsonSerializer.Serialize(new
    {
        Findings = judgement.Findings.Select(finding => new { finding.RuleId, finding.Seriousness, finding.Detail, finding.Safety, finding.Evidence, finding.RestsOnEstimate }),
        Open = judgement.Open.Select(question => new { question.Rule.Id, question.Text }),
        judgement.Unread,
    });

    private static MedicineFacts RandomFacts(Random random)
    {
        string?[] clinics = ["clinic-a", "clinic-b", null];
        var uses = Enumerable.Range(0, random.Next(1, 14)).Select(i =>
        {
            var ingredient = Ingredients[random.Next(Ingredients.Length)];
            var use = Use(ingredient, random.Next(0, 400), random.Next(6) == 0 ? null : random.Next(1, 60), random.Next(4) == 0 ? null : random.Next(1, 20) / 2m, clinics[random.Next(3)], $"use-{i}");
            var on = use.Start!.Value.Earliest;
            return use with
            {
                IsDraft = random.Next(4) == 0,
                Kind = (UseKind)random.Next(3),
                AsNeeded = random.Next(6) == 0,
                DaysAreEstimated = random.Next(6) == 0,
                Prescription = random.Next(3) == 0 ? $"rp-{random.Next(2)}" : null,
                Start = random.Next(8) switch
                {
                    0 => null,
                    1 => new DaySpan(new DateOnly(on.Year, on.Month, 1), on),
                    _ => use.Start,
                },
            };
        });
        return Facts(uses) with
        {
            Unread = [.. Enumerable.Range(0, random.Next(3)).Select(i => new UnreadMedicine((UnreadReason)random.Next(5), $"x-{i}", "MedicationRequest.medication", random.Next(2) == 0))],
            AgeYears = random.Next(3) == 0 ? null : random.Next(40, 90),
            SleepApnoea = random.Next(3) switch { 0 => null, 1 => true, _ => false },
            Drinking = random.Next(3) == 0 ? null : Drinking((Seriousness)random.Next(4), random.Next(0, 500)),
        };
    }
}
