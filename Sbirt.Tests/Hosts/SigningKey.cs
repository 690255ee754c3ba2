using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Sbirt.Tests.Hosts;

/// <summary>A private key of the outside world, and the signatures it makes.</summary>
internal sealed class SigningKey
{
    private readonly ECDsa? curve;
    private readonly RSA? rsa;

    private SigningKey(string id, string algorithm, ECDsa? curve, RSA? rsa)
    {
        Id = id;
        Algorithm = algorithm;
        this.curve = curve;
        this.rsa = rsa;
    }

    public string Id { get; }

    public string Algorithm { get; }

    public static SigningKey Es384(string id) => new(id, "ES384", ECDsa.Create(ECCurve.NamedCurves.nistP384), null);

    public static SigningKey Es256(string id) => new(id, "ES256", ECDsa.Create(ECCurve.NamedCurves.nistP256), null);

    public static SigningKey Rs384(string id, int bits = 2048) => new(id, "RS384", null, RSA.Create(bits));

    /// <summary>The public key as a JSON Web Key; more members go before the others, e.g. <c>"use":"sig",</c>.</summary>
    public string PublicJwk(string more = "")
    {
        if (rsa is not null)
        {
            var numbers = rsa.ExportParameters(false);
            return $$"""{{{more}}"kty":"RSA","kid":"{{Id}}","n":"{{Text(numbers.Modulus!)}}","e":"{{Text(numbers.Exponent!)}}"}""";
        }

        var point = curve!.ExportParameters(false);
        var name = Algorithm == "ES256" ? "P-256" : "P-384";
        return $$"""{{{more}}"kty":"EC","crv":"{{name}}","kid":"{{Id}}","x":"{{Text(point.Q.X!)}}","y":"{{Text(point.Q.Y!)}}"}""";
    }

    /// <summary>The public key as X.509 writes it, which attackers use as a shared secret.</summary>
    public byte[] PublicBytes() => rsa?.ExportSubjectPublicKeyInfo() ?? curve!.ExportSubjectPublicKeyInfo();

    /// <summary>A key set of these keys.</summary>
    public static string Set(params string[] jwks) => $$"""{"keys":[{{string.Join(',', jwks)}}]}""";

    /// <summary>The signature over a text, as JSON Web Signature writes it (or as DER).</summary>
    public byte[] Sign(string text, bool asDer = false)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        var hash = Algorithm == "ES256" ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA384;
        var format = asDer ? DSASignatureFormat.Rfc3279DerSequence : DSASignatureFormat.IeeeP1363FixedFieldConcatenation;
        return rsa?.SignData(bytes, hash, RSASignaturePadding.Pkcs1) ?? curve!.SignData(bytes, hash, format);
    }

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
