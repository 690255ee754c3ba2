using System.Collections.Immutable;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.CdsHooks;
using Sbirt.FhirAdapter.Json;
using Sbirt.FhirAdapter.Outcomes;
using Sbirt.Service.Security;
using Sbirt.Service.Store.Prompts;

namespace Sbirt.Service.CdsHooks;

/// <summary>Takes feedback on cards: batches, repeats and unknown cards; a batch is kept whole or refused whole.</summary>
internal sealed class HookFeedbackIntake(HookBody body, Admission admission, PromptStore store, TimeProvider clock)
{
    private static readonly byte[] Taken = "{}"u8.ToArray();

    public async Task<HookReply> TakeAsync(HookService service, HttpContext context, Language language)
    {
        switch (await body.ReadAsync(context.Request, context.RequestAborted))
        {
            case Reading<FhirDocument>.Ok { Value: var document }:
                using (document)
                {
                    using var place = await admission.EnterAsync(context);
                    if (!place.IsAcquired)
                    {
                        return HookReply.Refuse(HttpReasons.TooManyRequests, language);
                    }

                    return await TakeAsync(service, document, context, language);
                }

            case Reading<FhirDocument>.Refused refused:
                return HookReply.Refuse(refused.Reasons, language);
            default:
                throw new InvalidOperationException();
        }
    }

    private async Task<HookReply> TakeAsync(HookService service, FhirDocument document, HttpContext context, Language language)
    {
        switch (HookFeedbackReader.Read(document.Root))
        {
            case Reading<ImmutableArray<HookFeedback>>.Ok { Value: var feedback }:
                var now = clock.GetUtcNow();
                // A clock that runs ahead must not keep a card quiet for longer than was meant.
                var told = feedback.Select(each => each with { At = each.At > now ? now : each.At }).ToImmutableArray();
                await store.FeedbackAsync(Caller.Of(context.Request), service.Id, told, now, context.RequestAborted);
                return HookReply.Ok(Taken);
            case Reading<ImmutableArray<HookFeedback>>.Refused refused:
                return HookReply.Refuse(refused.Reasons, language);
            default:
                throw new InvalidOperationException();
        }
    }
}
