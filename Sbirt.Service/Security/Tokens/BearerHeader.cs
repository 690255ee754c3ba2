namespace Sbirt.Service.Security.Tokens;

/// <summary>The token of the one Authorization header; the query and the body are never looked at.</summary>
internal static class BearerHeader
{
    private const string Scheme = "Bearer ";

    /// <summary>Null with the reason when there is not exactly one.</summary>
    public static string? TokenOf(HttpRequest request, out TokenRefusal refusal)
    {
        var headers = request.Headers.Authorization;
        refusal = headers.Count == 0 ? TokenRefusal.Missing : TokenRefusal.Header;
        return headers is [{ } header]
            && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && header[Scheme.Length..].Trim() is { Length: > 0 } token
            && !token.Contains(',', StringComparison.Ordinal)
                ? token
                : null;
    }
}
