using System.Collections.Immutable;
using Sbirt.Content.Claims;
using Sbirt.Content.Claims.Counting;
using Sbirt.Content.Medicines;
using Sbirt.Content.Medicines.Judging;

namespace Sbirt.Content.Evaluation;

/// <summary>Measures persons: what is in a span of months, for each month of it.</summary>
public sealed class PersonMeasuring
{
    private readonly CountedClaims counted;
    private readonly MedicineTable medicines;
    private readonly bool[] psychotropic;
    private readonly bool[] benzodiazepines;

    /// <param name="strengths">Null: those of the medicine table.</param>
    public PersonMeasuring(SignalPreset preset, MedicineLibrary library, EvaluationRules rules, MedicineStrengths? strengths = null)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(rules);
        counted = new CountedClaims(preset);
        medicines = new MedicineTable(library, strengths ?? MedicineStrengths.Of(library));
        psychotropic = medicines.Where(ingredient => rules.PsychotropicGroups.Contains(ingredient.Group));
        benzodiazepines = medicines.Where(ingredient => ingredient.Diazepam is not null);
    }

    public int ClaimsIn(PersonHistory person, int month)
    {
        ArgumentNullException.ThrowIfNull(person);
        return counted.In(person.Claims.AsSpan(), month);
    }

    /// <summary>Counted claims for a month of the span.</summary>
    public double ClaimsIn(PersonHistory person, MonthSpan span)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Claims.Count(claim => span.Contains(claim.Month) && counted.Counts(claim)) / (double)span.Count;
    }

    public int PsychotropicDaysIn(PersonHistory person, int month) => DaysIn(Supplies(person), MonthSpan.Of(month, month)!.Value);

    /// <summary>Every measure of <see cref="Measure"/> for a month of each span.</summary>
    public ImmutableArray<ImmutableArray<double>> Of(PersonHistory person, params IEnumerable<MonthSpan> spans)
    {
        ArgumentNullException.ThrowIfNull(person);
        var supplies = Supplies(person);
        return [.. spans.Select(span => Of(person, supplies, span))];
    }

    private ImmutableArray<double> Of(PersonHistory person, List<Exposure> supplies, MonthSpan span)
    {
        var claims = person.Claims.Where(claim => span.Contains(claim.Month)).ToList();
        var quantity = person.Dispensings.Where(given => span.Contains((given.Date.Year * 100) + given.Date.Month) && IsOfPharmacy(given)).Sum(given => (long)given.Supply);
        double[] sums =
        [
            quantity,
            claims.Where(claim => claim.Kind == ClaimKind.Dispensing).Sum(claim => (long)claim.Points),
            claims.Where(claim => !claim.IsInpatient && claim.Kind != ClaimKind.Dispensing).Select(claim => (claim.Month, claim.Institution)).Distinct().Count(),
            claims.Count(claim => counted.Counts(claim)),
            DaysIn(supplies, span),
            DiazepamIn(supplies, span, DiazepamTable.Least),
            DiazepamIn(supplies, span, DiazepamTable.Most),
        ];
        return [.. sums.Select(sum => sum / span.Count)];
    }

    // A medicine the institution itself handed out names it twice.
    private static bool IsOfPharmacy(in DispensingFact given) => given.Source != given.Pharmacy && given.Form is IntakeForm.Daily or IntakeForm.AsNeeded;

    private List<Exposure> Supplies(PersonHistory person) => Exposures.Of(
        PersonFacts.Of(person), fact => (uint)fact.Ingredient < (uint)psychotropic.Length && (psychotropic[fact.Ingredient] || benzodiazepines[fact.Ingredient]), medicines);

    private int DaysIn(List<Exposure> supplies, MonthSpan span) =>
        DayRange.DaysIn(supplies.Where(supply => psychotropic[supply.Drug.Ingredient]).Select(supply => supply.Certain.Meet(span.Days)));

    private static double DiazepamIn(List<Exposure> supplies, MonthSpan span, Func<DiazepamEquivalent, decimal?> table)
    {
        var sum = 0m;
        foreach (var supply in supplies)
        {
            var days = supply.Certain.Meet(span.Days);
            if (!days.IsEmpty && supply.Dose.Milligrams is { } milligrams && supply.Ingredient?.Diazepam is { } equivalent && table(equivalent) is { } equals)
            {
                sum += milligrams / equals * DiazepamEquivalent.DiazepamMilligrams * (days.To - days.From);
            }
        }

        return (double)sum;
    }
}
