using System.Globalization;
using System.Text.RegularExpressions;
using Sbirt.Content;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Content.Thresholds;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Builders.SheetBuilder;

namespace Sbirt.Tests.Content.Thresholds;

/// <summary>K1: every combination of AUDIT-C answers, for each sex, under the Japanese cut-offs (men 6, women 4).</summary>
public sealed partial class AuditCTests
{
    private static readonly InstrumentLibrary Instruments = InstrumentLibrary.Load(ContentFile.Embedded("Instruments"));
    private static readonly ThresholdLibrary Thresholds = ThresholdLibrary.Load(ContentFile.Embedded("Thresholds"), Instruments);

    [Fact]
    public void K1_every_combination_of_answers_and_sex_has_its_score_and_band()
    {
        foreach (var sex in new Sex?[] { Sex.Male, Sex.Female, Sex.Other, null })
        {
            for (var answers = 0; answers < 125; answers++)
            {
                var (one, two, three) = (answers / 25, answers / 5 % 5, answers % 5);
                var person = new Person(sex, 40, false);
                var scored = Instruments.Find("audit-c")!.Score(ASheet("audit-c").WithScores("audit-c", one, two, three), person);
                var leading = Judging.Judge(Thresholds, "jp-mhlw", scored, person).Leading!;

                var total = one + two + three;
                scored.Main.Value.ShouldBe(total);
                leading.Seriousness.ShouldBe(total >= (sex == Sex.Male ? 6 : 4) ? Seriousness.Moderate : Seriousness.None);
                leading.Assumptions.Length.ShouldBe(sex is Sex.Male or Sex.Female ? 0 : 1);
            }
        }
    }

    [Fact]
    public void The_published_table_of_the_archetype_is_scored_alike()
    {
        var table = SharedCases.Find("scoring/AUDIT-C.v1.test.yml");
        Assert.SkipWhen(table is null, "The published AUDIT-C table is not beside the repository (shared/cases).");
        var cases = CaseLine().Matches(File.ReadAllText(table)).ToList();

        cases.Count.ShouldBeGreaterThan(5);
        foreach (var each in cases)
        {
            decimal Number(string name) => decimal.Parse(each.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
            var scored = Instruments.Find("audit-c")!.Score(ASheet("audit-c").WithScores("audit-c", Number("one"), Number("two"), Number("three")));
            scored.Main.Value.ShouldBe(Number("total"), each.Groups["id"].Value);
        }
    }

    [GeneratedRegex(@"- id: (?<id>Q1\((?<one>\d)\)-Q2\((?<two>\d)\)-Q3\((?<three>\d)\)\S*)[\s\S]*?Total score: (?<total>\d+)")]
    private static partial Regex CaseLine();
}
