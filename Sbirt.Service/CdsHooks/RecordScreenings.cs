using System.Collections.Immutable;
using Sbirt.Content;
using Sbirt.Content.Cards;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.Content.Thresholds;
using Sbirt.FhirAdapter.Prefetch;
using Sbirt.FhirAdapter.Reading;
using Sbirt.FhirAdapter.Writing;
using Sbirt.Service.Screening;

namespace Sbirt.Service.CdsHooks;

/// <summary>
/// The screenings in a patient's record, judged by the pack in use: answer sheets with all their answers, totals that
/// somebody else computed, and the two drinking questions of a health check.
/// </summary>
internal sealed class RecordScreenings(Assessor assessor, PatientRecord record, ScreeningRecord facts, Person person, string? pack, DateOnly today)
{
    private const string HealthCheck = "health-check-drinking";

    public ImmutableArray<PastScreening> All() => [.. Sheets(), .. Totals(), .. Checks()];

    /// <summary>The instrument of the health check's drinking questions.</summary>
    internal static Instrument CheckOf(InstrumentLibrary instruments) => instruments.Find(HealthCheck)!;

    // A sheet of another form, or one that cannot be scored, is no screening; it is then asked for again.
    private IEnumerable<PastScreening> Sheets()
    {
        foreach (var entry in record.All("QuestionnaireResponse"))
        {
            var response = entry.Resource;
            var parameters = new AssessParameters(response, "QuestionnaireResponse", record.All("Patient").FirstOrDefault()?.Resource, Pack: pack, Told: new Person(Pregnant: person.Pregnant));
            var request = new AssessmentRequest(parameters, null, today);
            if (assessor.Judge(request) is not Reading<ImmutableArray<JudgedSheet>>.Ok { Value: var sheets })
            {
                continue;
            }

            foreach (var sheet in sheets)
            {
                // A sheet without a day is shown as today's, but nobody can tell when the questions were last asked.
                var day = ScreeningRecord.DayOfSheet(response);
                var past = Past(request, sheet, day ?? today, sheet.Scored.Instrument.Id == HealthCheck);
                yield return day is null ? past with { IsComplete = false } : past;
            }
        }
    }

    private IEnumerable<PastScreening> Totals()
    {
        foreach (var result in facts.Results)
        {
            if (ScreeningTotals.Of(result, assessor.Content.Instruments) is { } total && ScreeningRecord.DayOf(result.Resource) is { } day)
            {
                yield return Past(total, day);
            }
        }
    }

    private IEnumerable<PastScreening> Checks()
    {
        var instrument = CheckOf(assessor.Content.Instruments);
        foreach (var (day, sheet) in HealthChecks.In(facts.Results, instrument))
        {
            if (Scoring.Score(instrument, sheet, person) is Reading<Scored>.Ok { Value: var scored })
            {
                yield return Past(scored, day) with { IsHealthCheck = true };
            }
        }
    }

    private PastScreening Past(Scored scored, DateOnly day)
    {
        var thresholds = assessor.Content.Thresholds;
        var used = thresholds.Find(pack ?? assessor.DefaultPack)!;
        var response = new ReadResponse([], scored.Instrument.Canonical, false, null, null, null, null, ResponseStatus.Completed, null, null, person.Pregnant, []);
        var judgement = Judging.Judge(thresholds, used.Id, scored, person);
        var request = new AssessmentRequest(new AssessParameters(default, "Observation", Pack: pack), null, today);
        return Past(request, new JudgedSheet(response, scored, judgement, person, used, Language.Ja), day, isHealthCheck: false);
    }

    private PastScreening Past(AssessmentRequest request, JudgedSheet sheet, DateOnly day, bool isHealthCheck)
    {
        AssessmentParts? composed = null;
        var leading = sheet.Judgement.Leading;
        return new PastScreening(
            sheet.Scored.Instrument.Id,
            sheet.Scored.Instrument.Topic,
            day,
            leading?.Seriousness ?? Seriousness.None,
            TitleOf(sheet.Scored),
            leading is null ? new Localized("この国での目安がありません", "no cut-off is known here") : MeaningOf(leading),
            sheet.Scored.Main.IsComplete,
            sheet.Judgement.HandOver,
            isHealthCheck,
            language => PartsIn(language).Plan,
            language => PartsIn(language).Suggestions);

        // Talk and places come of one composition, and only when a card is about this screening.
        AssessmentParts PartsIn(Language language) => composed is { } parts && parts.Language == language
            ? parts
            : composed = assessor.Compose(request, sheet with { Language = language });
    }

    /// <summary>e.g. <c>AUDIT 14点</c>; without all answers the bounds.</summary>
    private static Localized TitleOf(Scored scored)
    {
        var (name, main) = (scored.Instrument.Title, scored.Main);
        var (ja, en) = (Short(name.Ja), Short(name.En));
        if (main.Value is not { } value)
        {
            var bounds = $"{Figure.Text(main.Lower)}〜{Figure.Text(main.Upper)}";
            return new Localized($"{ja} 未完了({bounds})", $"{en} incomplete ({bounds})");
        }

        var unit = main.Scale.Unit == "g/d" ? ("g/日", " g/day") : ("点", "");
        return new Localized($"{ja} {Figure.Text(value)}{unit.Item1}", $"{en} {Figure.Text(value)}{unit.Item2}");
    }

    private static Localized MeaningOf(Finding finding) => finding.Band is { } band
        ? new Localized($"{finding.Title.Ja} {band.Span}", $"{finding.Title.En} {band.Span}")
        : finding.Title;

    // The name without what stands in brackets behind it.
    private static string Short(string title) => title.Split('(', '(')[0].Trim();
}
