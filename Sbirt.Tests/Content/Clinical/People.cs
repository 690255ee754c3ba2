using Sbirt.Content;

namespace Sbirt.Tests.Content.Clinical;

/// <summary>Persons of every sex, told or not, at the ages where some rule turns, and of unknown age.</summary>
internal static class People
{
    public static readonly Sex?[] Sexes = [Sex.Male, Sex.Female, Sex.Other, null];

    private static readonly int?[] Ages = [null, 11, 12, 19, 20, 21, 22, 64, 65, 66];

    public static IEnumerable<Person> All { get; } =
        [.. Sexes.SelectMany(sex => Ages.Select(age => new Person(sex, age)))];

    public static Person Any(Random random) => All.ElementAt(random.Next(All.Count()));
}
