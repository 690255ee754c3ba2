using System.Collections.Immutable;

namespace Sbirt.Content.Evaluation;

/// <summary>
/// Gives each person who was written to one who was not: of the same sex, the same ten years of age and the same month,
/// as near as there is in claims and psychotropic days of that month and in claims before, and no further than the rules
/// allow. Who is matched depends on the persons alone, not on their order. What came after is not looked at.
/// </summary>
public static class Matching
{
    /// <summary>The comparison group: each candidate at most once.</summary>
    public static ImmutableArray<MeasuredPerson> Of(IEnumerable<MeasuredPerson> written, IEnumerable<MeasuredPerson> candidates, EvaluationRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var free = candidates.OrderBy(each => each.Person, StringComparer.Ordinal)
            .GroupBy(each => (each.Sex, each.Band, each.Month)).ToDictionary(same => same.Key, same => same.ToList());
        var matched = ImmutableArray.CreateBuilder<MeasuredPerson>();

        // Those with the most claims have the fewest like them, so they choose first.
        foreach (var person in written.OrderByDescending(each => each.ClaimsInMonth).ThenBy(each => each.Person, StringComparer.Ordinal))
        {
            if (free.GetValueOrDefault((person.Sex, person.Band, person.Month)) is { } alike
                && alike.Where(each => IsNear(person, each, rules)).MinBy(each => Distance(person, each, rules)) is { } nearest)
            {
                alike.Remove(nearest);
                matched.Add(nearest);
            }
        }

        return matched.ToImmutable();
    }

    public static bool IsNear(MeasuredPerson one, MeasuredPerson other, EvaluationRules rules)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(rules);
        return Math.Abs(one.ClaimsInMonth - other.ClaimsInMonth) <= rules.ClaimsInMonth.Value
            && Math.Abs(one.PsychotropicDaysInMonth - other.PsychotropicDaysInMonth) <= rules.PsychotropicDaysInMonth.Value
            && Math.Abs(one.ClaimsBefore - other.ClaimsBefore) <= (double)rules.ClaimsBefore.Value;
    }

    // Each difference as a part of what is allowed, so that none outweighs another by its unit.
    private static double Distance(MeasuredPerson one, MeasuredPerson other, EvaluationRules rules) =>
        Part(one.ClaimsInMonth - other.ClaimsInMonth, rules.ClaimsInMonth.Value)
        + Part(one.PsychotropicDaysInMonth - other.PsychotropicDaysInMonth, rules.PsychotropicDaysInMonth.Value)
        + Part(one.ClaimsBefore - other.ClaimsBefore, rules.ClaimsBefore.Value);

    private static double Part(double difference, decimal allowed) => allowed == 0 ? 0 : Math.Abs(difference) / (double)allowed;
}
