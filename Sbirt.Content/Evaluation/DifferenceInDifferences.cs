namespace Sbirt.Content.Evaluation;

/// <summary>By how much more persons written to changed than others, and how sure that is.</summary>
/// <param name="Effect">Mean change of those written to less the mean change of the comparison group.</param>
/// <param name="Low">Lower end of the confidence interval.</param>
/// <param name="High">Upper end.</param>
public sealed record Estimate(double Effect, double Low, double High);

/// <summary>
/// Difference in differences over persons. Each person gives one number, the change from before to after, so that
/// months of one person do not count as if they were many persons (Bertrand, Duflo and Mullainathan 2004, section IV.C);
/// the groups may differ in spread (Welch 1947).
/// </summary>
public static class DifferenceInDifferences
{
    private const int LeastPersons = 2;

    /// <summary>Null: a group has fewer than two persons.</summary>
    /// <param name="confidence">e.g. 0.95.</param>
    public static Estimate? Of(IReadOnlyCollection<double> written, IReadOnlyCollection<double> comparison, double confidence)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(comparison);
        if (written.Count < LeastPersons || comparison.Count < LeastPersons)
        {
            return null;
        }

        var (first, firstError) = MeanAndSquaredError(written);
        var (second, secondError) = MeanAndSquaredError(comparison);
        var (effect, error) = (first - second, firstError + secondError);
        if (error == 0)
        {
            return new Estimate(effect, effect, effect);
        }

        // Welch and Satterthwaite.
        var degrees = error * error / ((firstError * firstError / (written.Count - 1)) + (secondError * secondError / (comparison.Count - 1)));
        var reach = StudentT.Quantile(0.5 + (confidence / 2), degrees) * Math.Sqrt(error);
        return new Estimate(effect, effect - reach, effect + reach);
    }

    private static (double Mean, double SquaredError) MeanAndSquaredError(IReadOnlyCollection<double> changes)
    {
        var mean = changes.Average();
        return (mean, changes.Sum(change => (change - mean) * (change - mean)) / (changes.Count - 1) / changes.Count);
    }
}
