using System.Text.Json;
using Sbirt.FhirAdapter.Structure;
using Sbirt.Tests.FhirAdapter.CdsHooks;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.CdsHooks.Calls;

namespace Sbirt.Tests.Service.CdsHooks;

/// <summary>The additions of CDS Hooks 3.0: for a record system that agreed to them, and for nobody else.</summary>
public sealed class Hooks3CallTests(Hooks3ServerFixture agreed) : IClassFixture<Hooks3ServerFixture>
{
    private const string Screening = Calls.Path;
    private const string Medicines = "/cds-services/sbirt-medicines";

    [Fact]
    public async Task Every_suggestion_tells_a_3_client_how_its_actions_belong_together_and_no_other_client()
    {
        var server = agreed.Server;
        var drafted = Call(Prefetch(Patient(), null, ("orders", "null")), "order-sign", "i-3", encounter: "e-3", context: $",\"draftOrders\":{Searchset(Drafted.Order())}");

        foreach (var (call, path) in new[] { (NeverAsked("i-1", "e-1"), Screening), (WithResult("i-2", "e-2"), Screening), (drafted, Medicines) })
        {
            Behaviours(await server.HookAsync(call, path)).ShouldAllBe(behaviour => behaviour == "all");
            Behaviours(await server.OtherHookAsync(call, path)).ShouldAllBe(behaviour => behaviour == null);
        }
    }

    [Fact]
    public async Task But_for_the_additions_both_read_the_same_cards()
    {
        var server = agreed.Server;

        Bare(await server.HookAsync(WithResult("i-4", "e-4"))).ShouldBe(Bare(await server.OtherHookAsync(WithResult("i-4", "e-4"))));
    }

    [Fact]
    public async Task Discovery_names_the_version_to_a_3_client_alone()
    {
        var server = agreed.Server;
        var mine = await server.Running.GetAsync(TrustedServer.Discovery, ("Authorization", "Bearer " + server.Token(TrustedServer.Discovery).Signed));
        var others = await server.Running.GetAsync(TrustedServer.Discovery, ("Authorization", "Bearer " + server.OtherToken(TrustedServer.PublicUrl + TrustedServer.Discovery).Signed));

        Versions(mine).ShouldAllBe(version => version == "3.0.0");
        Versions(others).ShouldAllBe(version => version == null);
    }

    [Theory]
    [InlineData("{}", 400, "hook-field-missing")]
    [InlineData("{", 400, "invalid-json")]
    [InlineData(null, 412, "prefetch-missing")]
    public async Task A_refusal_carries_a_stable_code_in_the_details_of_each_issue(string? body, int status, string code)
    {
        var server = agreed.Server;
        var call = body ?? Call(Prefetch(Patient(), null), instance: "i-5", encounter: "e-5");

        foreach (var answer in new[] { await server.HookAsync(call), await server.OtherHookAsync(call) })
        {
            answer.Status.ShouldBe(status, answer.Text);
            answer.Json.GetProperty("resourceType").GetString().ShouldBe("OperationOutcome");
            StructureValidator.Validate(answer.Body).ShouldBeEmpty();
            answer.ReasonCodes[0].ShouldStartWith(code);
            answer.Json.GetProperty("issue").EnumerateArray().ShouldAllBe(issue => issue.GetProperty("details").GetProperty("text").GetString()!.Length > 0);
        }
    }

    private static List<string?> Behaviours(FhirAnswer answer)
    {
        var all = answer.Cards().SelectMany(card => card.GetProperty("suggestions").EnumerateArray())
            .Select(suggestion => suggestion.TryGetProperty("actionSelectionBehavior", out var behaviour) ? behaviour.GetString() : null).ToList();
        all.ShouldNotBeEmpty(answer.Text);
        return all;
    }

    private static List<string?> Versions(FhirAnswer answer)
    {
        answer.Status.ShouldBe(200, answer.Text);
        var all = answer.Json.GetProperty("services").EnumerateArray()
            .Select(service => service.TryGetProperty("version", out var version) ? version.GetString() : null).ToList();
        all.Count.ShouldBe(8);
        return all;
    }

    private static string Bare(FhirAnswer answer) => System.Text.RegularExpressions.Regex.Replace(
        JsonSerializer.Serialize(answer.Cards()), "\"uuid\":\"[^\"]+\"|,\"actionSelectionBehavior\":\"all\"", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(2));
}
