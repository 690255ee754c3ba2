using System.Text.Json;
using Sbirt.Content.Cards;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.Content.Medicines;
using Sbirt.FhirAdapter.CdsHooks;
using Sbirt.FhirAdapter.Prefetch;
using Sbirt.FhirAdapter.Reading;
using Sbirt.Service.Screening;

namespace Sbirt.Service.CdsHooks;

/// <summary>
/// <c>sbirt-medicines</c>: holds the order being written against what is running already. A function of the record and
/// the day; it remembers nothing.
/// </summary>
internal sealed class MedicinesHook(Assessor assessor)
{
    /// <summary>The one card about this order, or null: nothing to say.</summary>
    public Card? CardFor(HookRequest request, GatheredRecord gathered, string? pack, Language language, DateOnly today)
    {
        var (content, record, drafts) = (assessor.Content, gathered.Record, new DraftOrders(request));
        var read = MedicinesReader.Read(content.Medicines, new MedicineResources(
            drafts.Bundles,
            record.Everything,
            "Patient/" + request.PatientId,
            new PrescribingSource(UserOf(request), null)));
        var told = new ScreeningRecord(record, content.Prompts, today, []);
        var person = told.Person();
        var judgement = MedicineJudging.Judge(content.Medicines, new MedicineFacts(
            today,
            read.Uses,
            read.Unread,
            DrinkingOf(new RecordScreenings(assessor, record, told, person, pack, today)),
            told.HasCondition(content.MedicinePrompts.SleepApnoea),
            person.AgeYears));
        return MedicineCards.Compose(
            content.MedicinePrompts,
            judgement,
            content.Prompts.OverrideReasons,
            language,
            today,
            shorter => drafts.Shortened(shorter.UseId, shorter.FromDays, shorter.ToDays) is not null);
    }

    /// <summary>The last drinking questionnaire that was answered whole.</summary>
    private static DrinkingFact? DrinkingOf(RecordScreenings screenings)
    {
        var last = screenings.All()
            .Where(each => each is { Topic: Topic.Alcohol, IsHealthCheck: false } && (each.IsComplete || each.Level > Seriousness.None))
            .OrderByDescending(each => each.Day)
            .ThenByDescending(each => each.Level)
            .FirstOrDefault();
        return last is null ? null : new DrinkingFact(last.Level, last.Day);
    }

    private static string? UserOf(HookRequest request) =>
        request.Context.TryGetProperty("userId"u8, out var user) && user.ValueKind == JsonValueKind.String ? user.GetString() : null;
}
