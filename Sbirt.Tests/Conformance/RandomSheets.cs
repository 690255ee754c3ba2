using System.Text.Json.Nodes;
using Sbirt.Content;
using Sbirt.Content.Instruments;
using Sbirt.FhirAdapter.Questionnaires;
using Sbirt.Tests.FhirAdapter;
using Shouldly;

namespace Sbirt.Tests.Conformance;

/// <summary>Random answers to our own forms: complete, with gaps, and with answers to hidden questions.</summary>
internal static class RandomSheets
{
    public static JsonObject Case(Instrument instrument, int count, int seed)
    {
        var random = new Random(seed);
        return new JsonObject
        {
            ["questionnaire"] = JsonNode.Parse(QuestionnaireWriter.Write(instrument)),
            ["responses"] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => One(instrument, random))]),
        };
    }

    /// <summary>What we make of the same response: each scale's value under the linkId of its score item.</summary>
    public static Dictionary<string, decimal?> Ours(Instrument instrument, JsonNode each)
    {
        var person = (string?)each["patient"]?["gender"] switch
        {
            "male" => new Person(Sex.Male),
            "female" => new Person(Sex.Female),
            _ => Person.Unknown,
        };
        var response = System.Text.Json.JsonSerializer.SerializeToElement(each["response"]);
        var read = Sbirt.FhirAdapter.Reading.QuestionnaireResponseReader.Read(response, Shipped.Lookup)
            .ShouldBeOfType<Sbirt.Content.Findings.Reading<Sbirt.FhirAdapter.Reading.ReadResponse>.Ok>().Value;
        return AResponse.Score(read.Sheets[0], person).Scales
            .ToDictionary(score => $"{instrument.Id}-score-{score.Scale.Id}", score => score.Value);
    }

    private static JsonObject One(Instrument instrument, Random random)
    {
        var response = AResponse.To(instrument.Id);
        // A third of the sheets are complete, so that complete scores are common in long instruments too.
        var gaps = random.Next(3) switch { 0 => 0, 1 => 0.05, _ => 0.3 };
        foreach (var item in instrument.Items)
        {
            if (random.NextDouble() < gaps)
            {
                continue;
            }

            if (item.Range is { } range)
            {
                response.Number(item.LinkId, random.Next((int)range.Min, (int)range.Max + 1) * random.Next(2));
            }
            else
            {
                // The lowest answer is frequent, so that skip rules come into play.
                var option = random.Next(3) == 0 ? item.Options[0] : item.Options[random.Next(item.Options.Length)];
                response.Coded(item.LinkId, option.Code);
            }
        }

        var patient = new JsonObject { ["resourceType"] = "Patient" };
        if (random.Next(3) is var sex and < 2)
        {
            patient["gender"] = sex == 0 ? "male" : "female";
        }

        return new JsonObject { ["response"] = response.ToJson(), ["patient"] = patient };
    }
}
