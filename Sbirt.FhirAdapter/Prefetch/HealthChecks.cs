using Sbirt.Content.Instruments;

namespace Sbirt.FhirAdapter.Prefetch;

/// <summary>The drinking questions of a health check that came as Observations (JP eCheckup), one sheet for each day.</summary>
public static class HealthChecks
{
    public static IEnumerable<(DateOnly Day, AnswerSheet Sheet)> In(IEnumerable<RecordEntry> observations, Instrument instrument) =>
        observations
            .Select(each => (Answer: AnswerOf(each, instrument), each.Resource))
            .Where(each => each.Answer is not null)
            .Select(each => (Day: ScreeningRecord.DayOf(each.Resource), each.Answer))
            .Where(each => each.Day is not null)
            .GroupBy(each => each.Day!.Value, each => each.Answer!)
            .OrderBy(day => day.Key)
            .Select(day => (day.Key, new AnswerSheet(instrument.Id, [.. day], [])));

    private static GivenAnswer? AnswerOf(RecordEntry observation, Instrument instrument)
    {
        var item = observation.Codes.Select(coding => instrument.FindByCode(coding.System, coding.Code)).FirstOrDefault(found => found is not null);
        if (item is null)
        {
            return null;
        }

        // Answers of the form before 2024 carry another code system and are not converted: no answer, no estimate.
        foreach (var (system, code) in RecordCodes.In(observation.Resource, "valueCodeableConcept"))
        {
            if (item.Options.Any(option => option.Codes.Any(each => each.System == system && each.Value == code)))
            {
                return new GivenAnswer(item.LinkId, new AnswerValue.Coded(system, code, null), "Observation.value", []);
            }
        }

        return null;
    }
}
