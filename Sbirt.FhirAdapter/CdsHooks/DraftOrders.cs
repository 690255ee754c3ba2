using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.FhirAdapter.Directory;
using Sbirt.FhirAdapter.Prefetch;
using Sbirt.FhirAdapter.Reading;

namespace Sbirt.FhirAdapter.CdsHooks;

/// <summary>
/// The orders being written as a hook's context holds them: <c>draftOrders</c> (order-select, order-sign) or
/// <c>medications</c> (medication-refill).
/// </summary>
public sealed class DraftOrders(HookRequest request)
{
    private const string OrderSelect = "order-select";
    private static readonly ImmutableArray<string> Names = ["draftOrders", "medications"];

    // A call may hold thousands of orders, and each of them may be asked for.
    private readonly Lazy<ILookup<string, JsonElement>> byKey = new(() => BundlesOf(request)
        .SelectMany(PatientRecord.Resources)
        .ToLookup(order => $"{order.Type}/{order.Id}", order => order.Resource, StringComparer.Ordinal));

    private readonly Lazy<HashSet<string?>> selected = new(() => request.Context.Items("selections")
        .Where(chosen => chosen.ValueKind == JsonValueKind.String)
        .Select(chosen => MedicineReferences.Tail(chosen.GetString()))
        .ToHashSet(StringComparer.Ordinal));

    /// <summary>The Bundles they stand in.</summary>
    public IEnumerable<JsonElement> Bundles => BundlesOf(request);

    /// <summary>
    /// The order whole, for fewer days (R4 MedicationRequest as UTF-8). Null when it may not be changed or not exactly:
    /// it is not there once, it is not the patient's, it was not among the selections of order-select, or
    /// <see cref="ShorterOrder"/> says no.
    /// </summary>
    /// <param name="key">The order, as <c>MedicationRequest/id</c>.</param>
    public byte[]? Shortened(string key, int fromDays, int toDays) =>
        Found(key) is { } order
        && MedicineReferences.Tail(order.Member("subject").Text("reference")) == "Patient/" + request.PatientId
            ? ShorterOrder.Of(order, fromDays, toDays)
            : null;

    // Two orders under one id are none: which of them is meant cannot be told.
    private JsonElement? Found(string key)
    {
        var found = byKey.Value[key].DistinctBy(order => order.GetRawText(), StringComparer.Ordinal).Take(2).ToImmutableArray();
        return found is [var only] && MayChange(key) ? only : null;
    }

    private static IEnumerable<JsonElement> BundlesOf(HookRequest request) =>
        Names.Select(name => request.Context.Member(name)).OfType<JsonElement>().Where(bundle => bundle.ValueKind == JsonValueKind.Object);

    // order-select: what was not chosen just now is somebody's earlier work, or of another minute.
    private bool MayChange(string key) => request.Hook != OrderSelect || selected.Value.Contains(key);
}
