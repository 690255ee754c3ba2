using Microsoft.Net.Http.Headers;

namespace Sbirt.Service.Screening;

/// <summary>Whether the copy a caller has is the current one: weak comparison, lists and <c>*</c> (RFC 9110 section 13.1.2).</summary>
internal static class IfNoneMatch
{
    public static bool Names(HttpRequest request, string tag)
    {
        var current = EntityTagHeaderValue.Parse(tag);
        return EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
            && known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(current, useStrongComparison: false));
    }
}
