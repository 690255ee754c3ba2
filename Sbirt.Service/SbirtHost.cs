using Sbirt.Service.Observing;
using Sbirt.Service.Settings;

namespace Sbirt.Service;

/// <summary>The running service: every registration and every route is written out here.</summary>
internal static class SbirtHost
{
    /// <summary>Builds the service and opens its store; nothing listens yet.</summary>
    /// <exception cref="SettingsFaultException">A setting is wrong.</exception>
    /// <exception cref="Content.ContentFiles.ContentFaultException">A content file is wrong.</exception>
    public static async Task<WebApplication> CreateAsync(SbirtHostOptions options, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = options.EnvironmentName });
        builder.AddSbirt(options);
        var app = builder.Build();
        app.UseSbirt();
        await Task.CompletedTask.WaitAsync(cancellation);
        return app;
    }

    private static void AddSbirt(this WebApplicationBuilder builder, SbirtHostOptions options)
    {
        builder.Configuration.AddInMemoryCollection(options.Settings ?? new Dictionary<string, string?>());
        var urls = options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var settings = SettingsCheck.Read(builder.Configuration, builder.Environment.IsDevelopment(), urls);
        Directory.CreateDirectory(options.DataFolder);

        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.Limits.BodyBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = settings.Limits.HeaderBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
    }

    private static void UseSbirt(this WebApplication app)
    {
        app.UseMiddleware<FaultBoundary>();
        app.MapHealth();
    }
}
