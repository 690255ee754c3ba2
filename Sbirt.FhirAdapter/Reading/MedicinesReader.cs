using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sbirt.Content.Medicines;
using Sbirt.FhirAdapter.Directory;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>
/// Reads MedicationRequest, MedicationDispense and MedicationStatement (R4) into what the medicine rules look at.
/// What was entered in error, stopped, cancelled or is not to be given is left out; what cannot be read is told.
/// </summary>
public static class MedicinesReader
{
    /// <summary>Reads what came along; other resources serve what refers to them and are otherwise passed over.</summary>
    public static ReadMedicines Read(MedicineLibrary library, MedicineResources resources)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(resources);
        var found = Distinct(resources);
        var references = new MedicineReferences(found);
        var read = found
            .Where(one => IsMedicine(one.Type))
            .Select(one => new MedicineEntry(library, references, resources, one).Read())
            .ToImmutableArray();
        var dispensed = read.Where(one => one.Use is not null).Select(one => one.Fulfils).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new ReadMedicines(
            [.. read.Select(one => one.Use).OfType<MedicineUse>().Where(use => use.IsDraft || !dispensed.Contains(use.Id))],
            [.. read.SelectMany(one => one.Unread)]);
    }

    private static bool IsMedicine(string type) => type is "MedicationRequest" or "MedicationDispense" or "MedicationStatement";

    /// <summary>Every resource once, the same one however often and in whatever order it came: a draft, else the newest.</summary>
    private static ImmutableArray<MedicineResource> Distinct(MedicineResources resources) =>
    [
        .. resources.Drafts.SelectMany(one => Flat(one, isDraft: true))
            .Concat(resources.Record.SelectMany(one => Flat(one, isDraft: false)))
            .GroupBy(one => one.Key, StringComparer.Ordinal)
            .Select(same => same
                .OrderByDescending(one => one.IsDraft)
                .ThenByDescending(one => one.Resource.Member("meta").Text("lastUpdated") ?? "", StringComparer.Ordinal)
                .ThenBy(one => one.Resource.GetRawText(), StringComparer.Ordinal)
                .First())
            .OrderBy(one => one.Key, StringComparer.Ordinal),
    ];

    private static IEnumerable<MedicineResource> Flat(JsonElement element, bool isDraft)
    {
        if (element.Text("resourceType") == "Bundle")
        {
            return element.Items("entry")
                .Select(entry => (FullUrl: entry.Text("fullUrl"), Resource: entry.Member("resource")))
                .Where(entry => entry.Resource?.Text("resourceType") is not (null or "Bundle"))
                .Select(entry => Of(entry.Resource!.Value, entry.FullUrl, isDraft));
        }

        return element.Text("resourceType") is null ? [] : [Of(element, null, isDraft)];
    }

    private static MedicineResource Of(JsonElement resource, string? fullUrl, bool isDraft)
    {
        var type = resource.Text("resourceType")!;
        var key = resource.Text("id") is { } id ? $"{type}/{id}"
            : fullUrl ?? $"{type}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(resource.GetRawText())))}";
        return new MedicineResource(key, type, fullUrl, resource, isDraft);
    }
}

/// <summary>What came along for the medicine rules: resources or Bundles of them, in any order.</summary>
/// <param name="Drafts">Orders being written (hook context); their status does not matter unless they are withdrawn.</param>
/// <param name="Record">What the record holds (prefetch or search), and the resources they refer to.</param>
/// <param name="Patient">Reference of the person in question (<c>Patient/1</c>); medicines of another are refused. Null: not checked.</param>
/// <param name="DraftSource">Who is writing, where the drafts do not say it.</param>
public sealed record MedicineResources(
    IEnumerable<JsonElement> Drafts,
    IEnumerable<JsonElement> Record,
    string? Patient = null,
    PrescribingSource DraftSource = default);

/// <summary>The medicines that could be read, and what of them could not.</summary>
public sealed record ReadMedicines(ImmutableArray<MedicineUse> Uses, ImmutableArray<UnreadMedicine> Unread);

/// <summary>One resource that came along.</summary>
internal sealed record MedicineResource(string Key, string Type, string? FullUrl, JsonElement Resource, bool IsDraft);
