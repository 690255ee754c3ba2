using Sbirt.Content.Cards;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.CdsHooks;
using Sbirt.FhirAdapter.Prefetch;
using Sbirt.Service.Screening;

namespace Sbirt.Service.CdsHooks;

/// <summary>
/// <c>sbirt-screening</c>: is it time to ask, what did the last answers say, was it talked about, did the hand-over come
/// about. A function of the record and the day; it remembers nothing.
/// </summary>
internal sealed class ScreeningHook(Assessor assessor)
{
    /// <summary>The one card for this patient now, or null: nothing to say.</summary>
    public Card? CardFor(HookRequest request, GatheredRecord gathered, string? pack, Language language, DateOnly today)
    {
        var (facts, decision) = Decide(request, gathered, pack, today);
        return decision is null ? null : CardComposing.Compose(assessor.Content.Prompts, facts, decision, language, today);
    }

    /// <summary>What is known of this patient, and what follows from it: the card rule that holds, or null.</summary>
    internal (ScreeningFacts Facts, PromptDecision? Decision) Decide(HookRequest request, GatheredRecord gathered, string? pack, DateOnly today)
    {
        var rules = assessor.Content.Prompts;
        var record = gathered.Record;
        var drafted = gathered.Drafted.All("Condition").ToList();
        var told = new ScreeningRecord(record, rules, today, drafted);
        var person = told.Person();
        var facts = new ScreeningFacts(
            person,
            new RecordScreenings(assessor, record, told, person, pack, today).All(),
            told.Talks,
            told.Tasks,
            told.Referrals,
            // A new entry on the problem list is answered for itself, not for what was on the list before.
            drafted.Count > 0 ? new ScreeningRecord(PatientRecord.Empty, rules, today, drafted).Reasons : told.Reasons,
            told.IsKnown);
        return (facts, ScreeningPrompts.Decide(rules, facts, request.Hook, today));
    }
}
