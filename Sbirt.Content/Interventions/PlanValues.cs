using System.Collections.Immutable;
using System.Globalization;
using Sbirt.Content.Drinks;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Interventions;

/// <summary>The facts of one request under the names that texts may use.</summary>
internal sealed class PlanValues
{
    private readonly ImmutableDictionary<string, string> values;
    private readonly ImmutableHashSet<string> conditions;

    public PlanValues(PlanRequest request, InterventionLibrary library, WeekPicture? week, int firstFollowUpDays)
    {
        Readiness = library.Readiness.Of(request.Readiness);
        var score = ScoreOf(request);
        var crisis = NotBlank(request.Contacts?.Crisis);
        var clinic = NotBlank(request.Contacts?.Clinic);
        var importance = Ruler(request.Readiness?.Importance);
        var confidence = Ruler(request.Readiness?.Confidence);
        conditions = [.. Conditions(request.Person, library.Drinks.LegalDrinkingAge)
            .Concat([
                ("scored", score?.IsComplete == true),
                ("incomplete", score?.IsComplete == false),
                ("banded", score?.IsComplete == true && request.Finding?.Band is not null && request.PackTitle is not null),
                ("importanceAsked", importance is not null),
                ("importanceAboveZero", importance > 0),
                ("confidenceAsked", confidence is not null),
                ("confidenceAboveZero", confidence > 0),
                ("readinessNotAsked", Readiness == ReadinessBand.NotAsked),
                ("notReady", Readiness == ReadinessBand.NotReady),
                ("unsure", Readiness == ReadinessBand.Unsure),
                ("ready", Readiness == ReadinessBand.Ready),
                ("week", week is not null),
                ("crisisContactKnown", crisis is not null),
                ("clinicContactKnown", clinic is not null),
            ])
            .Where(fact => fact.Item2)
            .Select(fact => fact.Item1)];
        var language = request.Language;
        values = ImmutableDictionary<string, string>.Empty.AddRange(new Dictionary<string, string>
        {
            ["instrument"] = Spoken(request.Scored?.Instrument.Title.In(language)),
            ["score"] = ScoreText(score, language),
            ["band"] = request.Finding?.Band?.Label.In(language) ?? string.Empty,
            ["cutOff"] = CutOffText(request.Finding?.Band, language),
            ["pack"] = request.PackTitle?.In(language) ?? string.Empty,
            ["packName"] = Spoken(request.PackTitle?.In(language)),
            ["importance"] = Text(importance),
            ["confidence"] = Text(confidence),
            ["weekGrams"] = week?.Grams ?? string.Empty,
            ["weekGo"] = week?.Go ?? string.Empty,
            ["weekCans"] = week?.Cans ?? string.Empty,
            ["weekGlasses"] = week?.Glasses ?? string.Empty,
            ["guideGrams"] = week?.Guide ?? string.Empty,
            ["followUpDate"] = DateText(request.Today.AddDays(firstFollowUpDays), language),
            ["followUpDays"] = firstFollowUpDays.ToString(CultureInfo.InvariantCulture),
            ["crisisContact"] = crisis ?? NotConfigured.In(language),
            ["clinicContact"] = clinic ?? NotConfigured.In(language),
        });
    }

    /// <summary>How ready the person said to be.</summary>
    public ReadinessBand Readiness { get; }

    // Shown in place of a number that nobody configured; a made-up one could cost a life.
    private static Localized NotConfigured { get; } = new("(医療機関が登録した連絡先)", "(the clinic's configured contact)");

    /// <summary>Whether a step or entry applies; one without condition always does.</summary>
    public bool Holds(string? when) => when is null || conditions.Contains(when);

    /// <summary>Everything a template may ask for, values made safe for where they go.</summary>
    public IReadOnlyDictionary<string, object> EscapedBy(Func<string, string> escape)
    {
        var all = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var name in Handouts.Vocabulary.Conditions)
        {
            all[name] = conditions.Contains(name);
        }

        foreach (var (name, value) in values)
        {
            all[name] = escape(value);
        }

        return all;
    }

    private static IEnumerable<(string, bool)> Conditions(Person person, int legalAge) =>
    [
        ("pregnant", person.Pregnant == true),
        ("under20", person.AgeYears < legalAge),
        ("driving", person.Driving == true),
        ("withdrawalHistory", person.WithdrawalHistory == true),
        ("sedatives", person.TakesSedatives == true),
    ];

    private static ScaleScore? ScoreOf(PlanRequest request)
    {
        if (request.Scored is not { } scored)
        {
            return null;
        }

        var scale = request.Finding?.Set?.ScaleId;
        return scored.Scales.FirstOrDefault(score => score.Scale.Id == scale) ?? scored.Main;
    }

    // In speech the short name is used: "AUDIT", not its long title in brackets.
    private static string Spoken(string? title)
    {
        var bracket = title.AsSpan().IndexOfAny('(', '（', ':');
        return bracket > 0 ? title![..bracket].TrimEnd() : title ?? string.Empty;
    }

    private static string ScoreText(ScaleScore? score, Language language) => score switch
    {
        null => string.Empty,
        { Value: { } value } => Text(value),
        _ when language == Language.En => $"between {Text(score.Lower)} and {Text(score.Upper)}",
        _ => $"{Text(score.Lower)}点から{Text(score.Upper)}点",
    };

    private static string CutOffText(Thresholds.Band? band, Language language) => band switch
    {
        null => string.Empty,
        _ when band.From == band.To => Text(band.From),
        _ when language == Language.En => $"{Text(band.From)} to {Text(band.To)}",
        _ => $"{Text(band.From)}〜{Text(band.To)}",
    };

    private static string DateText(DateOnly date, Language language) => language == Language.En
        ? date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        : date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private static int? Ruler(int? number) => number is >= 0 and <= 10 ? number : null;

    private static string Text(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
