using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Sbirt.FhirAdapter.Client;
using Sbirt.FhirAdapter.Client.Transport;
using Sbirt.Tests.FhirAdapter.Client;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.FhirAdapter.Client.FhirReads;

namespace Sbirt.Tests.Attacks;

/// <summary>N1, N2, N3, N8 and J15: who is contacted, and who gets the token.</summary>
public sealed class FhirServerTrustTests
{
    [Fact]
    public async Task N1_a_server_that_is_not_on_the_list_is_not_contacted()
    {
        await using var listed = await EhrServer.StartAsync();
        await using var other = await EhrServer.StartAsync();
        other.Holds("Patient/p-1", Patient);
        using var client = Trusting(listed).Client();
        using var trustsNobody = new FhirClientOptions().Client();

        (await client.RefusalAsync(other.Access(), "Patient/p-1")).ShouldBe("fhir-server-not-trusted");
        (await trustsNobody.RefusalAsync(other.Access(), "Patient/p-1")).ShouldBe("fhir-server-not-trusted");
        other.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://ehr.example/fhir")]
    [InlineData("https://ehr.example:8443/fhir")]
    [InlineData("https://ehr.example.evil.example/fhir")]
    [InlineData("https://evil-ehr.example/fhir")]
    [InlineData("https://ehr.example./fhir")]
    [InlineData("https://ehr.example@evil.example/fhir")]
    [InlineData("https://user:secret@ehr.example/fhir")]
    [InlineData("https://ehr.example/fhirx")]
    [InlineData("https://ehr.example/FHIR")]
    [InlineData("https://ehr.example/")]
    [InlineData("https://ehr.example/fhir/../admin")]
    [InlineData("https://ehr.example/fhir/%2e%2e/admin")]
    [InlineData("https://ehr.example/fhir?x=1")]
    [InlineData("https://ehr.example/fhir#x")]
    [InlineData("https://ehr.example/fhir\\tenant")]
    [InlineData("https://2130706433/fhir")]
    [InlineData("https://[::ffff:127.0.0.1]/fhir")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://ehr.example/fhir")]
    public async Task N1_nothing_that_only_resembles_a_listed_base_is_trusted(string baseUrl)
    {
        using var client = new FhirClientOptions { Servers = TrustedServers.Of(["https://ehr.example/fhir"], false) }.Client();

        (await client.RefusalAsync(new FhirAccess(new Uri(baseUrl), Token, PatientId), "Patient/p-1"))
            .ShouldBe("fhir-server-not-trusted");
    }

    [Theory]
    [InlineData("https://ehr.example/fhir")]
    [InlineData("https://EHR.example:443/fhir/")]
    [InlineData("https://ehr.example/fhir/tenant-7")]
    public void The_listed_base_is_trusted_however_it_is_written_and_below_it(string baseUrl) =>
        TrustedServers.Of(["https://ehr.example/fhir/"], false).Trusts(new Uri(baseUrl)).ShouldBeTrue();

    [Theory]
    [InlineData("http://ehr.example/fhir", true)]
    [InlineData("http://127.0.0.1:8080/fhir", false)]
    [InlineData("ehr.example/fhir", true)]
    [InlineData("https://ehr.example/fhir?x", true)]
    public void O4_a_wrong_base_in_the_settings_is_said_at_the_start(string baseUrl, bool allowHttpOnLoopback)
    {
        var fault = TrustedServers.FaultOf(baseUrl, allowHttpOnLoopback).ShouldNotBeNull();

        fault.Ja.ShouldNotBeEmpty();
        Should.Throw<ArgumentException>(() => TrustedServers.Of([baseUrl], allowHttpOnLoopback));
        TrustedServers.FaultOf("http://127.0.0.1:8080/fhir", allowHttpOnLoopback: true).ShouldBeNull();
    }

    [Fact]
    public async Task N1_a_trusted_name_that_leads_into_the_own_network_is_not_contacted()
    {
        await using var ehr = await EhrServer.StartAsync();
        ehr.Holds("Patient/p-1", Patient);
        using var client = (Trusting(ehr) with { AllowPrivateAddresses = false }).Client();

        (await client.RefusalAsync(ehr.Access(), "Patient/p-1")).ShouldBe("fhir-server-address-private");
        ehr.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:0:7f00:1::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("2606:4700::1111", true)]
    public void N1_private_and_reserved_addresses_are_known_in_every_dress(string address, bool isPublic) =>
        PublicAddress.IsPublic(IPAddress.Parse(address)).ShouldBe(isPublic);

    [Fact]
    public async Task N2_a_redirect_is_not_followed_and_the_token_stays()
    {
        await using var ehr = await EhrServer.StartAsync();
        await using var elsewhere = await EhrServer.StartAsync();
        ehr.Answers("Patient/p-1", EhrAnswers.RedirectTo(new Uri(elsewhere.BaseUrl + "/Patient/p-1")));
        ehr.Answers("Patient?_id=p-1", EhrAnswers.RedirectTo(new Uri(ehr.BaseUrl + "/Patient/p-1")));
        using var client = Trusting(ehr, elsewhere).Client();

        (await client.RefusalAsync(ehr.Access(), "Patient/p-1")).ShouldBe("fhir-server-redirects");
        (await client.RefusalAsync(ehr.Access(), "Patient?_id=p-1")).ShouldBe("fhir-server-redirects");
        elsewhere.Calls.ShouldBeEmpty();
        ehr.Calls.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("{other}/Observation?page=2")]
    [InlineData("//evil.example/fhir/Observation?page=2")]
    [InlineData("/admin/Observation?page=2")]
    [InlineData("../admin?page=2")]
    [InlineData("{base}/../admin?page=2")]
    [InlineData("{base}/%2e%2e/admin?page=2")]
    [InlineData("{base}evil?page=2")]
    [InlineData("https://evil.example")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://")]
    public async Task N3_a_next_page_anywhere_but_below_the_same_base_is_refused_whole(string link)
    {
        await using var ehr = await EhrServer.StartAsync();
        await using var other = await EhrServer.StartAsync();
        var next = link
            .Replace("{base}", ehr.BaseUrl.AbsoluteUri, StringComparison.Ordinal)
            .Replace("{other}", other.BaseUrl.AbsoluteUri, StringComparison.Ordinal);
        ehr.Holds("Observation?patient=p-1", Observations(next: next, ids: ["a"]));
        using var client = Trusting(ehr, other).Client();

        (await client.RefusalAsync(ehr.Access(), "Observation?patient=p-1")).ShouldBe("fhir-page-elsewhere");
        ehr.Calls.Count.ShouldBe(1);
        other.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("localhost", 1)]
    [InlineData("localhost", -1)]
    [InlineData("other.example", 1)]
    public async Task N8_a_certificate_that_nobody_vouches_for_is_refused_before_anything_is_sent(string name, int daysLeft)
    {
        using var certificate = SelfSigned(name, daysLeft);
        await using var ehr = await EhrServer.StartAsync(certificate);
        ehr.Holds("Patient/p-1", Patient);
        using var client = Trusting(ehr).Client();

        (await client.RefusalAsync(ehr.Access(), "Patient/p-1")).ShouldBe("fhir-server-certificate-invalid");
        ehr.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void N8_no_switch_turns_the_checking_of_certificates_off()
    {
        using var connections = GuardedConnections.Create(allowPrivateAddresses: true, TimeSpan.FromSeconds(1));
        connections.SslOptions.RemoteCertificateValidationCallback.ShouldBeNull();
        connections.SslOptions.CertificateChainPolicy.ShouldBeNull();

        string[] switches = ["CertificateValidationCallback", "CertificateCustomValidation", "DangerousAccept", "CertificateChainPolicy"];
        new[] { "Sbirt.FhirAdapter", "Sbirt.Service" }
            .SelectMany(folder => Repository.Files(folder, "*.cs"))
            .Where(path => switches.Any(word => File.ReadAllText(path).Contains(word, StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1?_include=*")]
    [InlineData("../Group")]
    [InlineData("%2e%2e")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("1\n")]
    [InlineData("1/../2")]
    [InlineData("1&_has:Observation:patient:code=1")]
    [InlineData("患者1")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123-")]
    public async Task J15_an_id_that_is_more_than_an_id_makes_no_url(string patientId)
    {
        await using var ehr = await EhrServer.StartAsync();
        using var client = Trusting(ehr).Client();

        (await client.RefusalAsync(ehr.Access(patientId), $"Patient/{patientId}")).ShouldBe("fhir-patient-id-malformed");
        (await client.RefusalAsync(ehr.Access(), $"Patient/{patientId}")).ShouldBe("fhir-query-invalid");
        ehr.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Patient")]
    [InlineData("patient/p-1")]
    [InlineData("/Patient/p-1")]
    [InlineData("//evil.example/Patient/p-1")]
    [InlineData("https://evil.example/Patient/p-1")]
    [InlineData("Patient/p-1/_history/1")]
    [InlineData("Patient/p-1?_format=xml")]
    [InlineData("Patient/$everything")]
    [InlineData("Observation?")]
    [InlineData("Observation?patient=p-1#x")]
    [InlineData("Observation?patient=p-1\r\nX-Header: 1")]
    [InlineData("Observation?patient=p-1 HTTP/1.1")]
    [InlineData("Nonsense?patient=p-1")]
    public async Task J15_a_query_is_a_read_or_a_search_and_nothing_else(string query)
    {
        await using var ehr = await EhrServer.StartAsync();
        using var client = Trusting(ehr).Client();
        var reading = await client.ReadAsync(ehr.Access(), query, CancellationToken.None);

        reading.ShouldBeOfType<Sbirt.Content.Findings.Reading<FhirPages>.Refused>().Reasons[0].Code.ShouldBe("fhir-query-invalid");
        ehr.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\r\nX-Header: 1")]
    [InlineData("トークン")]
    public async Task J15_a_token_that_could_end_its_header_is_not_sent(string token)
    {
        await using var ehr = await EhrServer.StartAsync();
        using var client = Trusting(ehr).Client();

        (await client.RefusalAsync(ehr.Access() with { AccessToken = token }, "Patient/p-1")).ShouldBe("fhir-token-malformed");
        ehr.Calls.ShouldBeEmpty();
    }

    private static X509Certificate2 SelfSigned(string name, int daysLeft)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        if (name == "localhost")
        {
            names.AddIpAddress(IPAddress.Loopback);
        }

        request.CertificateExtensions.Add(names.Build());
        var end = TimeProvider.System.GetUtcNow().AddDays(daysLeft);
        return request.CreateSelfSigned(end.AddDays(-30), end);
    }
}
