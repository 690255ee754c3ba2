using System.Text.Json;
using Sbirt.Content.Instruments;

namespace Sbirt.FhirAdapter.Prefetch;

/// <summary>The drinking questions of a health check that came as Observations (JP eCheckup), one sheet for each day.</summary>
public static class HealthChecks
{
    public static IEnumerable<(DateOnly Day, AnswerSheet Sheet)> In(IEnumerable<JsonElement> observations, Instrument instrument) =>
        observations
            .Select(each => (Day: ScreeningRecord.DayOf(each), Answer: AnswerOf(each, instrument)))
            .Where(each => each is { Day: not null, Answer: not null })
            .GroupBy(each => each.Day!.Value, each => each.Answer!)
            .OrderBy(day => day.Key)
            .Select(day => (day.Key, new AnswerSheet(instrument.Id, [.. day], [])));

    private static GivenAnswer? AnswerOf(JsonElement observation, Instrument instrument)
    {
        var item = instrument.Items.FirstOrDefault(each => RecordCodes.In(observation, "code")
            .Any(coding => each.Codes.Any(code => code.System == coding.System && code.Value == coding.Code)));
        if (item is null)
        {
            return null;
        }

        // Answers of the form before 2024 carry another code system and are not converted: no answer, no estimate.
        foreach (var (system, code) in RecordCodes.In(observation, "valueCodeableConcept"))
        {
            if (item.Options.Any(option => option.Codes.Any(each => each.System == system && each.Value == code)))
            {
                return new GivenAnswer(item.LinkId, new AnswerValue.Coded(system, code, null), "Observation.value", []);
            }
        }

        return null;
    }
}
