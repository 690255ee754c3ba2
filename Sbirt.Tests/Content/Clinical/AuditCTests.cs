using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Sbirt.Content;
using Sbirt.Content.Thresholds;
using Sbirt.Tests.FhirAdapter;
using Sbirt.Tests.Oracles;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Clinical;

/// <summary>AUDIT-C: all 125 answers, those left open after "never", and the published table.</summary>
public sealed partial class AuditCTests
{
    private static readonly ClinicalForm Form = ClinicalForms.Of("audit-c");

    public static TheoryData<string, Sex?> PacksAndSexes
    {
        get
        {
            var all = new TheoryData<string, Sex?>();
            foreach (var pack in ClinicalForms.Packs)
            {
                foreach (var sex in People.Sexes)
                {
                    all.Add(pack, sex);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(PacksAndSexes))]
    public void K1_every_combination_has_the_total_and_the_side_of_the_cut_off_the_oracle_says(string pack, Sex? sex)
    {
        var person = new Person(sex, AgeYears: 40);
        foreach (var filled in Every(0, 1, 2, 3, 4))
        {
            var expected = AuditOracle.AuditC(filled.For(Form.Scales[0], person))!.Value;
            var scored = filled.Score(person);
            var judgement = Judging.Judge(Shipped.Content.Thresholds, pack, scored, person);

            scored.Main.Value.ShouldBe(expected, filled.ToString());
            IsPositive(judgement).ShouldBe(
                pack switch
                {
                    "us" => expected >= (sex == Sex.Male ? 4 : 3),
                    "who-2001" => null,
                    _ => expected >= (sex == Sex.Male ? 6 : 4),
                },
                $"{pack} {sex} {filled}");
        }
    }

    [Fact]
    public void After_never_the_other_two_questions_may_stay_open_and_count_0_and_count_when_answered()
    {
        // -1 stands for no answer.
        foreach (var filled in Every(-1, 0, 1, 2, 3, 4))
        {
            var score = filled.Score(Person.Unknown);
            var expected = AuditOracle.AuditC(filled.For(Form.Scales[0], Person.Unknown));

            score.Main.Value.ShouldBe(expected, filled.ToString());
            score.Hidden.ShouldBeEmpty(filled.ToString());
            if (expected is not null)
            {
                score.Missing.ShouldBeEmpty(filled.ToString());
                score.Issues.ShouldBeEmpty(filled.ToString());
                continue;
            }

            score.Missing.ShouldNotBeEmpty(filled.ToString());
            Completions.Check(filled, Form.Scales[0], Person.Unknown, score.Main, filled.ToString());
        }
    }

    [Fact]
    public void The_published_table_gives_the_same_totals_and_sides_of_the_cut_off()
    {
        var file = SharedCases.Find("scoring/AUDIT-C.v1.test.yml");
        Assert.SkipUnless(file is not null, "The published table scoring/AUDIT-C.v1.test.yml is not beside the repository.");

        var cases = Case().Matches(File.ReadAllText(file)).ToList();
        cases.Count.ShouldBeGreaterThan(10);
        foreach (var each in cases)
        {
            var sex = each.Groups["sex"].Value == "Female" ? Sex.Female : Sex.Male;
            var filled = Filled(Number(each, "q1"), Number(each, "q2"), Number(each, "q3"));
            var person = new Person(sex, AgeYears: 40);
            var scored = filled.Score(person);
            var total = Number(each, "total");

            scored.Main.Value.ShouldBe(total, each.Value);
            var isPositive = IsPositive(Judging.Judge(Shipped.Content.Thresholds, "us", scored, person));
            isPositive.ShouldBe(total >= (sex == Sex.Female ? 3 : 4), each.Value);
            isPositive.ShouldBe(Number(each, "level") > 0, each.Value);
        }
    }

    private static bool? IsPositive(Judgement judgement) =>
        judgement.Findings.SingleOrDefault(finding => finding.Band is not null)?.Band!.Id switch
        {
            null => null,
            "positive" => true,
            _ => false,
        };

    private static IEnumerable<FilledForm> Every(params int[] choices) =>
        from first in choices from second in choices from third in choices select Filled(first, second, third);

    private static FilledForm Filled(params int[] choices) => new(
        Form,
        choices.Select((choice, index) => KeyValuePair.Create($"audit-c-{index + 1}", choice))
            .Where(each => each.Value >= 0).ToImmutableDictionary());

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"- id: (?<id>\S+).*?gt0003\|[^|]*: (?<q1>\d)\|.*?gt0004\|[^|]*: (?<q2>\d)\|.*?gt0005\|[^|]*: (?<q3>\d)\|.*?gt0017\|Gender: local::\w+\|(?<sex>Female|Male)\|.*?Total score: (?<total>\d+).*?AUDIT-C: (?<level>\d)\|",
        RegexOptions.Singleline)]
    private static partial Regex Case();
}
