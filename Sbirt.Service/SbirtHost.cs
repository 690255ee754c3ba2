using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Sbirt.Content.ContentFiles;
using Sbirt.FhirAdapter.Questionnaires;
using Sbirt.Service.CdsHooks;
using Sbirt.Service.Observing;
using Sbirt.Service.Reports;
using Sbirt.Service.Rules;
using Sbirt.Service.Screening;
using Sbirt.Service.Security;
using Sbirt.Service.Security.Scopes;
using Sbirt.Service.Security.Tokens;
using Sbirt.Service.Settings;
using Sbirt.Service.Store;
using Sbirt.Service.Store.Audit;
using Sbirt.Service.Store.Prompts;

namespace Sbirt.Service;

/// <summary>The running service: every registration and every route is written out here.</summary>
internal static class SbirtHost
{
    /// <summary>How long calls under way may take to finish after a signal to stop.</summary>
    public static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(10);

    // Settings are read and checked once. Watching their files would watch the whole folder, the store in it included.
    private static readonly string[] ReadSettingsOnce = ["--hostBuilder:reloadConfigOnChange=false"];

    /// <summary>Builds the service and opens its store; nothing listens yet.</summary>
    /// <exception cref="SettingsFaultException">A setting is wrong.</exception>
    /// <exception cref="ContentFaultException">A content file is wrong.</exception>
    /// <exception cref="StoreRefusedException">The store must not be opened.</exception>
    public static async Task<WebApplication> CreateAsync(SbirtHostOptions options, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = options.EnvironmentName, Args = ReadSettingsOnce });
        await builder.AddSbirtAsync(options, cancellation);
        var app = builder.Build();
        app.UseSbirt();
        await WarmUp.RunAsync(app);
        HookWarmUp.Run(app.Services);
        await TokenWarmUp.RunAsync(app.Services);
        return app;
    }

    private static async Task AddSbirtAsync(this WebApplicationBuilder builder, SbirtHostOptions options, CancellationToken cancellation)
    {
        builder.Configuration.AddInMemoryCollection(options.Settings ?? new Dictionary<string, string?>());
        var urls = options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var settings = SettingsCheck.Read(builder.Configuration, builder.Environment.IsDevelopment(), urls);
        Directory.CreateDirectory(options.DataFolder);

        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(kestrel => Limit(kestrel, settings.Limits));
        builder.Services.Configure<SocketTransportOptions>(ServeOnTheThreadThatReads);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.AddTrust(settings, builder.Environment.IsDevelopment());
        await AddServicesAsync(builder.Services, settings, options, cancellation);
    }

    // A call is answered within a millisecond: handing it from thread to thread for each piece of its body costs more than
    // it gains. The threads are those of the pool, so a call that waits for the disk keeps no socket waiting.
    private static void ServeOnTheThreadThatReads(SocketTransportOptions sockets) => sockets.UnsafePreferInlineScheduling = true;

    private static async Task AddServicesAsync(
        IServiceCollection services, SbirtSettings settings, SbirtHostOptions options, CancellationToken cancellation)
    {
        var clock = options.Clock ?? TimeProvider.System;
        var assessor = await ContentInUse.AssessorForAsync(options.DataFolder, settings, clock.Today(), cancellation);
        ClientPacks.Check(settings, assessor.Content.Thresholds);
        var key = AuditKey.InFolder(options.DataFolder);
        var store = await ResourceStore.OpenAsync(
            StoreOptions.From(settings.Store.Provider, settings.Store.Connection, options.DataFolder),
            key,
            clock,
            () => Guid.CreateVersion7().ToString(),
            cancellation);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = DrainTime);
        // A page in the developer's browser may point its own name at 127.0.0.1; it is not answered. In Trusted mode
        // with a public address, what the Host header says is not used at all.
        services.AddHostFiltering(hosts =>
        {
            hosts.AllowedHosts = settings.Security.IsOpen || string.IsNullOrEmpty(settings.PublicUrl) ? ["localhost", "127.0.0.1", "[::1]"] : ["*"];
            hosts.IncludeFailureMessage = false;
        });
        services.AddSingleton(settings);
        services.AddSingleton(clock);
        services.AddSingleton(assessor);
        services.AddSingleton(_ => store);
        services.AddSingleton(new QuestionnaireCatalogue(assessor.Content.Instruments.Instruments, assessor.Content.Version));
        services.AddSingleton<FhirBody>();
        services.AddSingleton<FhirIntake>();
        services.AddSingleton<ResponseIntake>();
        services.AddSingleton<AssessEndpoint>();
        services.AddSingleton<ExtractEndpoint>();
        services.AddSingleton<PopulateEndpoint>();
        services.AddSingleton<ValidateEndpoint>();
        services.AddSingleton<ResponseEndpoints>();
        services.AddSingleton<QuestionnaireEndpoints>();
        services.AddSingleton<BundleEndpoint>();
        services.AddSingleton<MetadataEndpoint>();
        services.AddSingleton<Admission>();
        services.AddSingleton<CallGate>();
        services.AddSingleton(key);
        services.AddSingleton(_ => new PromptStore(store.Commits, store.Audit));
        services.AddSingleton(new HookCatalogue(assessor.Content));
        services.AddSingleton<HookBody>();
        services.AddSingleton<HookReading>();
        services.AddSingleton<PrefetchGathering>();
        services.AddSingleton<ScreeningHook>();
        services.AddSingleton<MedicinesHook>();
        services.AddSingleton<Prompting>();
        services.AddSingleton<HookFeedbackIntake>();
        services.AddSingleton<HookEndpoints>();
        services.AddSingleton(_ => new PromptHistory(store.Database, store.Audit));
        services.AddSingleton<PromptReportEndpoint>();
        services.AddSingleton<RulesEndpoint>();
    }

    private static void UseSbirt(this WebApplication app)
    {
        app.UseHostFiltering();
        app.UseMiddleware<PublicAddress>();
        app.UseMiddleware<FaultBoundary>();
        app.UseBrowserOrigins();
        app.UseMiddleware<Admission>();
        app.UseMiddleware<TrustGate>();
        app.UseMiddleware<CallGate>();
        app.MapHealth();
        SmartConfigurationEndpoint.Map(app, app.Services.GetRequiredService<SbirtSettings>());
        var fhir = app.MapGroup(FhirBase.Path);
        MetadataEndpoint.Map(fhir);
        QuestionnaireEndpoints.Map(fhir);
        ResponseEndpoints.Map(fhir);
        AssessEndpoint.Map(fhir);
        ExtractEndpoint.Map(fhir);
        PopulateEndpoint.Map(fhir);
        ValidateEndpoint.Map(fhir);
        BundleEndpoint.Map(fhir);
        HookEndpoints.Map(app);
        PromptReportEndpoint.Map(app);
        RulesEndpoint.Map(app);
    }

    private static void Limit(KestrelServerOptions kestrel, LimitSettings limits)
    {
        kestrel.AddServerHeader = false;
        // Kestrel counts the framing of chunks as body too, so FhirBody holds the limit and this only bounds the framing.
        kestrel.Limits.MaxRequestBodySize = 2L * limits.BodyBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = limits.HeaderBytes;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
    }
}
