using System.Collections.Immutable;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Json;
using Sbirt.FhirAdapter.Outcomes;
using Sbirt.FhirAdapter.Questionnaires;
using Sbirt.FhirAdapter.Reading;

namespace Sbirt.Service.Screening;

/// <summary><c>POST /fhir/Questionnaire/{id}/$populate</c> (SDC): a response ready to be answered, nothing stored.</summary>
internal sealed class PopulateEndpoint(FhirIntake intake, Assessor assessor, TimeProvider clock)
{
    public static void Map(RouteGroupBuilder fhir) =>
        fhir.MapPost("/Questionnaire/{id}/$populate", (string id, HttpRequest request, PopulateEndpoint endpoint) => endpoint.PopulateAsync(request, id));

    private Task<FhirReply> PopulateAsync(HttpRequest request, string id) =>
        intake.ReadAsync(request, (document, language) => assessor.Content.Instruments.Find(id) is { } instrument
            ? Answer(document, language, instrument)
            : FhirReply.Refuse(HttpReasons.NotFound, language));

    private FhirReply Answer(FhirDocument document, Language language, Instrument instrument) =>
        FhirReply.To(PopulateParameters.Read(document.Root), language, document.Utf8, parameters =>
        {
            var said = parameters.Language ?? language;
            return FhirReply.To(Earlier(parameters, instrument), said, document.Utf8, earlier => FhirReply.Ok(
                Population.Write(Population.Populate(instrument, parameters.Subject, earlier, said), said)));
        });

    /// <summary>The answers given before to the same instrument; those to others are not mixed in.</summary>
    private Reading<ImmutableArray<ItemScore>> Earlier(PopulateParameters parameters, Instrument instrument)
    {
        if (parameters.Earlier is not { } response)
        {
            return new Reading<ImmutableArray<ItemScore>>.Ok([]);
        }

        var asked = new AssessmentRequest(new AssessParameters(response, parameters.EarlierPath), null, clock.Today());
        return assessor.Judge(asked).Select(sheets => sheets
            .Where(sheet => sheet.Scored.Instrument.Id == instrument.Id)
            .SelectMany(sheet => sheet.Scored.Answers)
            .ToImmutableArray());
    }
}
