using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Sbirt.Content;
using Sbirt.Content.Cards;
using Sbirt.Content.Codes;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.CdsHooks;

namespace Sbirt.FhirAdapter.Prefetch;

/// <summary>Reads from a patient's record what bears on screening: talks, tasks, requests, reasons to ask.</summary>
/// <param name="drafted">Conditions being written just now (problem-list-item-create); they count as the record's.</param>
public sealed class ScreeningRecord(PatientRecord record, PromptRules rules, DateOnly today, IEnumerable<RecordEntry> drafted)
{
    // What is being written just now has happened today, unless it says another day.
    private readonly ImmutableArray<(RecordEntry Entry, DateOnly? Told)> conditions =
        [.. record.All("Condition").Select(each => (each, (DateOnly?)null)).Concat(drafted.Select(each => (each, (DateOnly?)today))).Where(each => IsReal(each.Item1.Resource))];

    /// <summary>Sex, age and, where the record tells it, pregnancy.</summary>
    public Person Person()
    {
        var latest = Results
            .Where(each => HasAny(each.Codes, rules.Pregnancy.Codes))
            .Select(each => (Day: DayOf(each.Resource), each.Resource))
            .Where(each => each.Day is { } day && today.DayNumber - day.DayNumber <= rules.Pregnancy.WithinDays)
            .OrderByDescending(each => each.Day)
            .Select(each => (JsonElement?)each.Resource)
            .FirstOrDefault();
        return record.Person(today) with
        {
            Pregnant = latest is not { } told ? null
                : HasAny(RecordCodes.In(told, "valueCodeableConcept"), rules.Pregnancy.Pregnant) ? true
                : HasAny(RecordCodes.In(told, "valueCodeableConcept"), rules.Pregnancy.NotPregnant) ? false
                : null,
        };
    }

    /// <summary>True when the problem is written down already, overcome or not, and nobody needs to be invited.</summary>
    public bool IsKnown => conditions.Any(each => HasAny(each.Entry.Codes, rules.Known));

    /// <summary>True when the record holds such a diagnosis; null when it holds no diagnosis at all, which tells nothing.</summary>
    public bool? HasCondition(ImmutableArray<CodeSet> codes) =>
        conditions.Any(each => HasAny(each.Entry.Codes, codes)) ? true : conditions.IsEmpty ? null : false;

    public ImmutableArray<DateOnly> Talks =>
        [.. record.All("Communication")
            .Where(each => each.Status == "completed" && RecordCodes.Has(each.Resource, "category", ProposalWriter.TaskSystem, TaskKinds.Talk))
            .Select(each => RecordDates.DayIn(each.Resource, "sent", "received"))
            .OfType<DateOnly>()];

    public ImmutableArray<PastTask> Tasks =>
        [.. record.All("Task")
            .Select(task => (Task: task.Resource, task.Status, Kind: task.Codes.FirstOrDefault(code => code.System == ProposalWriter.TaskSystem).Code))
            .Where(each => each.Kind is not null)
            .Select(each => new PastTask(
                each.Kind,
                RecordDates.StartOf(each.Task, "executionPeriod") ?? RecordDates.DayIn(each.Task, "authoredOn"),
                each.Status is "draft" or "requested" or "received" or "accepted" or "ready" or "in-progress" or "on-hold",
                each.Status is "failed" or "rejected"
                    || RecordCodes.Has(each.Task, "businessStatus", ProposalWriter.TaskSystem, TaskKinds.DidNotCome),
                each.Status == "completed"))];

    public ImmutableArray<PastReferral> Referrals =>
        [.. record.All("ServiceRequest")
            .Where(each => each.Codes.Any(code => code.System == CodeSystems.ResourceTypes)
                && !(each.Resource.TryGetProperty("doNotPerform"u8, out var not) && not.ValueKind == JsonValueKind.True))
            .Select(each => new PastReferral(
                RecordDates.DayIn(each.Resource, "authoredOn"),
                each.Status is "draft" or "active" or "on-hold"))];

