using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Facts;

namespace Sbirt.Service.Claims.Ndjson;

/// <summary>
/// Brings what resources tell of one patient to what a billing file would: the last state of each resource, one claim for
/// each institution, kind and month, and each medicine once, with what its order adds.
/// </summary>
/// <param name="institutions">Ten digits of institutions by the code of what refers to them.</param>
internal sealed class PatientClaims(IReadOnlyDictionary<ShortCode, ShortCode> institutions, FactRun run)
{
    private readonly HashSet<ulong> replaced = [];
    private readonly Dictionary<ulong, OrderRow> orders = [];
    private readonly Dictionary<ClaimPlace, ClaimPlace> joined = [];

    public ResourceCounts Counts { get; private set; }

    public void Add(in ClaimPerson person, PatientRows rows)
    {
        Order(rows.Orders);
        AddClaims(person, rows);
        foreach (var disease in rows.Diseases)
        {
            if (joined.TryGetValue(disease.Head.Place, out var claim))
            {
                run.Add(person, new ClaimFact { Place = claim }, disease.Fact with { Institution = InstitutionOf(disease.Fact.Institution) });
            }
        }

        AddMedicines(person, rows.Handed);
    }

    private void Order(List<OrderRow> told)
    {
        orders.Clear();
        foreach (var order in told)
        {
            if (!orders.TryGetValue(order.Key, out var other) || IsLater(order.Updated, order.Head.Place, other.Updated, other.Head.Place))
            {
                orders[order.Key] = order;
            }
        }
    }

    private void AddClaims(in ClaimPerson person, PatientRows rows)
    {
        replaced.Clear();
        joined.Clear();
        foreach (var row in rows.Replaced)
        {
            if (row.Key != row.Replaces)
            {
                replaced.Add(row.Replaces);
            }
        }

        var last = Last(rows.Billed, row => (row.Key, row.Updated, row.Head.Place)).FindAll(row => !replaced.Contains(row.Key));
        Counts += new ResourceCounts { Replaced = rows.Billed.Count - last.Count };
        foreach (var same in last.Select(Resolved).GroupBy(row => (row.Fact.Month, row.Fact.Kind, row.Fact.IsInpatient, row.Fact.Institution, row.Fact.Prescriber)))
        {
            var all = same.OrderBy(row => row.Head.Place).ToList();
            var fact = all[0].Fact with { Days = all.Sum(row => row.Fact.Days), Signs = all.Aggregate(ClaimSigns.None, (signs, row) => signs | row.Fact.Signs) };
            run.Add(person, fact, all.Max(row => row.Billed));
            all.ForEach(row => joined.Add(row.Head.Place, fact.Place));
            Counts += new ResourceCounts { Joined = all.Count - 1 };
        }
    }

    private BilledRow Resolved(BilledRow row) => row with
    {
        Fact = row.Fact with
        {
            Institution = InstitutionOf(row.Fact.Institution),
            Prescriber = row.Fact.Kind == ClaimKind.Dispensing && orders.TryGetValue(row.Order, out var order) ? InstitutionOf(order.Source) : ShortCode.None,
        },
    };

    // What a claim bills and a dispense tells of one medicine and one day is one handing out, and the dispense tells more.
    private void AddMedicines(in ClaimPerson person, List<HandedRow> rows)
    {
        var told = Last(rows.FindAll(row => row.Key != 0), row => (row.Key, row.Updated, row.Head.Place));
        var days = told.Select(DayOf).ToHashSet();
        var items = rows.FindAll(row => row.Key == 0 && joined.ContainsKey(row.Head.Place) && !days.Contains(DayOf(row)));
        Counts += new ResourceCounts { Twice = rows.Count - told.Count - items.Count };
        foreach (var row in told)
        {
            run.Add(person, new ClaimFact { Place = row.Head.Place }, Completed(row));
        }

        foreach (var row in items)
        {
            run.Add(person, new ClaimFact { Place = joined[row.Head.Place] }, Completed(row));
        }
    }

    private DispensingFact Completed(in HandedRow row)
    {
        var fact = row.Fact with { Pharmacy = InstitutionOf(row.Fact.Pharmacy), Source = InstitutionOf(row.Fact.Source) };
        if (!orders.TryGetValue(row.Order, out var order))
        {
            return fact;
        }

        var lacksDays = fact is { Supply: 0, Form: IntakeForm.Unknown };
        return fact with
        {
            Source = fact.Source.IsNone ? InstitutionOf(order.Source) : fact.Source,
            Supply = lacksDays ? order.Days : fact.Supply,
            Form = lacksDays || order.Form == IntakeForm.AsNeeded ? order.Form : fact.Form,
            DailyAmount = fact.DailyAmount == 0 ? order.DailyAmount : fact.DailyAmount,
            Prescription = order.Group != 0 ? order.Group : fact.Prescription,
        };
    }

    private ShortCode InstitutionOf(ShortCode told) => institutions.GetValueOrDefault(told, told);

    private static (int Ingredient, ShortCode Medicine, DateOnly Date) DayOf(HandedRow row) =>
        (row.Fact.Ingredient, row.Fact.Ingredient >= 0 ? ShortCode.None : row.Fact.Medicine, row.Fact.Date);

    /// <summary>Of each resource its last state, in the order of places.</summary>
    private static List<T> Last<T>(List<T> rows, Func<T, (ulong Key, long Updated, ClaimPlace Place)> of) =>
    [
        .. rows.GroupBy(row => of(row).Key)
            .Select(states => states.Aggregate((one, other) => IsLater(of(other).Updated, of(other).Place, of(one).Updated, of(one).Place) ? other : one))
            .OrderBy(row => of(row).Place),
    ];

    private static bool IsLater(long updated, ClaimPlace place, long otherUpdated, ClaimPlace otherPlace) =>
        updated != otherUpdated ? updated > otherUpdated : place > otherPlace;
}

/// <summary>The rows of one patient.</summary>
internal sealed record PatientRows(
    List<IdentityRow> Identities, List<BilledRow> Billed, List<ReplacedRow> Replaced, List<BilledDiseaseRow> Diseases, List<HandedRow> Handed, List<OrderRow> Orders)
{
    public PatientRows()
        : this([], [], [], [], [], [])
    {
    }
}
