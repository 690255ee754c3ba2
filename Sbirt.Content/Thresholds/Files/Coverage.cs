using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Instruments;

namespace Sbirt.Content.Thresholds.Files;

/// <summary>Checks that the sets of one scale leave nobody out and fit nobody twice, by sex, age and pregnancy.</summary>
internal static class Coverage
{
    private const int OldestAge = 120;

    public static void Check(ContentReader reader, ImmutableArray<(SetEntry Entry, ThresholdSet Set)> sets, Use use)
    {
        var (gapSaid, overlapSaid) = (false, false);
        foreach (var person in Everybody(sets, use))
        {
            var fitting = sets.Where(each => !each.Set.AppliesTo.IsContradictedBy(person)).ToImmutableArray();
            var of = $"{sets[0].Set.InstrumentId} {sets[0].Set.ScaleId}";
            if (fitting.Length == 0 && !gapSaid)
            {
                gapSaid = true;
                reader.Fault(sets[0].Entry.Line, $"No set of {of} is for a person who is {Describe(person)}.", "Add the set that is missing, or widen `appliesTo`.");
            }
            else if (fitting.Length > 1 && !overlapSaid)
            {
                overlapSaid = true;
                reader.Fault(fitting[1].Entry.Line, $"Two sets of {of} are for a person who is {Describe(person)}.", "Narrow `appliesTo`, so that each person has one set.");
            }
        }
    }

    /// <summary>One person for every case that the sets can tell apart.</summary>
    private static IEnumerable<Person> Everybody(ImmutableArray<(SetEntry Entry, ThresholdSet Set)> sets, Use use)
    {
        var (youngest, oldest) = (use.MinAge ?? 0, use.MaxAge ?? OldestAge);
        var ages = sets.SelectMany(each => new[] { each.Set.AppliesTo.MinAge - 1, each.Set.AppliesTo.MinAge, each.Set.AppliesTo.MaxAge, each.Set.AppliesTo.MaxAge + 1 })
            .OfType<int>().Where(age => age >= youngest && age <= oldest)
            .Append(youngest).Append(oldest).Distinct().Order().ToImmutableArray();
        return from sex in new[] { Sex.Male, Sex.Female }
               from age in ages
               from pregnant in sex == Sex.Male ? new[] { false } : [false, true]
               select new Person(sex, age, pregnant);
    }

    private static string Describe(Person person) =>
        $"{(person.Sex == Sex.Male ? "male" : "female")}, {person.AgeYears} years old{(person.Pregnant is true ? ", pregnant" : "")}";
}
