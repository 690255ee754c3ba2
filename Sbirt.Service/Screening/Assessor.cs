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

    /// <summary>Scores and meaning of each instrument found in the response, or every reason against it.</summary>
    public Reading<ImmutableArray<JudgedSheet>> Judge(AssessmentRequest request)
    {
        if (content.Thresholds.Find(request.Parameters.Pack ?? request.Client.Pack ?? settings.Pack) is not { } pack)
        {
            return Reading<ImmutableArray<JudgedSheet>>.Refuse(AssessmentReasons.PackUnknown(content.Thresholds));
        }

        var lookup = request.Parameters.Questionnaire is { } sent ? forms.With(sent) : forms;
        return QuestionnaireResponseReader.Read(request.Parameters.Response, lookup).Match(
            response => Judge(request, response, pack),
            reasons => Refused(reasons, request.Parameters.ResponsePath));
    }

    /// <summary>The whole way: judged sheets with what to say and where to hand over.</summary>
    public Reading<ImmutableArray<AssessmentParts>> Assess(AssessmentRequest request) =>
        Judge(request).Select(sheets => ImmutableArray.CreateRange(sheets, sheet => Compose(request, sheet)));

    private Reading<ImmutableArray<JudgedSheet>> Judge(AssessmentRequest request, ReadResponse response, ThresholdPack pack)
    {
        if (PatientOf(request.Parameters, response) is not { } patient)
        {
            return Refused([AssessmentReasons.OtherPatient], request.Parameters.ResponsePath);
        }

        var person = PersonFor(request, response, patient);
        var language = request.Parameters.Language ?? request.Wished ?? response.Language ?? request.Client.Language ?? Language.Ja;
        var judged = ImmutableArray.CreateBuilder<JudgedSheet>(response.Sheets.Length);
        var refusals = ImmutableArray.CreateBuilder<Reason>();
        foreach (var sheet in response.Sheets)
        {
            switch (Scoring.Score(content.Instruments.Find(sheet.InstrumentId)!, sheet, person))
            {
                case Reading<Scored>.Ok { Value: var scored }:
                    judged.Add(new JudgedSheet(
                        response, scored, Judging.Judge(content.Thresholds, pack.Id, scored, person), person, pack, language));
                    break;
                case Reading<Scored>.Refused refused:
                    refusals.AddRange(refused.Reasons);
                    break;
            }
        }

        return refusals.Count == 0
            ? new Reading<ImmutableArray<JudgedSheet>>.Ok(judged.ToImmutable())
            : Refused(refusals.ToImmutable(), request.Parameters.ResponsePath);
    }

    /// <summary>A judged sheet with what to say and where to hand over.</summary>
    public AssessmentParts Compose(AssessmentRequest request, JudgedSheet sheet)
    {
        var findings = sheet.Judgement.Findings;
        var talk = findings.FirstOrDefault(finding => finding.Intervention is not null);
        var handOver = findings.FirstOrDefault(finding => finding.HandOver);
        return new AssessmentParts(
            sheet.Response,
            sheet.Scored,
            findings,
            sheet.Judgement.Beside,
            talk is null ? null : Plan(talk.Intervention!, request, sheet, talk),
            handOver is null ? [] : Suggest(request, handOver, sheet),
            sheet.Pack,
            content.Version,
            sheet.Language,
            request.Today);
    }

    private InterventionPlan Plan(string interventionId, AssessmentRequest request, JudgedSheet sheet, Finding finding) =>
        Planning.Plan(content.Interventions, new PlanRequest(
            interventionId,
            sheet.Language,
            sheet.Person,
            request.Today,
            sheet.Scored,
            finding,
            sheet.Pack.Title,
            request.Parameters.Readiness,
            contacts));

    private ImmutableArray<Suggestion> Suggest(AssessmentRequest request, Finding finding, JudgedSheet sheet) =>
        Matching.Suggest(
            directory,
            content.Referrals,
            new Need(
                Audience.Person,
                finding.Topic,
                finding.Seriousness >= Seriousness.High,
                UrgenciesOf(finding),
                sheet.Person,
                request.Parameters.Prefecture,
                Position: null,
                sheet.Language),
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
    private static Reading<ImmutableArray<JudgedSheet>> Refused(ImmutableArray<Reason> reasons, string responsePath) =>
        new Reading<ImmutableArray<JudgedSheet>>.Refused([.. reasons.Select(reason => reason.Under(responsePath))]);
}
