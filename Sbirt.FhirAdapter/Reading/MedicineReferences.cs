using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.Content.Medicines;
using Sbirt.FhirAdapter.Directory;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>Follows the references of medicine resources: contained, in the same Bundle, or among what came along. One step, never in circles.</summary>
internal sealed class MedicineReferences
{
    private readonly Dictionary<string, MedicineResource> found = new(StringComparer.Ordinal);

    public MedicineReferences(ImmutableArray<MedicineResource> resources)
    {
        foreach (var resource in resources)
        {
            found.TryAdd(resource.Key, resource);
            if (resource.FullUrl is { } url)
            {
                found.TryAdd(url, resource);
            }
        }
    }

    /// <summary>The resource a Reference leads to, with its key when it is not contained.</summary>
    public (JsonElement Resource, string? Key)? Follow(JsonElement owner, JsonElement? reference)
    {
        if (reference.Text("reference") is not { } target)
        {
            return null;
        }

        if (target is ['#', .. var id])
        {
            var contained = owner.Items("contained").Where(one => one.Text("id") == id).Take(1).ToImmutableArray();
            return contained.IsEmpty ? null : (contained[0], null);
        }

        return found.GetValueOrDefault(target) is { } exact ? (exact.Resource, exact.Key)
            : Tail(target) is { } tail && found.GetValueOrDefault(tail) is { } resource ? (resource.Resource, resource.Key)
            : null;
    }

    /// <summary>Who a requester is: a person, an institution, or a role that joins the two.</summary>
    public PrescribingSource SourceOf(JsonElement owner, JsonElement? requester)
    {
        if (requester is null)
        {
            return PrescribingSource.Unknown;
        }

        var followed = Follow(owner, requester);
        return (followed?.Resource.Text("resourceType") ?? TypeOf(requester)) switch
        {
            "Practitioner" => new PrescribingSource(KeyOf(requester, followed), null),
            "Organization" => new PrescribingSource(null, KeyOf(requester, followed)),
            "PractitionerRole" when followed is { } role => new PrescribingSource(
                Named(owner, role.Resource.Member("practitioner")),
                Named(owner, role.Resource.Member("organization"))),
            _ => PrescribingSource.Unknown,
        };
    }

    /// <summary><c>Type/id</c> at the end of a reference, without a version.</summary>
    public static string? Tail(string? reference)
    {
        var parts = reference?.Split("/_history/", 2)[0].Split('/') ?? [];
        return parts is [.., { Length: > 0 } type, { Length: > 0 } id] ? $"{type}/{id}" : null;
    }

    private string? Named(JsonElement owner, JsonElement? reference) =>
        reference is null ? null : KeyOf(reference, Follow(owner, reference));

    private static string? KeyOf(JsonElement? reference, (JsonElement Resource, string? Key)? followed)
    {
        if (followed is { Key: { } key })
        {
            return key;
        }

        var identifier = followed?.Resource.Items("identifier").Select(one => (JsonElement?)one).FirstOrDefault() ?? reference.Member("identifier");
        return identifier.Text("value") is { } value ? $"{identifier.Text("system")}|{value}"
            : reference.Text("reference") is { } target && target[0] != '#' ? Tail(target) ?? target
            : null;
    }

    private static string? TypeOf(JsonElement? reference) =>
        reference.Text("type") ?? Tail(reference.Text("reference"))?.Split('/')[0];
}
