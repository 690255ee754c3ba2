using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.Content;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Content.Interventions;
using Sbirt.Content.Languages;
using Sbirt.Content.Referrals;
using Sbirt.Content.Thresholds;
using Sbirt.FhirAdapter.Questionnaires;
using Sbirt.FhirAdapter.Reading;
using Sbirt.FhirAdapter.Writing;
using Sbirt.Service.Settings;

namespace Sbirt.Service.Screening;

/// <summary>
/// The way of one answer sheet: response → answers → score → band → findings → what to say → where to hand
/// over. One direction, no step calls back, and nothing is stored here.
/// </summary>
internal sealed class Assessor(ContentLibrary content, QuestionnaireLookup forms, PlaceDirectory directory, SbirtSettings settings)
{
    private readonly ClinicContacts contacts = new(Crisis: settings.CrisisContact);

    /// <summary>Threshold pack used when a call names none.</summary>
    public string DefaultPack => settings.Pack;

    public ContentLibrary Content => content;

    /// <summary>One entry per instrument found in the response, or every reason it cannot be assessed.</summary>
    public Reading<ImmutableArray<AssessmentParts>> Assess(AssessmentRequest request)
    {
        var packId = request.Parameters.Pack ?? settings.Pack;
        if (content.Thresholds.Find(packId) is not { } pack)
        {
            return Reading<ImmutableArray<AssessmentParts>>.Refuse(AssessmentReasons.PackUnknown(content.Thresholds));
        }

        var lookup = request.Parameters.Questionnaire is { } sent ? forms.With(sent) : forms;
        return QuestionnaireResponseReader.Read(request.Parameters.Response, lookup) switch
        {
            Reading<ReadResponse>.Ok { Value: var response } => Assess(request, response, pack),
            Reading<ReadResponse>.Refused refused => Refused(refused.Reasons, request.Parameters.ResponsePath),
            _ => throw new InvalidOperationException(),
        };
    }

    private Reading<ImmutableArray<AssessmentParts>> Assess(AssessmentRequest request, ReadResponse response, ThresholdPack pack)
    {
        if (PatientOf(request.Parameters, response) is not { } patient)
        {
            return Reading<ImmutableArray<AssessmentParts>>.Refuse(AssessmentReasons.OtherPatient);
        }

        var person = PersonFor(request, response, patient);
        var language = request.Parameters.Language ?? request.Wished ?? response.Language ?? Language.Ja;
        var parts = ImmutableArray.CreateBuilder<AssessmentParts>(response.Sheets.Length);
        var refusals = ImmutableArray.CreateBuilder<Reason>();
        foreach (var sheet in response.Sheets)
        {
            switch (Scoring.Score(content.Instruments.Find(sheet.InstrumentId)!, sheet, person))
            {
                case Reading<Scored>.Ok { Value: var scored }:
                    parts.Add(Compose(request, response, scored, person, pack, language));
                    break;
                case Reading<Scored>.Refused refused:
                    refusals.AddRange(refused.Reasons);
                    break;
            }
        }

        return refusals.Count == 0
            ? new Reading<ImmutableArray<AssessmentParts>>.Ok(parts.ToImmutable())
            : Refused(refusals.ToImmutable(), request.Parameters.ResponsePath);
    }

    private AssessmentParts Compose(
        AssessmentRequest request,
        ReadResponse response,
        Scored scored,
        Person person,
        ThresholdPack pack,
        Language language)
    {
        var judgement = Judging.Judge(content.Thresholds, pack.Id, scored, person);
        var leading = judgement.Leading;
        return new AssessmentParts(
            response,
            scored,
            judgement.Findings,
            judgement.Beside,
            leading?.Intervention is { } id ? Plan(id, request, scored, leading, person, pack, language) : null,
            leading is { HandOver: true } ? Suggest(request, leading, person, language) : [],
            pack,
            content.ContentVersion,
            language,
            request.Today);
    }

    private InterventionPlan Plan(
        string interventionId,
        AssessmentRequest request,
        Scored scored,
        Finding finding,
        Person person,
        ThresholdPack pack,
        Language language) =>
        Planning.Plan(content.Interventions, new PlanRequest(
            interventionId, language, person, request.Today, scored, finding, pack.Title, request.Parameters.Readiness, contacts));

    private ImmutableArray<Suggestion> Suggest(AssessmentRequest request, Finding finding, Person person, Language language) =>
        Matching.Suggest(
            directory,
            content.Referrals,
            new Need(
                Audience.Person,
                finding.Topic,
                finding.Seriousness >= Seriousness.High,
                UrgenciesOf(finding),
                person,
                request.Parameters.Prefecture,
                Position: null,
                language),
            request.Today);

    private static ImmutableArray<Urgency> UrgenciesOf(Finding finding) => finding.Topic switch
    {
        Topic.Suicidality => [Urgency.Safety],
        _ when finding.Seriousness == Seriousness.Urgent => [Urgency.Safety],
        Topic.AlcoholWithdrawal or Topic.OpioidWithdrawal => [Urgency.Withdrawal],
        _ => [],
    };

    /// <summary>The Patient sent along, else the one contained; null when it is another than the subject.</summary>
    private static JsonElement? PatientOf(AssessParameters parameters, ReadResponse response)
    {
        var patient = parameters.Patient ?? PersonReader.ContainedPatient(parameters.Response, response.Subject);
        return patient is { ValueKind: JsonValueKind.Object } sent && !PersonReader.IsSubject(sent, response.Subject)
            ? null
            : patient ?? default;
    }

    private static Person PersonFor(AssessmentRequest request, ReadResponse response, JsonElement patient)
    {
        var told = request.Parameters.Told ?? Person.Unknown;
        var day = PersonReader.DayOf(response.Authored) ?? request.Today;
        return PersonReader.Read(patient, day) with
        {
            Pregnant = told.Pregnant ?? response.Pregnant,
            Driving = told.Driving,
            WithdrawalHistory = told.WithdrawalHistory,
            TakesSedatives = told.TakesSedatives,
        };
    }

    /// <summary>The reasons with their paths beginning at the body that was sent.</summary>
    private static Reading<ImmutableArray<AssessmentParts>> Refused(ImmutableArray<Reason> reasons, string responsePath) =>
        new Reading<ImmutableArray<AssessmentParts>>.Refused([.. reasons.Select(reason => reason.Under(responsePath))]);
}
