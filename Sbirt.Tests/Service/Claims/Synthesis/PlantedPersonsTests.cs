using Sbirt.Content.Medicines;
using Sbirt.Service.Claims.Synthesis;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Claims.Synthesis;

/// <summary>The files hold what planted.csv says, and nobody else comes near: counted here again, in the slow and plain way.</summary>
public sealed class PlantedPersonsTests : IClassFixture<MadeUpFolder>
{
    private const string Focus = "202703";
    private readonly MadeUpFolder made;
    private readonly List<ReadClaim> claims;
    private readonly ILookup<string, ReadSupply> supplies;
    private readonly List<Row> rows;

    public PlantedPersonsTests(MadeUpFolder made)
    {
        this.made = made;
        claims = [.. MadeUpClaims.Once(MadeUpClaims.ClaimsIn(made.Path))];
        supplies = MadeUpSupplies.Of(claims).ToLookup(supply => supply.Person);
        rows = [.. File.ReadLines(Path.Combine(made.Path, "planted.csv")).Skip(1).Select(Row.Of)];
    }

    [Fact]
    public void Every_signal_is_planted_reached_approaching_and_none()
    {
        made.Report.Planted.ShouldBe(rows.Select(row => row.Person).Distinct().Count());
        rows.Count.ShouldBeGreaterThan(40);
        rows.ShouldAllBe(row => row.Month == "2027-03");
        foreach (var signal in (string[])["claims-per-month", "bz-overlap", "psychotropic-polypharmacy", "bz-continuous", "early-refill"])
        {
            rows.Where(row => row.Preset == "kyokai-osaka-20" && row.Signal == signal && row.Status != "excluded").Select(row => row.Status).Distinct()
                .ShouldBe(["reached", "approaching", "none"], ignoreOrder: true, customMessage: signal);
        }

        rows.ShouldContain(row => row.Status == "excluded" && row.Signal == "claims-per-month");
        rows.Where(row => row.Preset != "kyokai-osaka-20").Select(row => row.Signal).Distinct()
            .ShouldBe(["visits-one-institution", "institutions-same-disease", "same-drug-several-institutions", "many-drugs"], ignoreOrder: true);
    }

    [Fact]
    public void Claims_of_a_month_are_as_planted_and_nobody_else_has_more_than_eight()
    {
        foreach (var person in claims.Where(claim => !claim.IsStay).GroupBy(claim => (claim.Person, claim.Month)))
        {
            var count = person.Count();
            if (person.Key.Month == Focus && rows.Find(row => row.Signal == "claims-per-month" && row.Person == person.Key.Person) is { } row)
            {
                (count >= 20 ? "reached" : count >= 15 ? "approaching" : "none").ShouldBe(row.Status == "excluded" ? "none" : row.Status, row.Story);
                var stays = claims.Count(claim => claim.IsStay && claim.Person == row.Person && claim.Month == Focus);
                (row.Value ?? count).ShouldBe(row.Status == "excluded" ? count + stays : count, row.Story);
            }
            else
            {
                count.ShouldBeLessThanOrEqualTo(8, person.Key.Person);
            }
        }

        ShouldAllBeFound("claims-per-month", claims.Select(claim => claim.Person));
    }

    [Fact]
    public void Overlaps_between_prescribers_are_as_planted_and_nobody_else_has_any()
    {
        foreach (var person in supplies)
        {
            var days = person.Where(supply => Group(supply) is MedicineGroup.Anxiolytic or MedicineGroup.Hypnotic && !supply.IsAsNeeded)
                .GroupBy(Group)
                .Select(same => same.SelectMany(supply => Enumerable.Range(0, supply.Days).Select(day => (Day: supply.Date.AddDays(day), supply.Source))).Distinct()
                    .GroupBy(day => day.Day).Count(day => day.Count() > 1))
                .DefaultIfEmpty().Max();
            ShouldBe(days, "bz-overlap", person.Key, 14, 11, otherwise: 0);
        }

        ShouldAllBeFound("bz-overlap", supplies.Select(person => person.Key));
    }

    [Fact]
    public void Medicines_of_one_prescription_are_as_planted_and_nobody_else_has_more_than_two()
    {
        foreach (var person in supplies)
        {
            var most = person.GroupBy(supply => supply.Prescription).Max(MostOf);
            var inMonth = person.GroupBy(supply => supply.Date.ToString("yyyyMM", null)).Max(MostOf);
            var row = rows.Find(row => row.Signal == "psychotropic-polypharmacy" && row.Person == person.Key);
            if (row is null)
            {
                inMonth.ShouldBeLessThanOrEqualTo(2, person.Key);
            }
            else
            {
                (most >= 3 ? "reached" : inMonth >= 3 ? "approaching" : "none").ShouldBe(row.Status, row.Story);
                (row.Value ?? inMonth).ShouldBe(inMonth, row.Story);
            }
        }

        ShouldAllBeFound("psychotropic-polypharmacy", supplies.Select(person => person.Key));
    }

    [Fact]
    public void Months_at_one_dose_are_as_planted_and_nobody_else_has_more_than_five()
    {
        foreach (var person in supplies)
        {
            var months = person.Where(supply => MadeUpSupplies.Named(supply.Ingredient).IsBenzodiazepineAgonist)
                .GroupBy(supply => supply.Ingredient).Select(same => LongestCourse([.. same.OrderBy(supply => supply.Date)])).DefaultIfEmpty().Max();
            if (rows.Find(row => row.Signal == "bz-continuous" && row.Person == person.Key) is not { } row)
            {
                months.ShouldBeLessThanOrEqualTo(5, person.Key);
            }
            else if (row.Status != "none")
            {
                months.ShouldBe(row.Value!.Value, row.Story);
            }
        }

        ShouldAllBeFound("bz-continuous", supplies.Select(person => person.Key));
    }

