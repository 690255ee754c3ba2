using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Reading;
using Sbirt.FhirAdapter.Writing;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>
/// SDC's observation-based <c>$extract</c>: what was answered and what follows from it by arithmetic, as a
/// transaction of Observations. A score that is incomplete is no observation and is left out.
/// </summary>
public static class ResponseExtraction
{
    /// <summary>The transaction Bundle of all sheets of one response.</summary>
    public static byte[] Extract(ReadResponse response, IReadOnlyList<Scored> sheets, Language language) =>
        FhirWriting.Object(json =>
        {
            json.WriteString("resourceType", "Bundle");
            json.WriteString("type", "transaction");
            if (sheets.All(scored => scored.Answers.IsEmpty && scored.Scales.All(score => !score.IsComplete)))
            {
                return;
            }

            json.WriteStartArray("entry");
            foreach (var scored in sheets)
            {
                ObservationWriter.Write(
                    new EntryWriting(json, response, scored, language, ResourceIds.Of(response, scored), transaction: true),
                    incompleteToo: false);
            }

            json.WriteEndArray();
        });
}
