using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Sbirt.Service;

namespace Sbirt.Tests.Hosts;

/// <summary>The real service on a real Kestrel at a free port of 127.0.0.1, with a data folder of its own.</summary>
public sealed class SbirtServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private SbirtServer(WebApplication app, string dataFolder)
    {
        this.app = app;
        DataFolder = dataFolder;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public string DataFolder { get; }

    public Uri Address => Client.BaseAddress!;

    /// <summary>Starts it; settings are keys such as <c>Sbirt:Limits:BodyBytes</c>.</summary>
    public static async Task<SbirtServer> StartAsync(params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("sbirt-test-").FullName;
        return await StartInAsync(folder, settings);
    }

    /// <summary>Starts it on a data folder that is there already.</summary>
    public static Task<SbirtServer> StartInAsync(string folder, params (string Key, string Value)[] settings) =>
        StartInAsync(folder, null, "Development", settings);

    /// <summary>The same with a clock of the test's own, and in another environment.</summary>
    public static async Task<SbirtServer> StartInAsync(
        string folder, TimeProvider? clock, string environment, IEnumerable<(string Key, string Value)> settings)
    {
        var options = new SbirtHostOptions(
            "http://127.0.0.1:0",
            folder,
            environment,
            settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value),
            clock);
        var app = await SbirtHost.CreateAsync(options, CancellationToken.None);
        await app.StartAsync();
        return new SbirtServer(app, folder);
    }

    /// <summary>Posts FHIR JSON and gives status and parsed body.</summary>
    public Task<FhirAnswer> PostAsync(string path, string json, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, json, headers);

    public Task<FhirAnswer> PutAsync(string path, string json, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Put, path, json, headers);

    public Task<FhirAnswer> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    /// <summary>Stops it without removing the data folder.</summary>
    public async Task StopAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(DataFolder, recursive: true);
    }

    /// <summary>Sends any method, with a body of FHIR JSON or none.</summary>
    public async Task<FhirAnswer> SendAsync(HttpMethod method, string path, string? json, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(Client.BaseAddress!, path));
        if (json is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+json");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Client.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        return new FhirAnswer((int)response.StatusCode, response.Headers, body) { ContentHeaders = response.Content.Headers };
    }
}

/// <summary>What came back.</summary>
public sealed record FhirAnswer(int Status, HttpResponseHeaders Headers, byte[] Body)
{
    /// <summary>Content-Type, Last-Modified and Allow, which HttpClient keeps apart.</summary>
    public HttpContentHeaders? ContentHeaders { get; init; }

    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>Our stable codes of an OperationOutcome, in order.</summary>
    public IReadOnlyList<string> ReasonCodes =>
        [.. Json.GetProperty("issue").EnumerateArray()
            .Select(issue => issue.GetProperty("details").GetProperty("coding")[0].GetProperty("code").GetString()!)];

    /// <summary>The resources of a Bundle of one type.</summary>
    public IReadOnlyList<JsonElement> Resources(string type) =>
        [.. Json.GetProperty("entry").EnumerateArray()
            .Select(entry => entry.GetProperty("resource"))
            .Where(resource => resource.GetProperty("resourceType").GetString() == type)];
}