    [Fact]
    public void Early_refills_are_as_planted_and_nobody_else_has_any()
    {
        const int Grace = 7;
        foreach (var person in supplies)
        {
            var early = person.GroupBy(supply => (supply.Ingredient, supply.Source)).Sum(same =>
            {
                var inOrder = same.OrderBy(supply => supply.Date).ToList();
                return inOrder.Zip(inOrder.Skip(1)).Count(two => two.First.Date < two.Second.Date && two.First.Date.AddDays(two.First.Days - Grace) > two.Second.Date);
            });
            ShouldBe(early, "early-refill", person.Key, 3, 2, otherwise: 0);
        }

        ShouldAllBeFound("early-refill", supplies.Select(person => person.Key));
    }

    [Fact]
    public void Persons_of_the_other_presets_have_their_visits_diseases_and_medicines()
    {
        ILookup<string, ReadClaim> inFocus = claims.Where(claim => claim.Month == Focus && !claim.IsStay).ToLookup(claim => claim.Person);

        foreach (var row in rows.Where(row => row.Preset != "kyokai-osaka-20" && row.Value is not null))
        {
            var counted = row.Signal switch
            {
                "visits-one-institution" => inFocus[row.Person].Max(claim => claim.Days),
                "institutions-same-disease" => inFocus[row.Person].SelectMany(claim => claim.Records.Where(record => record[0] == "SY").Select(record => (record[1], claim.Institution)))
                    .Distinct().GroupBy(disease => disease.Item1).Max(same => same.Count()),
                "same-drug-several-institutions" => inFocus[row.Person].Select(claim => claim.Prescriber).Where(prescriber => prescriber.Length > 0).Distinct().Count(),
                _ => inFocus[row.Person].SelectMany(claim => claim.Records).Where(record => record[0] == "IY").Select(record => record[2]).Distinct().Count(),
            };
            counted.ShouldBe(row.Value!.Value, row.Story);
        }
    }

    [Fact]
    public void Codes_of_medicines_are_those_of_the_medicine_table_or_none_of_it()
    {
        foreach (var medicine in MadeUpMedicine.All)
        {
            (MadeUpSupplies.IngredientOf(System.Text.Encoding.ASCII.GetString(medicine.Code))?.Id ?? "").ShouldBe(medicine.Ingredient);
        }
    }

    private static MedicineGroup Group(ReadSupply supply) => MadeUpSupplies.Named(supply.Ingredient).Group;

    /// <summary>Of one group, or tranquillisers and sleeping tablets together when they are four.</summary>
    private static int MostOf(IEnumerable<ReadSupply> taken)
    {
        var kinds = taken.Select(supply => supply.Ingredient).Distinct().GroupBy(id => MadeUpSupplies.Named(id).Group).ToDictionary(same => same.Key, same => same.Count());
        var both = kinds.GetValueOrDefault(MedicineGroup.Anxiolytic) + kinds.GetValueOrDefault(MedicineGroup.Hypnotic);
        return both >= 4 ? both : Math.Max(kinds.GetValueOrDefault(MedicineGroup.Anxiolytic), kinds.GetValueOrDefault(MedicineGroup.Hypnotic));
    }

    private static int LongestCourse(List<ReadSupply> inOrder)
    {
        const int Gap = 7;
        var (longest, begin) = (0, 0);
        for (var at = 1; at < inOrder.Count; at++)
        {
            var (last, next) = (inOrder[at - 1], inOrder[at]);
            if (next.Amount != last.Amount || next.Date > last.Date.AddDays(last.Days + Gap))
            {
                begin = at;
            }

            var months = ((next.Date.Year - inOrder[begin].Date.Year) * 12) + next.Date.Month - inOrder[begin].Date.Month;
            longest = Math.Max(longest, months);
        }

        return longest;
    }

    private void ShouldBe(int value, string signal, string person, int reached, int approaching, int otherwise)
    {
        if (rows.Find(row => row.Signal == signal && row.Person == person) is not { } row)
        {
            value.ShouldBe(otherwise, person);
            return;
        }

        (value >= reached ? "reached" : value >= approaching ? "approaching" : "none").ShouldBe(row.Status == "excluded" ? "none" : row.Status, row.Story);
        (row.Value ?? value).ShouldBe(value, row.Story);
    }

    private void ShouldAllBeFound(string signal, IEnumerable<string> persons)
    {
        var found = persons.ToHashSet();
        rows.Where(row => row.Signal == signal).ShouldAllBe(row => found.Contains(row.Person));
    }

    private sealed record Row(string Story, string Person, string Preset, string Signal, string Month, string Status, int? Value)
    {
        public static Row Of(string line)
        {
            var fields = line.Split(',');
            var who = fields[1].Length > 0 ? $"{fields[1]}/{fields[2]}/{fields[3]}" : $"{fields[5]}/{fields[6]}";
            return new Row(
                fields[0],
                string.Join('/', who, fields[7].Replace("-", "", StringComparison.Ordinal), fields[8] == "male" ? "1" : "2", fields[9]),
                fields[10],
                fields[11],
                fields[12],
                fields[13],
                fields[14].Length > 0 ? int.Parse(fields[14], null) : null);
        }
    }
}
