using Sbirt.FhirAdapter.Outcomes;
using Sbirt.FhirAdapter.Questionnaires;

namespace Sbirt.Service.Screening;

/// <summary>The published Questionnaires: by id, by canonical url, or all of them.</summary>
internal sealed class QuestionnaireEndpoints(QuestionnaireCatalogue catalogue)
{
    public static void Map(RouteGroupBuilder fhir)
    {
        fhir.MapGet("/Questionnaire", (HttpRequest request, QuestionnaireEndpoints endpoints) => endpoints.Search(request));
        fhir.MapGet("/Questionnaire/{id}", (string id, HttpRequest request, QuestionnaireEndpoints endpoints) => endpoints.Read(request, id));
    }

    public FhirReply Read(HttpRequest request, string id) =>
        catalogue.Find(id) is { } json ? Cached(request, json) : FhirReply.Refuse(HttpReasons.NotFound, RequestLanguage.Of(request));

    public FhirReply Search(HttpRequest request) =>
        Cached(request, catalogue.Search(request.Query["url"], request.Query["_id"], FhirBase.Of(request)));

    /// <summary>Questionnaires change only with the content, so a caller may ask whether its copy is still good.</summary>
    private FhirReply Cached(HttpRequest request, ReadOnlyMemory<byte> json)
    {
        var tag = $"W/\"{catalogue.ContentVersion}\"";
        return IfNoneMatch.Names(request, tag)
            ? new FhirReply(StatusCodes.Status304NotModified, default, Tag: tag)
            : FhirReply.Ok(json) with { Tag = tag };
    }
}
