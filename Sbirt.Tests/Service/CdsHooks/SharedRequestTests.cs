using System.Text.Json;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.CdsHooks;

/// <summary>Requests and feedback that others published, word for word.</summary>
public sealed class SharedRequestTests(SbirtServerFixture server) : IClassFixture<SbirtServerFixture>
{
    [Fact]
    public async Task The_coverage_requests_are_refused_for_what_is_wrong_with_them()
    {
        (await server.Running.HookAsync(TextOf("crd-order_sign.json"))).Refused(400, "hook-not-served");
        (await server.Running.HookAsync(TextOf("crd-order_sign.json"), "/cds-services/order-sign-crd")).Refused(404, "hook-service-unknown");

        var lacking = await server.Running.HookAsync(TextOf("crd-encounter_start.json"));

        lacking.Refused(412, "prefetch-missing", "fhir-server-not-trusted", "prefetch-missing");
        lacking.Text.ShouldNotContain("SAMPLE_TOKEN");
    }

    [Theory]
    [InlineData("spec/request-1.json", 412, "prefetch-missing")]
    [InlineData("spec/request-2.json", 400, "hook-not-served")]
    [InlineData("spec/request-3.json", 400, "hook-field-missing")]
    public async Task The_specifications_requests_lack_what_we_need_and_are_told_so(string name, int status, string code)
    {
        var answer = await server.Running.HookAsync(TextOf(name));

        answer.Status.ShouldBe(status, answer.Text);
        answer.ReasonCodes[0].ShouldBe(code);
        answer.Text.ShouldNotContain("some-opaque-fhir-access-token");
    }

    [Fact]
    public async Task The_specifications_patient_view_is_answered_once_our_data_lies_beside_its_own()
    {
        using var document = JsonDocument.Parse(TextOf("spec/request-1.json"));
        var patient = document.RootElement.GetProperty("prefetch").GetProperty("patientToGreet").GetRawText();
        var request = TextOf("spec/request-1.json").Replace("\"patientToGreet\"", $"\"patient\":{patient},\"answers\":null,\"patientToGreet\"", StringComparison.Ordinal);

        (await server.Running.HookAsync(request)).Kind().ShouldBe("invite");
    }

    [Theory]
    [InlineData("spec/feedback-1.json")]
    [InlineData("spec/feedback-2.json")]
    [InlineData("spec/feedback-3.json")]
    public async Task The_specifications_feedback_is_taken(string name) =>
        (await server.Running.HookAsync(TextOf(name), Calls.Feedback)).Status.ShouldBe(200);

    private static string TextOf(string name)
    {
        var path = SharedCases.Find(Path.Combine("cds-hooks", name));
        Assert.SkipWhen(path is null, $"The published requests (cds-hooks/{name}) are not beside the repository (shared/cases).");
        return File.ReadAllText(path!);
    }
}
