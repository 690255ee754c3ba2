using System.Collections.Immutable;
using Sbirt.Content.Claims;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Evaluation;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Evaluation;

public sealed class EvaluatingTests
{
    private static readonly EvaluationRules Rules = EvaluationRules.LoadShipped();

    [Fact]
    public void A_planted_effect_is_found_in_the_measure_it_was_planted_in_and_in_the_sex_it_was_planted_in()
    {
        var random = new Random(7);
        var written = Enumerable.Range(0, 200).Select(number => Person($"w{number:D3}", Sex(number), Before(random), -5 * (Sex(number) == ClaimSex.Male ? 1 : 0), random));
        var others = Enumerable.Range(0, 200).Select(number => Person($"c{number:D3}", Sex(number), Before(random), 0, random));
        var result = Evaluating.Compare(new EvaluationGroups([.. written], [.. others]), Rules)!;
        var quantity = result.Lines[(int)Measure.DispensedQuantity];
        quantity.Low.ShouldBeLessThan(-2.5m);
        quantity.High.ShouldBeGreaterThan(-2.5m);
        quantity.High.ShouldBeLessThan(0);
        result.Lines[(int)Measure.Claims].Effect.ShouldBe(0);
        var bySex = result.Parts.Where(part => part.By == "sex" && !part.Lines.IsEmpty).ToDictionary(part => (ClaimSex)part.Value, part => part.Lines[(int)Measure.DispensedQuantity]);
        bySex[ClaimSex.Male].High.ShouldBeLessThan(-3);
        bySex[ClaimSex.Female].Low.ShouldBeLessThan(0);
        bySex[ClaimSex.Female].High.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Without_an_effect_the_interval_covers_nought_in_about_95_of_100_repetitions()
    {
        var random = new Random(95);
        var covers = 0;
        for (var repetition = 0; repetition < 400; repetition++)
        {
            var groups = new EvaluationGroups(
                [.. Enumerable.Range(0, 30).Select(number => Person($"w{number}", Sex(number), Before(random), 0, random))],
                [.. Enumerable.Range(0, 45).Select(number => Person($"c{number}", Sex(number), Before(random), 0, random))]);
            var line = Evaluating.Compare(groups, Rules)!.Lines[(int)Measure.DispensedQuantity];
            covers += line.Low <= 0 && line.High >= 0 ? 1 : 0;
        }

        // 380 give or take four standard errors of 4.4.
        covers.ShouldBeInRange(362, 398);
    }

    [Fact]
    public void C11_a_part_with_few_persons_has_no_numbers_and_none_can_be_taken_from_the_whole()
    {
        var random = new Random(3);
        var written = Enumerable.Range(0, 80).Select(number => Person($"w{number:D2}", ClaimSex.Female, Before(random), 0, random) with { Band = number < 4 ? 2 : number < 30 ? 5 : 6 });
        var others = Enumerable.Range(0, 80).Select(number => Person($"c{number:D2}", ClaimSex.Female, Before(random), 0, random) with { Band = number < 20 ? 2 : number < 40 ? 5 : 6 });
        var ages = Evaluating.Compare(new EvaluationGroups([.. written], [.. others]), Rules)!.Parts.Where(part => part.By == "age").ToList();
        ages.Select(part => (part.Value, part.Written, part.Compared, part.Lines.Length > 0)).ShouldBe([(2, null, 20L, false), (5, null, 20L, false), (6, 50L, 40L, true)]);
    }

    [Fact]
    public void Groups_below_the_least_size_are_not_compared()
    {
        var random = new Random(3);
        var few = Enumerable.Range(0, 9).Select(number => Person($"w{number}", ClaimSex.Male, 20, 0, random)).ToImmutableArray();
        var many = Enumerable.Range(0, 30).Select(number => Person($"c{number}", ClaimSex.Male, 20, 0, random)).ToImmutableArray();
        Evaluating.Compare(new EvaluationGroups(few, many), Rules).ShouldBeNull();
        Evaluating.Compare(new EvaluationGroups(many, few), Rules).ShouldBeNull();
    }

    [Fact]
    public void Persons_without_a_claim_after_are_in_no_number_but_that_which_counts_them_as_nought()
    {
        var random = new Random(3);
        var (written, others) = (
            Enumerable.Range(0, 20).Select(number => Person($"w{number:D2}", ClaimSex.Male, 20, 0, random)).ToImmutableArray(),
            Enumerable.Range(0, 20).Select(number => Person($"c{number:D2}", ClaimSex.Male, 20, 0, random)).ToImmutableArray());
        var gone = Enumerable.Range(0, 10).Select(number => Person($"x{number:D2}", ClaimSex.Male, 20, 0, random) with { After = [0, 0, 0, 0, 0, 0, 0], IsSeenAfter = false });
        var without = Evaluating.Compare(new EvaluationGroups(written, others), Rules)!;
        var with = Evaluating.Compare(new EvaluationGroups([.. written, .. gone], others), Rules)!;
        with.Lines.ShouldBe(without.Lines);
        with.Written.ShouldBe(20);
        with.WithEverybody[0].Effect.ShouldBeLessThan(with.Lines[0].Effect - 3);
    }

    [Fact]
    public void C11_the_way_of_persons_keeps_few_back_so_that_nobody_can_reckon_them()
    {
        Evaluating.Flow(100, (FlowEnd.NotSeenAfter, 3), (FlowEnd.NotSeenBefore, 0)).Select(line => line.Persons).ShouldBe([100L, null, 0L, null]);
        Evaluating.Flow(100, (FlowEnd.NotSeenAfter, 30), (FlowEnd.NotSeenBefore, 12)).Select(line => line.Persons).ShouldBe([100L, 30L, 12L, 142L]);
    }

    [Fact]
    public void Matching_takes_the_nearest_of_the_same_sex_and_age_and_each_only_once()
    {
        var random = new Random(1);
        MeasuredPerson Of(string name, int claims, ClaimSex sex = ClaimSex.Male, int band = 4) => Person(name, sex, 20, 0, random) with { ClaimsInMonth = claims, Band = band };
        Matching.Of(
            [Of("a", 15), Of("b", 16), Of("far", 30), Of("woman", 15, ClaimSex.Female)],
            [Of("n", 14), Of("m", 13), Of("k", 12), Of("young", 15, band: 2), Of("l", 8)],
            Rules).Select(each => each.Person).ShouldBe(["n", "m"]);
    }

    [Fact]
    public void Whom_is_matched_depends_on_the_persons_and_not_on_their_order()
    {
        var random = new Random(5);
        var written = Enumerable.Range(0, 50).Select(number => Person($"w{number:D2}", Sex(number), 20, 0, random) with { ClaimsInMonth = random.Next(10, 20) }).ToList();
        var others = Enumerable.Range(0, 90).Select(number => Person($"c{number:D2}", Sex(number), 20, 0, random) with { ClaimsInMonth = random.Next(8, 18) }).ToList();
        var matched = Matching.Of(written, others, Rules);
        for (var trial = 0; trial < 5; trial++)
        {
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(others));
            Matching.Of(written, others, Rules).ShouldBe(matched);
        }
    }

