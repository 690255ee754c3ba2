using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Sbirt.Content.Findings;
using Sbirt.FhirAdapter.Outcomes;
using Sbirt.Service.Store;

namespace Sbirt.Service.Screening;

/// <summary>What a caller wants written, alone or as an entry of a Bundle, before it meets the store.</summary>
/// <param name="Id">Id of the address of a PUT; null: POST.</param>
internal sealed partial record WriteCall(string? Id, string? IfMatch, string? IfNoneExist)
{
    /// <summary>The write for a response that may be stored, or why the headers or the id do not allow it.</summary>
    public Reading<Write> ToWrite(StorableResponse response)
    {
        if (Id is null)
        {
            return IfNoneExist is null
                ? new Reading<Write>.Ok(response.ToCreate())
                : IdentifierIn(IfNoneExist) is { } identifier
                    ? new Reading<Write>.Ok(response.ToCreate(identifier))
                    : Reading<Write>.Refuse(StoringReasons.IfNoneExist);
        }

        if (!IdForm().IsMatch(Id))
        {
            return Reading<Write>.Refuse(StoringReasons.IdForm);
        }

        if (response.SentId != Id)
        {
            return Reading<Write>.Refuse(StoringReasons.IdMismatch);
        }

        // Without If-Match only a new id may be written: otherwise two devices would overwrite each other unseen.
        return IfMatch is null
            ? new Reading<Write>.Ok(response.ToCreate(id: Id))
            : VersionTag.TryRead(IfMatch, out var version)
                ? new Reading<Write>.Ok(response.ToUpdate(Id, version))
                : Reading<Write>.Refuse(HttpReasons.VersionConflict);
    }

    /// <summary><c>identifier=system|value</c>, the one search that can be made conditional.</summary>
    public static BusinessIdentifier? IdentifierIn(string query)
    {
        var parsed = QueryHelpers.ParseQuery(query);
        if (parsed.Count != 1 || !parsed.TryGetValue("identifier", out var tokens) || tokens is not [{ Length: > 0 } token])
        {
            return null;
        }

        var bar = token.IndexOf('|', StringComparison.Ordinal);
        var (system, value) = bar < 0 ? (null, token) : (token[..bar], token[(bar + 1)..]);
        return value.Length == 0 || token.Contains('\0', StringComparison.Ordinal) ? null : new BusinessIdentifier(system, value);
    }

    /// <summary>The id grammar of R4 (datatypes.html#id).</summary>
    [GeneratedRegex(@"^[A-Za-z0-9\-.]{1,64}\z", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    public static partial Regex IdForm();
}
