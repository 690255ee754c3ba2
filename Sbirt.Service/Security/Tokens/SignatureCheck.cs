using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using Sbirt.Service.Security.Keys;

namespace Sbirt.Service.Security.Tokens;

/// <summary>
/// Whether the signature of a token holds: one algorithm, one key, no key of the token's own choice. The dearest
/// check, so it is the last before the token is marked as used; claims were judged before, and the token is not read again.
/// </summary>
internal static class SignatureCheck
{
    public static bool Holds(PresentedToken token, TrustedKey key)
    {
        var end = token.Compact.LastIndexOf('.');
        var signed = Encoding.ASCII.GetBytes(token.Compact, 0, end);
        var signature = Base64Url.DecodeFromChars(token.Compact.AsSpan(end + 1));
        SignatureProvider? provider = null;
        try
        {
            provider = key.Key.CryptoProviderFactory.CreateForVerifying(key.Key, token.Header.Algorithm);
            return provider.Verify(signed, signature);
        }
        catch (Exception refused) when (refused is SecurityTokenException or ArgumentException or NotSupportedException or CryptographicException)
        {
            return false;
        }
        finally
        {
            key.Key.CryptoProviderFactory.ReleaseSignatureProvider(provider!);
        }
    }
}
