using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Sbirt.Tests.Benchmarks;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Conformance;

/// <summary>A record system in a real browser, on an origin of its own: discovers, calls, shows, accepts, tells what became of it.</summary>
public sealed class BrowserClientTests
{
    [Fact]
    [Rows(208)]
    public async Task A_page_of_another_origin_shows_the_card_accepts_it_and_the_report_knows()
    {
        var chromium = NodeTools.Chromium();
        await using var page = await StartPageAsync();
        var origin = page.Urls.First();
        await using var server = await SbirtServer.StartAsync(("Sbirt:Clients:0:Origins:0", origin));

        var seen = NodeTools.Run("cds-client.mjs", [Case(origin, server)], chromium)[0]!;

        seen["shown"]!.GetValue<string>().ShouldBe("shown 1");
        seen["summaries"]![0]!.GetValue<string>().ShouldStartWith("AUDIT ");
        seen["accepted"]!.GetValue<string>().ShouldBe("accepted");
        seen["created"]!.AsArray().Select(each => each!["resourceType"]!.GetValue<string>()).ShouldBe(["Communication", "Task"]);
        var report = await server.GetAsync("/reports/prompts?format=json");
        report.Text.ShouldContain("\"accepted\":1");
    }

    [Fact]
    public async Task A_page_of_an_origin_that_is_not_configured_is_kept_out_by_the_browser()
    {
        var chromium = NodeTools.Chromium();
        await using var page = await StartPageAsync();
        await using var server = await SbirtServer.StartAsync(("Sbirt:Clients:0:Origins:0", "http://127.0.0.1:9"));

        var seen = NodeTools.Run("cds-client.mjs", [Case(page.Urls.First(), server, "cds-client-kept-out.png")], chromium)[0]!;

        seen["shown"]!.GetValue<string>().ShouldStartWith("failed");
        seen["accepted"].ShouldBeNull();
    }

    private static JsonObject Case(string origin, SbirtServer server, string picture = "cds-client.png") => new()
    {
        ["page"] = $"{origin}/cds-client.html?service={Uri.EscapeDataString(server.Address.ToString().TrimEnd('/'))}",
        ["picture"] = Environment.GetEnvironmentVariable("SBIRT_PICTURES") is { } folder ? Path.Combine(folder, picture) : null,
    };

    /// <summary>The record system's own web server: its page, and the record of one patient.</summary>
    private static async Task<WebApplication> StartPageAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var html = await File.ReadAllTextAsync(Repository.PathOf("Sbirt.Tests", "Conformance", "node", "cds-client.html"));
        app.MapGet("/cds-client.html", () => Results.Text(html, "text/html; charset=utf-8"));
        app.MapGet("/record.json", () => Results.Text(Record(), "application/json"));
        await app.StartAsync();
        return app;
    }

    private static string Record()
    {
        // The sheet of this patient reaches the range for a brief intervention.
        var call = JsonNode.Parse(HookCalls.One(Patient, DateOnly.FromDateTime(DateTime.Now)))!;
        return new JsonObject
        {
            ["patientId"] = call["context"]!["patientId"]!.DeepClone(),
            ["headers"] = new JsonObject(),
            ["prefetch"] = call["prefetch"]!.DeepClone(),
        }.ToJsonString();
    }

    private const int Patient = 3;
}
