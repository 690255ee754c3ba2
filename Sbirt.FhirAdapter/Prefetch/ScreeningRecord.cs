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
public sealed class ScreeningRecord(PatientRecord record, PromptRules rules, DateOnly today, IEnumerable<JsonElement> drafted)
{
    // What is being written just now has happened today, unless it says another day. Codes are read once, because every
    // rule looks at all of them.
    private readonly ImmutableArray<Coded> conditions =
        [.. record.All("Condition").Select(each => new Coded(each, null)).Concat(drafted.Select(each => new Coded(each, today))).Where(each => IsReal(each.Resource))];

    private readonly ImmutableArray<Coded> results =
        [.. record.All("Observation").Where(IsFinal).Select(each => new Coded(each, null))];

    /// <summary>Sex, age and, where the record tells it, pregnancy.</summary>
    public Person Person()
    {
        var latest = results
            .Where(each => each.HasAny(rules.Pregnancy.Codes))
            .Select(each => (Day: DayOf(each.Resource), each.Resource))
            .Where(each => each.Day is { } day && today.DayNumber - day.DayNumber <= rules.Pregnancy.WithinDays)
            .OrderByDescending(each => each.Day)
            .Select(each => (JsonElement?)each.Resource)
            .FirstOrDefault();
        return record.Person(today) with
        {
            Pregnant = latest is not { } told ? null
                : HasAny(told, "valueCodeableConcept", rules.Pregnancy.Pregnant) ? true
                : HasAny(told, "valueCodeableConcept", rules.Pregnancy.NotPregnant) ? false
                : null,
        };
    }

    /// <summary>True when the problem is written down already, overcome or not, and nobody needs to be invited.</summary>
    public bool IsKnown => conditions.Any(each => each.HasAny(rules.Known));

    /// <summary>True when the record holds such a diagnosis; null when it holds no diagnosis at all, which tells nothing.</summary>
    public bool? HasCondition(ImmutableArray<CodeSet> codes) =>
        conditions.Any(each => each.HasAny(codes)) ? true : conditions.IsEmpty ? null : false;

    public ImmutableArray<DateOnly> Talks =>
        [.. record.All("Communication")
            .Where(each => RecordCodes.Has(each, "category", ProposalWriter.TaskSystem, TaskKinds.Talk)
                && PatientRecord.Text(each, "status") == "completed")
            .Select(each => RecordDates.DayIn(each, "sent", "received"))
            .OfType<DateOnly>()];

    public ImmutableArray<PastTask> Tasks =>
        [.. record.All("Task")
            .Select(task => (Task: task, Kind: RecordCodes.In(task, "code").FirstOrDefault(code => code.System == ProposalWriter.TaskSystem).Code))
            .Where(each => each.Kind is not null)
            .Select(each => new PastTask(
                each.Kind,
                RecordDates.StartOf(each.Task, "executionPeriod") ?? RecordDates.DayIn(each.Task, "authoredOn"),
                PatientRecord.Text(each.Task, "status") is "draft" or "requested" or "received" or "accepted" or "ready" or "in-progress" or "on-hold",
                PatientRecord.Text(each.Task, "status") is "failed" or "rejected"
                    || RecordCodes.Has(each.Task, "businessStatus", ProposalWriter.TaskSystem, TaskKinds.DidNotCome),
                PatientRecord.Text(each.Task, "status") == "completed"))];

    public ImmutableArray<PastReferral> Referrals =>
        [.. record.All("ServiceRequest")
            .Where(each => RecordCodes.In(each, "code").Any(code => code.System == CodeSystems.ResourceTypes)
                && !(each.TryGetProperty("doNotPerform"u8, out var not) && not.ValueKind == JsonValueKind.True))
            .Select(each => new PastReferral(
                RecordDates.DayIn(each, "authoredOn"),
                PatientRecord.Text(each, "status") is "draft" or "active" or "on-hold"))];

    public ImmutableArray<SeenReason> Reasons =>
        [.. rules.Reasons.Select(Seen).OfType<SeenReason>()];

    /// <summary>The observations that were made and not taken back.</summary>
    public IEnumerable<JsonElement> Results => results.Select(each => each.Resource);

    /// <summary>The day of an answer sheet; null when it tells none.</summary>
    public static DateOnly? DayOfSheet(JsonElement response) =>
        RecordDates.DayIn(response, "authored")
        ?? (response.TryGetProperty("meta"u8, out var meta) ? RecordDates.DayIn(meta, "lastUpdated") : null);

    /// <summary>The day of a result.</summary>
    public static DateOnly? DayOf(JsonElement observation) =>
        RecordDates.DayIn(observation, "effectiveDateTime", "issued") ?? RecordDates.StartOf(observation, "effectivePeriod");

    private SeenReason? Seen(AskReason reason) => reason.Result is { } limit
        ? SeenResult(reason, limit)
        : conditions.Any(each => each.HasAny(reason.Conditions) && IsCurrent(each.Resource) && IsRecent(each, reason.WithinDays))
            ? new SeenReason(reason.Id, null)
            : null;

    // The latest value decides: an old high one that has come down is no reason any more.
    private SeenReason? SeenResult(AskReason reason, ResultLimit limit)
    {
        var latest = results
            .Where(each => each.HasAny(limit.Codes))
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

    private bool IsRecent(Coded condition, int? days) =>
        days is null
        || ((RecordDates.DayIn(condition.Resource, "onsetDateTime", "recordedDate") ?? condition.Told) is { } day && today.DayNumber - day.DayNumber <= days);

    private static bool IsReal(JsonElement condition) =>
        !RecordCodes.In(condition, "verificationStatus").Any(code => code.Code is "refuted" or "entered-in-error");

    private static bool IsCurrent(JsonElement condition) =>
        !RecordCodes.In(condition, "clinicalStatus").Any(code => code.Code is "inactive" or "remission" or "resolved");

    private static bool IsFinal(JsonElement observation) =>
        PatientRecord.Text(observation, "status") is "final" or "amended" or "corrected" or "preliminary";

    private static bool HasAny(JsonElement resource, string name, ImmutableArray<CodeSet> sets) =>
        RecordCodes.In(resource, name).Any(coding => sets.Any(set => set.Holds(coding.System, coding.Code)));

    /// <summary>A resource with the codes of its <c>code</c> element.</summary>
    /// <param name="Told">The day it is taken to be of when it names none.</param>
    private sealed record Coded(JsonElement Resource, DateOnly? Told)
    {
        private readonly IReadOnlyList<(string System, string Code)> codes = RecordCodes.In(Resource, "code");

        public bool HasAny(ImmutableArray<CodeSet> sets)
        {
            foreach (var (system, code) in codes)
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
}
