using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Sbirt.Service.Security.Keys;
using Sbirt.Service.Settings;

namespace Sbirt.Service.Security.Tokens;

/// <summary>
/// Takes one made-up token of nobody through both schemes and the signature check before anything listens, so that the first
/// caller does not wait for code to be compiled. It opens nothing: its issuer is not trusted, and its key is forgotten.
/// </summary>
internal static class TokenWarmUp
{
    private const string Nobody = "warm-up";

    public static async Task RunAsync(IServiceProvider services)
    {
        if (services.GetRequiredService<SbirtSettings>().Security.IsOpen)
        {
            return;
        }

        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var compact = Signed(pair, services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (PresentedToken.Read(compact, out _) is { } token)
        {
            SignatureCheck.Holds(token, TrustedKey.Ec(Nobody, "P-384", null, pair.ExportParameters(includePrivateParameters: false)));
        }

        await using var scope = services.CreateAsyncScope();
        foreach (var scheme in (string[])[TokenSchemes.Hook, TokenSchemes.Access])
        {
            var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
            context.Request.Headers.Authorization = "Bearer " + compact;
            await context.AuthenticateAsync(scheme);
        }
    }

    private static string Signed(ECDsa key, DateTimeOffset now)
    {
        var claims = string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"iss":"{{Nobody}}","aud":"{{Nobody}}","jti":"{{Nobody}}","client_id":"{{Nobody}}","iat":{{now.ToUnixTimeSeconds()}},"exp":{{now.ToUnixTimeSeconds() + 60}}}""");
        var text = Part($$"""{"alg":"ES384","kid":"{{Nobody}}","typ":"JWT"}""") + "." + Part(claims);
        return text + "." + Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA384));
    }

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