    [Theory]
    [InlineData("leastGroup: { value: 10", "leastGroup: { value: 9", "`leastGroup: 9` is out of bounds.")]
    [InlineData("confidencePercent: { value: 95, source: interval }", "confidencePercent: { value: 95, source: nobody }", "`source: nobody` is not one of `sources`.")]
    [InlineData("values: [anxiolytic, hypnotic, antidepressant, antipsychotic]", "values: [tea]", "`values: tea` is not known.")]
    public void A_broken_rule_is_named_with_its_line(string right, string wrong, string words)
    {
        var file = ContentFile.Embedded("Evaluation").Single();
        var faults = new List<ContentFault>();
        EvaluationRules.Read(file with { Text = file.Text.Replace(right, wrong, StringComparison.Ordinal) }, faults).ShouldBeNull();
        faults.ShouldContain(fault => fault.What == words && fault.Line > 1);
    }

    private static ClaimSex Sex(int number) => number % 2 == 0 ? ClaimSex.Male : ClaimSex.Female;

    private static double Before(Random random) => 40 + (random.NextDouble() * 20);

    /// <summary>Somebody whose amount dispensed changes by the effect and by chance, and nothing else of whom changes.</summary>
    private static MeasuredPerson Person(string name, ClaimSex sex, double before, double effect, Random random) => new(
        name,
        sex,
        4,
        202609,
        16,
        0,
        10,
        [before, 100, 3, 8, 0, 0, 0],
        [before + effect + ((random.NextDouble() - 0.5) * 10), 100, 3, 8, 0, 0, 0],
        true,
        true);
}
