using System.Buffers;
using System.Text;
using Sbirt.FhirAdapter.Structure.Primitives;
using Sbirt.FhirAdapter.Structure.Table;

namespace Sbirt.FhirAdapter.Client;

/// <summary>A read (<c>Patient/1</c>) or a type search (<c>Observation?patient=1</c>), taken apart before any URL is made.</summary>
/// <param name="Text">The query as it is put behind the base.</param>
/// <param name="ResourceType">The R4 type asked for.</param>
/// <param name="Id">The id of a read; null for a search.</param>
internal sealed record FhirQuery(string Text, string ResourceType, string? Id)
{
    // What may stand in a URL's query, without the percent sign's need to be checked: a wrong escape finds nothing.
    private static readonly SearchValues<char> QueryCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?%|");

    /// <summary>
    /// Whether the text is a FHIR id that cannot mean anything else in a path. R4 allows <c>.</c> and <c>..</c>,
    /// which climb, so those are refused.
    /// </summary>
    public static bool IsSafeId(string id) =>
        PrimitiveForm.IsId(Encoding.UTF8.GetBytes(id)) && id.AsSpan().ContainsAnyExcept('.');

    /// <summary>The query, or null when it is neither a read nor a type search.</summary>
    public static FhirQuery? Parse(string text)
    {
        var end = text.AsSpan().IndexOfAny('/', '?');
        if (end <= 0 || StructureTable.R4.Resource(Encoding.UTF8.GetBytes(text[..end])) is not { } type)
        {
            return null;
        }

        var rest = text[(end + 1)..];
        if (text[end] == '/')
        {
            return IsSafeId(rest) ? new FhirQuery(text, type.Name, rest) : null;
        }

        return rest.Length > 0 && !rest.AsSpan().ContainsAnyExcept(QueryCharacters)
            ? new FhirQuery(text, type.Name, null)
            : null;
    }

    /// <summary>Whether it reads a Patient other than this one, which no answer could make right.</summary>
    public bool ReadsAnotherPatient(string patientId) => ResourceType == "Patient" && Id is not null && Id != patientId;

    /// <summary>The address below a base.</summary>
    public Uri Under(Uri baseUrl) => new($"{baseUrl.AbsoluteUri.TrimEnd('/')}/{Text}", UriKind.Absolute);
}
