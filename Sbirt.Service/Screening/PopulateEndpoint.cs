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

    private FhirReply Answer(FhirDocument document, Language language, Instrument instrument)
    {
        switch (PopulateParameters.Read(document.Root))
        {
            case Reading<PopulateParameters>.Ok { Value: var parameters }:
                var said = parameters.Language ?? language;
                return Earlier(parameters, instrument) switch
                {
                    Reading<ImmutableArray<ItemScore>>.Ok { Value: var earlier } => FhirReply.Ok(
                        Population.Write(Population.Populate(instrument, parameters.Subject, earlier, said), said)),
                    Reading<ImmutableArray<ItemScore>>.Refused refused => FhirReply.Refuse(refused.Reasons, said, document.Utf8.Span),
                    _ => throw new InvalidOperationException(),
                };
            case Reading<PopulateParameters>.Refused refused:
                return FhirReply.Refuse(refused.Reasons, language, document.Utf8.Span);
            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>The answers given before to the same instrument; those to others are not mixed in.</summary>
    private Reading<ImmutableArray<ItemScore>> Earlier(PopulateParameters parameters, Instrument instrument)
    {
        if (parameters.Earlier is not { } response)
        {
            return new Reading<ImmutableArray<ItemScore>>.Ok([]);
        }

        var asked = new AssessmentRequest(new AssessParameters(response, parameters.EarlierPath), null, clock.Today());
        return assessor.Judge(asked) switch
        {
            Reading<ImmutableArray<JudgedSheet>>.Ok { Value: var sheets } => new Reading<ImmutableArray<ItemScore>>.Ok(
                [.. sheets.Where(sheet => sheet.Scored.Instrument.Id == instrument.Id).SelectMany(sheet => sheet.Scored.Answers)]),
            Reading<ImmutableArray<JudgedSheet>>.Refused refused => new Reading<ImmutableArray<ItemScore>>.Refused(refused.Reasons),
            _ => throw new InvalidOperationException(),
        };
    }
}
