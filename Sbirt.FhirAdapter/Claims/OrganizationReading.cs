using System.Text.Json;
using Sbirt.Content.Claims;
using Sbirt.FhirAdapter.Directory;

namespace Sbirt.FhirAdapter.Claims;

/// <summary>Reads the numbers of institutions and insurers.</summary>
internal static class OrganizationReading
{
    private const int InstitutionDigits = 10;

    public static ClaimLine Of(ClaimResource resource)
    {
        if (resource.Key is not { } key)
        {
            return new UnreadLine(ClaimLineReasons.IdMissing, TakesClaim: false);
        }

        var (institution, insurer) = (InstitutionOf(resource.Root), InsurerOf(resource.Root));
        return institution is null && insurer is null ? new OtherLine() : new OrganizationLine(ClaimResource.CodeOf(key), institution ?? ShortCode.None, insurer);
    }

    /// <summary>保険者番号 of an Organization, in one spelling.</summary>
    public static string? InsurerOf(JsonElement? organization)
    {
        foreach (var identifier in organization.Items("identifier"))
        {
            if (ClaimUris.IsInsurer(identifier.Text("system")) && InsuredNumbers.Insurer(identifier.Text("value")) is { } insurer)
            {
                return insurer;
            }
        }

        return null;
    }

    /// <summary>The ten digits of an Organization: written together, or in the three parts of JP Core.</summary>
    public static ShortCode? InstitutionOf(JsonElement organization)
    {
        foreach (var identifier in organization.Items("identifier"))
        {
            if (InstitutionOf((JsonElement?)identifier) is { IsNone: false } told)
            {
                return told;
            }
        }

        var whole = (JsonElement?)organization;
        var parts = Part(whole.Extension(ClaimUris.Prefecture)) + Part(whole.Extension(ClaimUris.FeeTable)) + Part(whole.Extension(ClaimUris.InstitutionNumber));
        return TenDigits(parts);
    }

    /// <summary>The ten digits in an identifier; none when it is another.</summary>
    public static ShortCode InstitutionOf(JsonElement? identifier) =>
        identifier.Text("system") == ClaimUris.TenDigits ? TenDigits(InsuredNumbers.Plain(identifier.Text("value"))) ?? ShortCode.None : ShortCode.None;

    private static string? Part(JsonElement? extension) =>
        extension.Member("valueCoding").Text("code") ?? extension.Member("valueIdentifier").Text("value") ?? extension.Text("valueString");

    private static ShortCode? TenDigits(string? text) =>
        text is { Length: InstitutionDigits } && text.All(char.IsAsciiDigit) ? ShortCode.Of(text) : null;
}
