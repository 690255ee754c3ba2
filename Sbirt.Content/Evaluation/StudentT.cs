namespace Sbirt.Content.Evaluation;

/// <summary>
/// Quantiles of Student's t distribution: where its distribution function, the regularised incomplete beta function by its
/// continued fraction (Abramowitz and Stegun 26.5.8 and 26.7.1), reaches a probability.
/// </summary>
internal static class StudentT
{
    private const int MostSteps = 200;
    private const double Tiny = 1e-300;

    /// <param name="probability">Above 0.5 and below 1.</param>
    public static double Quantile(double probability, double degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(probability, 0.5);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degrees);
        var (low, high) = (0.0, 2.0);
        while (Below(high, degrees) < probability)
        {
            high *= 2;
        }

        for (var step = 0; step < MostSteps && high - low > 1e-13 * high; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Below(middle, degrees) < probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>The probability of a value below t, which is not negative.</summary>
    public static double Below(double t, double degrees) => 1 - (Beta(degrees / (degrees + (t * t)), degrees / 2, 0.5) / 2);

    private static double Beta(double x, double a, double b)
    {
        if (x is <= 0 or >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        var front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x)));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    // Lentz's way of working out a continued fraction.
    private static double Fraction(double x, double a, double b)
    {
        var (c, d) = (1.0, 1 / NotNought(1 - ((a + b) * x / (a + 1))));
        var value = d;
        for (var m = 1; m <= MostSteps; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            Take(even);
            if (Math.Abs(Take(odd) - 1) < 1e-15)
            {
                break;
            }
        }

        return value;

        double Take(double term)
        {
            d = 1 / NotNought(1 + (term * d));
            c = NotNought(1 + (term / c));
            value *= c * d;
            return c * d;
        }
    }

    private static double NotNought(double number) => Math.Abs(number) < Tiny ? Tiny : number;

    /// <summary>Stirling's series above ten (Abramowitz and Stegun 6.1.41), reached from below by the recurrence.</summary>
    private static double LogGamma(double x)
    {
        var shift = 0.0;
        for (; x < 10; x++)
        {
            shift += Math.Log(x);
        }

        var square = 1 / (x * x);
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square / 1680)))))) / x - shift;
    }
}
