using System.Buffers.Text;
using System.Text.Json;

namespace Sbirt.Service.Security.Tokens;

/// <summary>A signed token as it was sent, read strictly and believed in nothing yet (RFC 7515, RFC 7519, RFC 8725).</summary>
internal sealed record PresentedToken(string Compact, TokenHeader Header, TokenClaims Claims)
{
    /// <summary>Longest token that is read.</summary>
    public const int MostBytes = 8 * 1024;

    private const int SignedParts = 3;
    private const int EncryptedParts = 5;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>The token, or null with the reason.</summary>
    public static PresentedToken? Read(string compact, out TokenRefusal refusal)
    {
        if (compact.Length > MostBytes)
        {
            refusal = TokenRefusal.TooLong;
            return null;
        }

        var parts = compact.Split('.');
        if (parts.Length != SignedParts)
        {
            refusal = parts.Length == EncryptedParts ? TokenRefusal.Encrypted : TokenRefusal.Form;
            return null;
        }

        using var header = ObjectIn(parts[0]);
        using var claims = ObjectIn(parts[1]);
        if (header is null || claims is null || Decoded(parts[2]) is null)
        {
            refusal = TokenRefusal.Form;
            return null;
        }

        if (TokenHeader.Read(header.RootElement) is not { } readHeader)
        {
            refusal = TokenRefusal.TokenHeader;
            return null;
        }

        refusal = TokenRefusal.Claims;
        return TokenClaims.Read(claims.RootElement) is { } readClaims ? new(compact, readHeader, readClaims) : null;
    }

    /// <summary>Prints nothing of the token.</summary>
    public override string ToString() => nameof(PresentedToken);

    private static JsonDocument? ObjectIn(string part)
    {
        if (Decoded(part) is not { } bytes)
        {
            return null;
        }

        try
        {
            var document = JsonDocument.Parse(bytes, Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Base64url in its one canonical spelling, without padding or spaces.</summary>
    private static byte[]? Decoded(string part)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(part);
            return bytes.Length > 0 && Base64Url.EncodeToString(bytes) == part ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
