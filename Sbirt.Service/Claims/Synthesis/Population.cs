using System.Collections.Immutable;

namespace Sbirt.Service.Claims.Synthesis;

/// <summary>Who lives where: households of a district, drawn again whenever they are asked for, and the planted persons.</summary>
internal sealed class Population
{
    private const int PlantedHousehold = 40_000;
    private const int Planting = 7_919;
    private readonly SynthesisOrder order;

    public Population(SynthesisOrder order)
    {
        this.order = order;
        Stories = [.. PlantedStories.All.Where(story => story.FromMonths <= order.Months)];
        Planted = [.. Stories.Select((_, number) => PlantedPerson(number))];
    }

    /// <summary>The stories that the months asked for have room for.</summary>
    public ImmutableArray<Planted> Stories { get; }

    /// <summary>The person of each story.</summary>
    public ImmutableArray<Person> Planted { get; }

    /// <summary>All members of a district, the planted first, then household by household.</summary>
    public IEnumerable<Person> Of(int district)
    {
        var left = order.MembersOf(district);
        foreach (var person in Planted.Where(person => person.District == district))
        {
            left--;
            yield return person;
        }

        for (var household = 0; left > 0; household++)
        {
            var dice = new Dice(Dice.Mix(Dice.Mix(order.Seed, (ulong)district), (ulong)household));
            var size = Math.Min(left, 1 + dice.Roll(4));
            var first = Head(district, household, ref dice);
            yield return first;
            var before = first;
            for (var branch = 1; branch < size; branch++)
            {
                before = Relative(first, before, branch, ref dice);
                yield return before;
            }

            left -= size;
        }
    }

    private static Payer DrawPayer(ref Dice dice) => dice.Roll(1000) switch
    {
        < 820 => Payer.Association,
        < 890 => Payer.Company,
        < 960 => Payer.Municipal,
        < 985 => Payer.PublicAssistance,
        _ => Payer.AssociationAndPsychiatricCare,
    };

    private static Person Named(Person person, int family, ref Dice dice) =>
        person with { Name = MadeUpNames.Of(family, person.Sex, dice.Roll(MadeUpNames.Given)) };

    private Person Head(int district, int household, ref Dice dice)
    {
        var payer = DrawPayer(ref dice);
        var person = new Person(Lot(district, household, 0), district, household, 0, Birth(22 + dice.Roll(50), ref dice), 1 + dice.Roll(2), 0, payer, -1);
        return Named(person, dice.Roll(MadeUpNames.Families), ref dice);
    }

    /// <summary>The second of a household is an adult, the others are children; now and then two are twins.</summary>
    private Person Relative(Person first, Person before, int branch, ref Dice dice)
    {
        var age = branch == 1 ? Math.Clamp(first.AgeIn(order.FirstMonth) + dice.Roll(9) - 4, 20, 72) : dice.Roll(19);
        var person = first with { Lot = Lot(first.District, first.Household, branch), Branch = branch, Birth = Birth(age, ref dice), Sex = 1 + dice.Roll(2) };
        var family = first.Name / MadeUpNames.Given;
        if (branch < 3 || !dice.IsOneOf(30))
        {
            return Named(person, family, ref dice);
        }

        var given = (before.Name + 1) % MadeUpNames.Given;
        return person with { Birth = before.Birth, Sex = before.Sex, Name = MadeUpNames.Of(family, before.Sex, given) };
    }

    private ulong Lot(int district, int household, int branch) =>
        Dice.Mix(Dice.Mix(order.Seed, ((ulong)district << 32) | (uint)household), (ulong)branch + 1);

    private int Birth(int age, ref Dice dice) => (((((order.FirstMonth / 100) - age) * 100) + 1 + dice.Roll(12)) * 100) + 1 + dice.Roll(28);

    private Person PlantedPerson(int number)
    {
        var isSecondTwin = number > 0 && Stories[number - 1].IsFirstTwin;
        var household = PlantedHousehold + number - (isSecondTwin ? 1 : 0);
        var dice = new Dice(Dice.Mix(order.Seed, (ulong)(Planting + household)));
        var district = (household - PlantedHousehold) % order.DistrictsWithPlanted;
        var person = new Person(Lot(district, household, 0), district, household, 0, Birth(30 + dice.Roll(40), ref dice), 1 + dice.Roll(2), 0, Stories[number].Payer, number);
        var given = dice.Roll(MadeUpNames.Given) + (isSecondTwin ? 1 : 0);
        var isTwin = isSecondTwin || Stories[number].IsFirstTwin;
        return person with { Name = MadeUpNames.Of(0, person.Sex, given), Branch = isTwin ? isSecondTwin ? 3 : 2 : 0 };
    }
}
