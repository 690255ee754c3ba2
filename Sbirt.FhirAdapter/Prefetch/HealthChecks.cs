using System.Text.Json;
using Sbirt.Content.Instruments;

namespace Sbirt.FhirAdapter.Prefetch;

/// <summary>The drinking questions of a health check that came as Observations (JP eCheckup), one sheet for each day.</summary>
public static class HealthChecks
{
    public static IEnumerable<(DateOnly Day, AnswerSheet Sheet)> In(IEnumerable<JsonElement> observations, Instrument instrument) =>
        observations
            .Select(each => (Resource: each, Answer: AnswerOf(each, instrument)))
            .Where(each => each.Answer is not null)
            .Select(each => (Day: ScreeningRecord.DayOf(each.Resource), each.Answer))
            .Where(each => each.Day is not null)
            .GroupBy(each => each.Day!.Value, each => each.Answer!)
            .OrderBy(day => day.Key)
            .Select(day => (day.Key, new AnswerSheet(instrument.Id, [.. day], [])));

    private static GivenAnswer? AnswerOf(JsonElement observation, Instrument instrument)
    {
        if (ItemOf(observation, instrument) is not { } item)
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

    private static Item? ItemOf(JsonElement observation, Instrument instrument)
    {
        foreach (var (system, value) in RecordCodes.In(observation, "code"))
        {
            foreach (var item in instrument.Items)
            {
                foreach (var code in item.Codes)
                {
                    if (code.System == system && code.Value == value)
                    {
                        return item;
                    }
                }
            }
        }

        return null;
    }
}
