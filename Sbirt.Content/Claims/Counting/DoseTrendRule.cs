using Sbirt.Content.Languages;
using Sbirt.Content.Medicines;
using Sbirt.Content.Medicines.Judging;

namespace Sbirt.Content.Claims.Counting;

/// <summary>
/// The daily amount of a month as diazepam, held against the mean of the months before: a rise that every table shows.
/// It is a trend; a payer that uses it sets the percentage itself. Medicines as needed have no daily amount and stay out.
/// </summary>
internal sealed class DoseTrendRule(SignalDefinition definition, MedicineTable medicines) : SignalRule(definition)
{
    private const int Percent = 100;
    private const int LeastSupplies = 2;

    // A third of a milligram is no decimal number: 99.9999999 percent is 100.
    private const int Digits = 6;

    private readonly Looked looked = Looked.Benzodiazepines(medicines, definition.Groups);

    public override int MonthsShown => Definition.WindowMonths + 1;

    public override bool MayHold(in PersonSpans person, int from, int to) => looked.Among(person, LeastSupplies, severalSources: false);

    public override bool Looks(in DispensingFact dispensing) => dispensing.Form == IntakeForm.Daily && looked.At(in dispensing);

    public override SignalCount?[] Count(PersonFacts facts, int from, int to)
    {
        var supplies = Exposures.Of(facts, fact => Looks(fact), looked.Medicines);
        return [.. Enumerable.Range(from, to - from + 1).Select(month => CountIn(month, supplies))];
    }

    private SignalCount? CountIn(int month, List<Exposure> all)
    {
        var supplies = all.FindAll(supply => Months.NumberOf(supply.Latest) <= month);
        var now = new DayRange(Months.FirstDay(month).DayNumber, Months.FirstDay(month + 1).DayNumber);
        var earlier = Enumerable.Range(month - Definition.WindowMonths, Definition.WindowMonths)
            .Select(each => new DayRange(Months.FirstDay(each).DayNumber, Months.FirstDay(each + 1).DayNumber)).ToArray();
        var before = new DayRange(earlier[0].From, now.From);
        if (Array.Exists(earlier, each => MeanOf(supplies, each, DiazepamTable.Least) is not > 0))
        {
            return null;
        }

        // The days of one supply are as many as they are in a month: that is its calendar and no trend.
        var compared = supplies.FindAll(supply => !supply.Certain.Meet(new DayRange(before.From, now.To)).IsEmpty);
        if (compared.Count < LeastSupplies)
        {
            return null;
        }

        var rise = Math.Min(Rise(supplies, before, now, DiazepamTable.Least), Rise(supplies, before, now, DiazepamTable.Most));
        if (StatusOf(rise) is not { } status)
        {
            return null;
        }

        var notTold = compared.FindAll(supply => supply.Dose.Milligrams is null || supply.Ingredient!.Diazepam is null);
        return new SignalCount(
            status,
            rise,
            LimitOf(status),
            looked.EvidenceOfAll(compared),
            Words(
                rise,
                LimitOf(status),
                ("medicines", looked.NamesOf(compared.Select(supply => supply.Drug))),
                ("now", Range(compared, now)),
                ("before", Range(compared, before)),
                ("months", Values.Number(Definition.WindowMonths)),
                ("inada", Table(compared, before, now, DiazepamTable.Inada)),
                ("ashton", Table(compared, before, now, DiazepamTable.Ashton))),
            notTold.Count > 0 ? new ClaimExclusion(SignalExclusions.DoseNotTold, notTold.Sum(supply => supply.Facts.Length)) : null);
    }

    /// <summary>Whole percent by which the mean of a day rose, rounded down.</summary>
    private static int Rise(List<Exposure> supplies, DayRange before, DayRange now, Func<DiazepamEquivalent, decimal?> table) =>
        MeanOf(supplies, before, table) is > 0 and var earlier
            ? (int)Math.Clamp(decimal.Floor(Math.Round(((MeanOf(supplies, now, table) ?? 0) - earlier) / earlier * Percent, Digits)), -Percent, int.MaxValue / 2)
            : -Percent;

    /// <summary>Milligrams of diazepam for a day of the range; null: nothing in it can be reckoned by the table.</summary>
    private static decimal? MeanOf(List<Exposure> supplies, DayRange range, Func<DiazepamEquivalent, decimal?> table)
    {
        decimal? sum = null;
        foreach (var supply in supplies)
        {
            var days = supply.Certain.Meet(range);
            if (!days.IsEmpty && supply.Dose.Milligrams is { } milligrams && supply.Ingredient!.Diazepam is { } equivalent && table(equivalent) is { } equals)
            {
                sum = (sum ?? 0) + (milligrams / equals * DiazepamEquivalent.DiazepamMilligrams * (days.To - days.From));
            }
        }

        return sum / (range.To - range.From);
    }

    private static Localized Range(List<Exposure> supplies, DayRange range) => Values.Same(new DailyAmount(
        Math.Round(MeanOf(supplies, range, DiazepamTable.Least) ?? 0, 1),
        Math.Round(MeanOf(supplies, range, DiazepamTable.Most) ?? 0, 1)).Text());

    /// <summary>By one table alone; a medicine that is not in it makes any sum by it a guess.</summary>
    private static Localized Table(List<Exposure> supplies, DayRange before, DayRange now, Func<DiazepamEquivalent, decimal?> table) =>
        supplies.TrueForAll(supply => supply.Ingredient!.Diazepam is { } equivalent && table(equivalent) is not null)
        && MeanOf(supplies, before, table) is { } earlier && MeanOf(supplies, now, table) is { } amount
            ? Values.Same($"{Figure.Text(Math.Round(earlier, 1))} → {Figure.Text(Math.Round(amount, 1))} mg")
            : new Localized("値のない薬があり合計できません", "no sum: a medicine is not in it");
}
