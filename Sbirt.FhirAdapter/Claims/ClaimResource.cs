using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sbirt.Content.Claims;
using Sbirt.FhirAdapter.Directory;

namespace Sbirt.FhirAdapter.Claims;

/// <summary>One resource of a bulk export with what all of its types share: key, age, references.</summary>
internal readonly record struct ClaimResource(JsonElement Root, string Type)
{
    private const int MostIdCharacters = 64;

    /// <summary><c>Type/id</c>; null: it has no id, and nobody can refer to it or replace it.</summary>
    public string? Key => Root.Text("id") is { Length: > 0 and <= MostIdCharacters } id ? $"{Type}/{id}" : null;

    public string? Status => Root.Text("status");

    /// <summary>When it was changed last, to order its states; 0: not told.</summary>
    public long Updated =>
        DateTimeOffset.TryParse(Root.Member("meta").Text("lastUpdated"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.UtcTicks : 0;

    /// <summary>
    /// What a reference leads to, in one spelling whatever server it names: <c>Type/id</c>, a URN, or system and value of an
    /// identifier. Null: nothing, or something inside the resource itself.
    /// </summary>
    public static string? KeyOf(JsonElement? reference) => reference.Text("reference") switch
    {
        ['#', ..] => null,
        ['u', 'r', 'n', ':', ..] urn => urn,
        { } target => Tail(target),
        null => Identifier(reference.Member("identifier")),
    };

    public static string? Identifier(JsonElement? identifier) =>
        identifier.Text("value") is { Length: > 0 } value ? $"{identifier.Text("system")}|{value}" : null;

    /// <summary>Who a claim is about.</summary>
    public static string? PatientOf(JsonElement? reference) =>
        KeyOf(reference) is { } key && (key.StartsWith("Patient/", StringComparison.Ordinal) || key.StartsWith("urn:", StringComparison.Ordinal) || key.Contains('|', StringComparison.Ordinal)) ? key : null;

    /// <summary>The resource inside this one that a reference leads to.</summary>
    public JsonElement? Contained(JsonElement? reference)
    {
        if (reference.Text("reference") is not ['#', .. var id])
        {
            return null;
        }

        foreach (var contained in Root.Items("contained"))
        {
            if (contained.Text("id") == id)
            {
                return contained;
            }
        }

        return null;
    }

    /// <summary>
    /// The institution a reference leads to: its ten digits when they are told with it, else a code made of what it refers
    /// to, for which an Organization of the export may tell the digits.
    /// </summary>
    /// <param name="mayBePerson">True: where it is a person who bills, that person is the place.</param>
    public ShortCode Place(JsonElement? reference, bool mayBePerson)
    {
        if (reference is null)
        {
            return ShortCode.None;
        }

        if (Contained(reference) is { } contained)
        {
            return contained.Text("resourceType") == "Organization" ? OrganizationReading.InstitutionOf(contained) ?? ShortCode.None : ShortCode.None;
        }

        return OrganizationReading.InstitutionOf(reference.Member("identifier")) is { IsNone: false } told ? told
            : KeyOf(reference) is { } key && (mayBePerson || IsOrganization(reference, key)) ? CodeOf(key)
            : ShortCode.None;
    }

    /// <summary>A short code for what a reference leads to: the id of an Organization as it is when it fits, else a hash.</summary>
    public static ShortCode CodeOf(string key)
    {
        const string Organization = "Organization/";
        return key.StartsWith(Organization, StringComparison.Ordinal) && ShortCode.Of(key[Organization.Length..]) is { IsNone: false } plain
            ? plain
            : ShortCode.Of(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, ShortCode.MostBytes / 2)))!.Value;
    }

    private static bool IsOrganization(JsonElement? reference, string key) =>
        key.StartsWith("Organization/", StringComparison.Ordinal) || reference.Text("type") == "Organization";

    private static string? Tail(string reference) => Reading.MedicineReferences.Tail(reference);
}
