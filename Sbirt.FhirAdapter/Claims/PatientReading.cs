using System.Globalization;
using System.Text.Json;
using Sbirt.Content.Claims;
using Sbirt.FhirAdapter.Directory;

namespace Sbirt.FhirAdapter.Claims;

/// <summary>Reads Patient: birth date, sex, name in kana, and under what it may be referred to.</summary>
internal static class PatientReading
{
    private const int MostIdentifiers = 8;

    public static ClaimLine Of(ClaimResource resource)
    {
        if (resource.Key is not { } key)
        {
            return new UnreadLine(ClaimLineReasons.IdMissing, TakesClaim: false);
        }

        var root = resource.Root;
        return new PatientLine(
            key,
            [.. root.Items("identifier").Select(one => ClaimResource.Identifier(one)).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostIdentifiers)],
            DateOnly.TryParseExact(root.Text("birthDate"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birth) ? birth : null,
            root.Text("gender") switch { "male" => ClaimSex.Male, "female" => ClaimSex.Female, _ => ClaimSex.Unknown },
            KanaOf(root),
            InsuredNumbers.OfMemberId(root.Items("identifier")));
    }

    private static string? KanaOf(JsonElement patient)
    {
        foreach (var name in patient.Items("name"))
        {
            if (((JsonElement?)name).Extension(ClaimUris.Representation).Text("valueCode") == "SYL")
            {
                return name.Text("text") ?? name.Text("family") + string.Concat(name.Items("given").Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()));
            }
        }

        return null;
    }
}
