using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Sbirt.Tests.FhirAdapter.Client;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.FhirAdapter.Client.FhirReads;

namespace Sbirt.Tests.Attacks;

/// <summary>
/// N8 where the authority itself is trusted, so that only the date or the name is wrong. The system reads its trusted
/// authorities once, so the reads are made in a process of its own that trusts an authority made for the test.
/// </summary>
public sealed class CertificateTests
{
    private const string FolderVariable = "SBIRT_TEST_CERTIFICATES";

    [Fact]
    public async Task N8_under_a_trusted_authority_only_the_right_name_and_date_are_taken()
    {
        using var folder = new WorkFolder();
        var now = TimeProvider.System.GetUtcNow();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Authority of a test", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var authority = request.CreateSelfSigned(now.AddDays(-60), now.AddDays(60));
        folder.Write("authority.pem", authority.ExportCertificatePem());
        Issue(folder, authority, "right", "localhost", now.AddDays(-1), now.AddDays(1));
        Issue(folder, authority, "expired", "localhost", now.AddDays(-30), now.AddDays(-1));
        Issue(folder, authority, "other-name", "other.example", now.AddDays(-1), now.AddDays(1));

        var child = await CommandRun.RunAsync(
            folder.Path,
            "dotnet",
            [
                typeof(CertificateTests).Assembly.Location, "-noColor", "-explicit", "only",
                "-method", $"{typeof(CertificateTests).FullName}.{nameof(Reads_of_the_process_that_trusts_the_authority)}",
            ],
            "",
            [(FolderVariable, folder.Path), ("SSL_CERT_FILE", Path.Combine(folder.Path, "authority.pem")), ("SSL_CERT_DIR", folder.Path)]);

        child.ExitCode.ShouldBe(0, child.Output + child.Errors);
        child.Output.ShouldContain("Total: 1, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0");
    }

    [Fact(Explicit = true)]
    public async Task Reads_of_the_process_that_trusts_the_authority()
    {
        (await ReadAsync("right")).ShouldBeNull();
        (await ReadAsync("expired")).ShouldBe("fhir-server-certificate-invalid");
        (await ReadAsync("other-name")).ShouldBe("fhir-server-certificate-invalid");
    }

    private static async Task<string?> ReadAsync(string name)
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable).ShouldNotBeNull();
        using var certificate = X509CertificateLoader.LoadPkcs12FromFile(Path.Combine(folder, $"{name}.p12"), null);
        await using var ehr = await EhrServer.StartAsync(certificate);
        ehr.Holds("Patient/p-1", Patient);
        using var client = Trusting(ehr).Client();
        if (name != "right")
        {
            var refusal = await client.RefusalAsync(ehr.Access(), "Patient/p-1");
            ehr.Calls.ShouldBeEmpty();
            return refusal;
        }

        using var pages = await client.OkAsync(ehr.Access(), "Patient/p-1");
        return null;
    }

    private static void Issue(
        WorkFolder folder, X509Certificate2 authority, string name, string host, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        if (host == "localhost")
        {
            names.AddIpAddress(IPAddress.Loopback);
        }

        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(authority, from, until, RandomNumberGenerator.GetBytes(8));
        using var whole = issued.CopyWithPrivateKey(key);
        File.WriteAllBytes(Path.Combine(folder.Path, $"{name}.p12"), whole.Export(X509ContentType.Pkcs12));
    }
}
