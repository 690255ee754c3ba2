using System.Collections.Immutable;
using System.Text.Json;

namespace Sbirt.FhirAdapter.Prefetch;

/// <summary>What a caller sent under one prefetch key.</summary>
/// <param name="Resources">The resources found; empty when the query found nothing.</param>
/// <param name="IsGiven">False: the key is missing, failed, or of the wrong type. Never to be taken for "nothing there".</param>
/// <param name="HasMore">True: a searchset whose further pages were not sent.</param>
public sealed record PrefetchValue(ImmutableArray<RecordEntry> Resources, bool IsGiven, bool HasMore)
{
    private const string Bundle = "Bundle";
    private const string Outcome = "OperationOutcome";

    public static PrefetchValue Missing { get; } = new([], false, false);

    private static PrefetchValue Nothing { get; } = new([], true, false);

    /// <summary>Reads the value of a key (CDS Hooks 2.0: null means queried and nothing found; a missing key means not had).</summary>
    /// <param name="query">The template's query, which tells the type and whether one resource or many are meant.</param>
    public static PrefetchValue Read(JsonElement prefetch, string key, string query)
    {
        if (prefetch.ValueKind != JsonValueKind.Object || !prefetch.TryGetProperty(key, out var value))
        {
            return Missing;
        }

        var isRead = !query.Contains('?', StringComparison.Ordinal);
        if (value.ValueKind == JsonValueKind.Null)
        {
            return isRead ? Missing : Nothing;
        }

        var entry = RecordEntry.Of(value);
        var wanted = query.Split('/', '?')[0];
        return entry.Type switch
        {
            Bundle when !isRead => OfBundle(value, wanted),
            var type when type == wanted => new([entry], true, false),
            _ => Missing,
        };
    }

    // A searchset that tells of a failure, holds something else than was asked for, or counts matches without giving
    // one is not had: it must never read as "nothing there".
    private static PrefetchValue OfBundle(JsonElement bundle, string wanted)
    {
        var hasEntries = bundle.TryGetProperty("entry"u8, out var entries);
        if (hasEntries && entries.ValueKind != JsonValueKind.Array)
        {
            return Missing;
        }

        var resources = PatientRecord.Resources(bundle).ToImmutableArray();
        if ((hasEntries && resources.Length < entries.GetArrayLength()) || resources.Any(IsFailure))
        {
            return Missing;
        }

        var found = resources.RemoveAll(resource => resource.Type == Outcome);
        var matches = found.Count(resource => resource.Type == wanted);
        var total = TotalOf(bundle);
        return (matches == 0 && (found.Length > 0 || total > 0)) || found.Any(resource => resource.Type.Length == 0)
            ? Missing
            : new(found, true, HasNext(bundle) || total > matches);
    }

    private static bool IsFailure(RecordEntry entry) =>
        entry.Type == Outcome
        && entry.Resource.TryGetProperty("issue"u8, out var issues)
        && issues.ValueKind == JsonValueKind.Array
        && issues.EnumerateArray().Any(issue => PatientRecord.Text(issue, "severity") is "error" or "fatal");

    private static int TotalOf(JsonElement bundle) =>
        bundle.TryGetProperty("total"u8, out var total) && total.ValueKind == JsonValueKind.Number && total.TryGetInt32(out var number) ? number : 0;

    private static bool HasNext(JsonElement bundle) =>
        bundle.TryGetProperty("link"u8, out var links)
        && links.ValueKind == JsonValueKind.Array
        && links.EnumerateArray().Any(link =>
            link.ValueKind == JsonValueKind.Object
            && link.TryGetProperty("relation"u8, out var relation)
            && relation.ValueKind == JsonValueKind.String
            && relation.ValueEquals("next"u8));
}
