using Sbirt.Content.Evaluation;
using Sbirt.Tests.Oracles;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Evaluation;

public sealed class EstimatorTests
{
    private const double Confidence = 0.95;

    [Fact]
    public void The_published_example_of_two_sleeping_medicines_comes_out_as_published()
    {
        // Student's sleep data; R 4.3: t.test(extra ~ group, data = sleep), df = 17.776.
        double[] one = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
        double[] two = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
        var estimate = DifferenceInDifferences.Of(one, two, Confidence)!;
        estimate.Effect.ShouldBe(-1.58, 1e-9);
        estimate.Low.ShouldBe(-3.3654832, 1e-6);
        estimate.High.ShouldBe(0.2054832, 1e-6);
    }

    [Theory]
    [InlineData(1, 12.7062047)]
    [InlineData(2, 4.3026527)]
    [InlineData(9, 2.2621572)]
    [InlineData(30, 2.0422725)]
    [InlineData(1000, 1.9623391)]
    public void Quantiles_of_t_are_those_of_the_tables(int degrees, double quantile)
    {
        StudentT.Quantile(0.975, degrees).ShouldBe(quantile, 1e-6);
        LeastSquares.TBelow(StudentT.Quantile(0.975, degrees), degrees).ShouldBe(0.975, 1e-6);
    }

    [Fact]
    public void A_regression_with_an_effect_for_each_person_gives_the_same_difference_and_error()
    {
        var random = new Random(4);
        for (var trial = 0; trial < 20; trial++)
        {
            var persons = Enumerable.Range(0, 24 + trial).Select(number => (IsWritten: number % 3 == 0, Before: Normal(random, 20, 5), After: Normal(random, 18, 9))).ToList();
            var estimate = DifferenceInDifferences.Of(Changes(true), Changes(false), Confidence)!;
            estimate.Effect.ShouldBe(LeastSquares.Effect(persons), 1e-7);
            var reach = (estimate.High - estimate.Low) / 2;
            var degrees = Enumerable.Range(1, persons.Count).MinBy(each => Math.Abs((StudentT.Quantile(0.975, each) * LeastSquares.StandardError(persons)) - reach));
            degrees.ShouldBeInRange(5, persons.Count - 1);
            reach.ShouldBeInRange(StudentT.Quantile(0.975, degrees + 1) * LeastSquares.StandardError(persons), StudentT.Quantile(0.975, degrees - 1) * LeastSquares.StandardError(persons));

            List<double> Changes(bool isWritten) => [.. persons.Where(person => person.IsWritten == isWritten).Select(person => person.After - person.Before)];
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-4.0)]
    public void The_interval_holds_the_planted_effect_in_about_95_of_100_repetitions(double effect)
    {
        var random = new Random(2026);
        const int Repetitions = 1_000;
        var holds = 0;
        for (var repetition = 0; repetition < Repetitions; repetition++)
        {
            // Counts of a month are skewed and the groups differ in size and spread.
            var written = Enumerable.Range(0, 40).Select(_ => Skewed(random, 6) - Skewed(random, 4) + effect).ToList();
            var others = Enumerable.Range(0, 90).Select(_ => Skewed(random, 3) - Skewed(random, 1)).ToList();
            var estimate = DifferenceInDifferences.Of(written, others, Confidence)!;
            holds += estimate.Low <= effect && effect <= estimate.High ? 1 : 0;
        }

        // Of a thousand, 95 % give or take four standard errors.
        holds.ShouldBeInRange(922, 978);
    }

    [Fact]
    public void Persons_who_all_changed_alike_have_an_interval_of_no_width_and_one_person_has_none()
    {
        DifferenceInDifferences.Of([1, 1, 1], [3, 3], Confidence).ShouldBe(new Estimate(-2, -2, -2));
        DifferenceInDifferences.Of([1], [3, 3], Confidence).ShouldBeNull();
    }

    private static double Skewed(Random random, double mean) => -mean * Math.Log(1 - random.NextDouble());

    private static double Normal(Random random, double mean, double spread) =>
        mean + (spread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
}
