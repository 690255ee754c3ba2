namespace Sbirt.Tests.Oracles;

/// <summary>
/// Difference in differences the long way: a regression of each person's two values on person, time, and time of those
/// written to, solved by elimination, with the HC2 errors of the differenced equation. Written from a textbook's formulas,
/// without a look at the estimator.
/// </summary>
internal static class LeastSquares
{
    /// <summary>The coefficient of "written to, after" in a panel with an effect for each person.</summary>
    public static double Effect(IReadOnlyList<(bool IsWritten, double Before, double After)> persons)
    {
        var unknowns = persons.Count + 2;
        var normal = new double[unknowns, unknowns + 1];
        for (var person = 0; person < persons.Count; person++)
        {
            AddRow(person, 0, 0, persons[person].Before);
            AddRow(person, 1, persons[person].IsWritten ? 1 : 0, persons[person].After);
        }

        return Solve(normal)[unknowns - 1];

        void AddRow(int person, double after, double writtenAfter, double value)
        {
            (int At, double Value)[] row = [(person, 1), (unknowns - 2, after), (unknowns - 1, writtenAfter)];
            foreach (var (one, first) in row)
            {
                foreach (var (other, second) in row)
                {
                    normal[one, other] += first * second;
                }

                normal[one, unknowns] += first * value;
            }
        }
    }

    /// <summary>The HC2 standard error of a regression of changes on a constant and a mark.</summary>
    public static double StandardError(IReadOnlyList<(bool IsWritten, double Before, double After)> persons)
    {
        // (X'X)^-1 of the constant and the mark.
        double all = persons.Count, marked = persons.Count(person => person.IsWritten);
        var determinant = (all * marked) - (marked * marked);
        double[,] inverse = { { marked / determinant, -marked / determinant }, { -marked / determinant, all / determinant } };
        var means = persons.GroupBy(person => person.IsWritten).ToDictionary(same => same.Key, same => same.Average(person => person.After - person.Before));
        var middle = new double[2, 2];
        foreach (var person in persons)
        {
            double[] x = [1, person.IsWritten ? 1 : 0];
            var leverage = (x[0] * ((inverse[0, 0] * x[0]) + (inverse[0, 1] * x[1]))) + (x[1] * ((inverse[1, 0] * x[0]) + (inverse[1, 1] * x[1])));
            var residual = person.After - person.Before - means[person.IsWritten];
            foreach (var (row, column) in new[] { (0, 0), (0, 1), (1, 0), (1, 1) })
            {
                middle[row, column] += x[row] * x[column] * residual * residual / (1 - leverage);
            }
        }

        var variance = 0.0;
        foreach (var (row, column) in new[] { (0, 0), (0, 1), (1, 0), (1, 1) })
        {
            variance += inverse[1, row] * middle[row, column] * inverse[column, 1];
        }

        return Math.Sqrt(variance);
    }

    /// <summary>The probability of a t below a value, by adding up the density in small steps (Simpson).</summary>
    public static double TBelow(double t, int degrees)
    {
        // The constant of the density for whole degrees: 1/2, 1/sqrt(8), then each from two before.
        var constant = degrees % 2 == 1 ? 1 / Math.PI : 1 / Math.Sqrt(8);
        for (var n = degrees % 2 == 1 ? 1 : 2; n < degrees; n += 2)
        {
            constant *= (n + 1.0) / n * Math.Sqrt((double)n / (n + 2));
        }

        const int Steps = 20_000;
        var (sum, step) = (0.0, t / Steps);
        for (var each = 0; each <= Steps; each++)
        {
            var x = each * step;
            sum += (each is 0 or Steps ? 1 : each % 2 == 1 ? 4 : 2) * constant * Math.Pow(1 + (x * x / degrees), -(degrees + 1) / 2.0);
        }

        return 0.5 + (sum * step / 3);
    }

    private static double[] Solve(double[,] rows)
    {
        var count = rows.GetLength(0);
        for (var pivot = 0; pivot < count; pivot++)
        {
            var best = Enumerable.Range(pivot, count - pivot).MaxBy(row => Math.Abs(rows[row, pivot]));
            for (var column = 0; column <= count; column++)
            {
                (rows[pivot, column], rows[best, column]) = (rows[best, column], rows[pivot, column]);
            }

            for (var row = 0; row < count; row++)
            {
                var factor = row == pivot ? 0 : rows[row, pivot] / rows[pivot, pivot];
                for (var column = pivot; factor != 0 && column <= count; column++)
                {
                    rows[row, column] -= factor * rows[pivot, column];
                }
            }
        }

        return [.. Enumerable.Range(0, count).Select(row => rows[row, count] / rows[row, row])];
    }
}