    public ImmutableArray<SeenReason> Reasons =>
        [.. rules.Reasons.Select(Seen).OfType<SeenReason>()];

    /// <summary>The observations that were made and not taken back.</summary>
    public ImmutableArray<RecordEntry> Results { get; } =
        [.. record.All("Observation").Where(each => each.Status is "final" or "amended" or "corrected" or "preliminary")];

    /// <summary>The day of an answer sheet; null when it tells none.</summary>
    public static DateOnly? DayOfSheet(JsonElement response) =>
        RecordDates.DayIn(response, "authored")
        ?? (response.TryGetProperty("meta"u8, out var meta) ? RecordDates.DayIn(meta, "lastUpdated") : null);

    /// <summary>The day of a result.</summary>
    public static DateOnly? DayOf(JsonElement observation) =>
        RecordDates.DayIn(observation, "effectiveDateTime", "issued") ?? RecordDates.StartOf(observation, "effectivePeriod");

    private SeenReason? Seen(AskReason reason) => reason.Result is { } limit
        ? SeenResult(reason, limit)
        : conditions.Any(each => HasAny(each.Entry.Codes, reason.Conditions) && IsCurrent(each.Entry.Resource) && IsRecent(each.Entry.Resource, each.Told, reason.WithinDays))
            ? new SeenReason(reason.Id, null)
            : null;

    // The latest value decides: an old high one that has come down is no reason any more.
    private SeenReason? SeenResult(AskReason reason, ResultLimit limit)
    {
        var latest = Results
            .Where(each => HasAny(each.Codes, limit.Codes))
            .Select(each => (Day: DayOf(each.Resource), Value: ValueOf(each.Resource, limit)))
            .Where(each => each.Value is not null && each.Day is { } day && today.DayNumber - day.DayNumber <= rules.Days.ResultsLookedAt)
            .OrderByDescending(each => each.Day)
            .ThenByDescending(each => each.Value)
            .FirstOrDefault();
        return latest.Value >= limit.AtLeast ? new SeenReason(reason.Id, $"{Figure.Text(latest.Value.Value)} {limit.Unit}") : null;
    }

    // A value in another unit, or below or above a measuring range, is not compared.
    private static decimal? ValueOf(JsonElement observation, ResultLimit limit)
    {
        if (!observation.TryGetProperty("valueQuantity"u8, out var quantity)
            || quantity.ValueKind != JsonValueKind.Object
            || quantity.TryGetProperty("comparator"u8, out _)
            || !quantity.TryGetProperty("value"u8, out var number)
            || !decimal.TryParse(number.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        var unit = PatientRecord.Text(quantity, "code") ?? PatientRecord.Text(quantity, "unit");
        return unit is not null && limit.Units.Contains(unit, StringComparer.Ordinal) ? value : null;
    }

    private bool IsRecent(JsonElement condition, DateOnly? told, int? days) =>
        days is null
        || ((RecordDates.DayIn(condition, "onsetDateTime", "recordedDate") ?? told) is { } day && today.DayNumber - day.DayNumber <= days);

    private static bool IsReal(JsonElement condition) =>
        !RecordCodes.In(condition, "verificationStatus").Any(code => code.Code is "refuted" or "entered-in-error");

    private static bool IsCurrent(JsonElement condition) =>
        !RecordCodes.In(condition, "clinicalStatus").Any(code => code.Code is "inactive" or "remission" or "resolved");

    private static bool HasAny(IEnumerable<(string System, string Code)> codings, ImmutableArray<CodeSet> sets) =>
        HasAny([.. codings], sets);

    private static bool HasAny(ImmutableArray<(string System, string Code)> codings, ImmutableArray<CodeSet> sets)
    {
        foreach (var (system, code) in codings)
        {
            foreach (var set in sets)
            {
                if (set.Holds(system, code))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
