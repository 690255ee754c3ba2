using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.CdsHooks;
using Sbirt.FhirAdapter.Json;
using Sbirt.FhirAdapter.Outcomes;
using Sbirt.Service.Screening;
using Sbirt.Service.Security;

namespace Sbirt.Service.CdsHooks;

/// <summary>The routes of CDS Hooks 2.0: discovery, service call, feedback.</summary>
internal sealed class HookEndpoints(
    HookCatalogue catalogue,
    HookBody body,
    PrefetchGathering gathering,
    Admission admission,
    ScreeningHook screening,
    MedicinesHook medicines,
    Prompting prompting,
    HookFeedbackIntake feedback,
    TimeProvider clock)
{
    public const string Path = "/cds-services";

    public static void Map(WebApplication app)
    {
        var hooks = app.MapGroup(Path);
        hooks.MapGet("", (HttpContext context, HookEndpoints endpoints) => endpoints.Discover(context));
        hooks.MapPost("/{id}", (string id, HttpContext context, HookEndpoints endpoints) => endpoints.CallAsync(id, context));
        hooks.MapPost("/{id}/feedback", (string id, HttpContext context, HookEndpoints endpoints) => endpoints.FeedbackAsync(id, context));
    }

    private HookReply Discover(HttpContext context)
    {
        var client = CallingClient.Of(context);
        return HookReply.Ok(DiscoveryWriter.Write(catalogue.Services, LanguageFor(context), client.Understands(CallingClient.Hooks3)));
    }

    private async Task<HookReply> CallAsync(string id, HttpContext context)
    {
        var language = LanguageFor(context);
        if (catalogue.Find(id) is not { } service)
        {
            return HookReply.Refuse(HookReasons.ServiceUnknown, language);
        }

        switch (await body.ReadAsync(context.Request, context.RequestAborted))
        {
            case Reading<FhirDocument>.Ok { Value: var document }:
                using (document)
                {
                    return await CallAsync(service, document, context, language);
                }

            case Reading<FhirDocument>.Refused refused:
                return HookReply.Refuse(refused.Reasons, language);
            default:
                throw new InvalidOperationException();
        }
    }

    private async Task<HookReply> CallAsync(HookService service, FhirDocument document, HttpContext context, Language language)
    {
        var read = HookRequestReader.Read(document.Root, service.Hooks);
        return read switch
        {
            Reading<HookRequest>.Ok { Value: var request } => await CallAsync(service, request, context, language),
            Reading<HookRequest>.Refused refused => HookReply.Refuse(refused.Reasons, language),
            _ => throw new InvalidOperationException(),
        };
    }

    private async Task<HookReply> CallAsync(HookService service, HookRequest request, HttpContext context, Language language)
    {
        var client = CallingClient.Of(context);
        switch (await gathering.GatherAsync(service, request, client, context.RequestAborted))
        {
            case Reading<GatheredRecord>.Ok { Value: var gathered }:
                using (gathered)
                {
                    return await AnswerAsync(service, request, gathered, client, context, language);
                }

            case Reading<GatheredRecord>.Refused refused:
                await prompting.NoteAsync(Caller.Of(context.Request), service.Id, request, refused.Reasons[0].Code, context.RequestAborted);
                return HookReply.Refuse(refused.Reasons, language);
            default:
                throw new InvalidOperationException();
        }
    }

    private async Task<HookReply> AnswerAsync(
        HookService service, HookRequest request, GatheredRecord gathered, CallingClient client, HttpContext context, Language language)
    {
        using var place = await admission.EnterAsync(context);
        if (!place.IsAcquired)
        {
            return HookReply.Refuse(HttpReasons.TooManyRequests, language);
        }

        var today = clock.Today();
        var card = service.Id == HookCatalogue.MedicinesId
            ? medicines.CardFor(request, gathered, client.Pack, language, today)
            : screening.CardFor(request, gathered, client.Pack, language, today);
        place.EndWork();
        var offered = await prompting.OfferAsync(Caller.Of(context.Request), service.Id, request, card, context.RequestAborted);
        return HookReply.Ok(CardWriter.Write(
            offered is null ? [] : [offered], request, client.Understands(CallingClient.Hooks3)));
    }

    private async Task<HookReply> FeedbackAsync(string id, HttpContext context)
    {
        var language = LanguageFor(context);
        return catalogue.Find(id) is { } service
            ? await feedback.TakeAsync(service, context, language)
            : HookReply.Refuse(HookReasons.ServiceUnknown, language);
    }

    private static Language LanguageFor(HttpContext context) =>
        RequestLanguage.Wished(context.Request) ?? CallingClient.Of(context).Language ?? Language.Ja;
}
