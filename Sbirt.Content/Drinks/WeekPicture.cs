using System.Collections.Immutable;
using System.Globalization;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Drinks;

/// <summary>
/// One week against the guide, in grams and in the person's own cans and 合: as lines of text with a bar,
/// and as a small drawing for the page. The amounts are ready to read in the picture's language.
/// </summary>
/// <param name="Guide">Grams a week from which the risk rises; 0 where not drinking is advised.</param>
/// <param name="SexTold">False: the lower guide was taken, and the picture says so.</param>
public sealed record WeekPicture(
    Language Language,
    WeekEstimate Week,
    Grams GuideGrams,
    string Grams,
    string Go,
    string Cans,
    string Glasses,
    string Guide,
    bool SexTold)
{
    private const int Cells = 20;

    /// <summary>What the picture says, line by line; the second line is the bar.</summary>
    public ImmutableArray<string> Lines => [Amount, Bar, Measures, GuideLine];

    /// <summary>The week in grams.</summary>
    public string Amount => Language == Language.En
        ? $"A week, estimated from the answers: {Grams} g of pure alcohol"
        : $"1週間(お答えからの推計)：純アルコール 約{Grams}g";

    /// <summary>The same in what people count in.</summary>
    public string Measures => Language == Language.En
        ? $"That is about {Cans} cans of beer (350 ml, 5%), {Glasses} glasses of wine (120 ml, 12%), or {Go} go of sake"
        : $"ビール350ml缶なら約{Cans}本、ワインなら約{Glasses}杯(1杯120ml)、日本酒なら約{Go}合";

    /// <summary>What the week is held against.</summary>
    public string GuideLine => (Language, GuideGrams.Value) switch
    {
        (Language.En, 0) => "Guide: 0 g (under 20, pregnant or breast-feeding)",
        (_, 0) => "目安：0g(20歳未満の方、妊娠中や授乳中の方)",
        (Language.En, _) => $"Risk of illness rises from about {Guide} g a week{(SexTold ? string.Empty : " (the lower of the two guides, for women; for men the figure is higher)")}",
        _ => $"体への負担が増える目安：週に約{Guide}gから{(SexTold ? string.Empty : "(男女で低いほうの値)")}",
    };

    /// <summary>The week as a bar of text: filled up to the least, half-filled up to the most, a mark at the guide.</summary>
    public string Bar
    {
        get
        {
            var full = Cell(Week.Least.Value);
            var most = Week.Most is { } upper ? Math.Max(Cell(upper.Value), 1) : Cells;
            var guide = Cell(GuideGrams.Value);
            var bar = string.Concat(Enumerable.Range(0, Cells)
                .Select(cell => (cell == guide ? "|" : string.Empty) + (cell < full ? '█' : cell < most ? '▒' : '░')));
            return guide >= Cells ? bar + "|" : bar;
        }
    }

    /// <summary>Grams at the right end of the drawing.</summary>
    internal decimal Scale => Math.Max(Math.Max(Week.Most?.Value ?? (Week.Least.Value * 1.25m), GuideGrams.Value) * 1.1m, 70m);

    private int Cell(decimal grams) =>
        (int)Math.Round(Math.Min(grams / Scale, 1) * Cells, MidpointRounding.AwayFromZero);

    /// <summary>A bar for the printed page; numbers only, no text from outside.</summary>
    internal string Svg
    {
        get
        {
            var least = X(Week.Least.Value);
            var most = Week.Most is { } upper ? X(upper.Value) : 600;
            var guide = X(GuideGrams.Value);
            return string.Create(CultureInfo.InvariantCulture, $"""
                <svg viewBox="0 0 600 34" role="img" aria-hidden="true"><rect x="0" y="8" width="600" height="18" rx="4" fill="#e9edf0"/><rect x="0" y="8" width="{most}" height="18" rx="4" fill="#a9c6d8"/><rect x="0" y="8" width="{least}" height="18" rx="4" fill="#3d7ea6"/><rect x="{Math.Clamp(guide - 1, 0, 597)}" y="0" width="3" height="34" fill="#8a5a00"/></svg>
                """);
        }
    }

    private int X(decimal grams) => (int)Math.Round(Math.Min(grams / Scale, 1) * 600, MidpointRounding.AwayFromZero);
}
