using Geo.Api.Access;
using Geo.Api.Collections;
using Geo.Api.Coverages;
using Geo.Api.Editing;
using Geo.Api.Formats;
using Geo.Api.Health;
using Geo.Api.Http;
using Geo.Api.Jobs;
using Geo.Api.Landing;
using Geo.Api.Processes;
using Geo.Api.Scenarios;
using Geo.Api.Styles;
using Geo.Api.Telemetry;
using Geo.Api.Tiles;
using Geo.Engine.Features;
using Geo.Engine.Jobs;
using Geo.Engine.Scenarios;

namespace Geo.Api;

/// <summary>Puts the server together.</summary>
public static class GeoServer
{
    /// <summary>
    /// A server that is ready to run. On start it opens the store in the background (again and again until it answers), then calls
    /// <paramref name="prepare"/>; until both are done it is alive and not ready. It does not dispose the store.
    /// </summary>
    /// <exception cref="ArgumentException">Settings are out of range; the message lists them all.</exception>
    public static WebApplication Build(GeoOptions options, IFeatureStore store, Preparation? prepare = null, TimeProvider? time = null)
    {
        if (options.Problems() is { Count: > 0 } problems)
            throw new ArgumentException(string.Join(' ', problems), nameof(options));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(GeoServer).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
            WebRootPath = options.WebRoot is { } folder ? Path.GetFullPath(folder) : null,
        });
        if (options.WebRoot is null)
            builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(options.Urls.Split(';')).ConfigureKestrel(kestrel => Limits.Set(kestrel, options));
        AddServices(builder, options, store, prepare, time ?? TimeProvider.System);
        var app = builder.Build();
        app.UseOuterDoor();
        app.UseCallers();
        app.UseResponseCompression();
        app.UseMapFiles();
        MapEndpoints(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder, GeoOptions options, IFeatureStore store, Preparation? prepare, TimeProvider time)
    {
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true)
            .SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.StaticFiles", LogLevel.Error)
            // Logs nothing at these levels, but while it could, it begins a trace for each request.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None)
            // A server that cannot start is told of by whoever starts it, in one sentence.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Services.AddSingleton(options).AddSingleton(store).AddSingleton(time);
        builder.Services.AddSingleton<KnownKeys>().AddSingleton<TokenReader>().AddSingleton<Rates>().AddSingleton<ResourceMethods>();
        builder.Services.AddSingleton<Refusals>().AddHostedService(services => services.GetRequiredService<Refusals>());
        builder.Services.AddSingleton<PreparationProgress>().AddSingleton<GridCatalog>().AddSingleton<GridParts>().AddSingleton<VectorTiles>().AddSingleton<ScenarioShelf>();
        builder.Services.AddSingleton<MatchedCounts>().AddSingleton<Milestones>().AddSingleton<DownloadSlots>();
        builder.Services.AddSingleton(RunOptions.Of(options, time)).AddSingleton<ScoreExplainer>();
        builder.Services.AddSingleton(_ => new ScoreWeigher(store, RunOptions.Of(options, time), options.SliderMemoryMebibytes * 1024L * 1024)).AddSingleton<WeighedTiles>();
        builder.Services.AddHostedService(services => new StoreOpening(
            store, services.GetRequiredService<PreparationProgress>(), prepare, time, services.GetRequiredService<IHostApplicationLifetime>(), services.GetRequiredService<ILogger<StoreOpening>>()));
        builder.Services.AddProcesses(options).AddJobs(store);
        builder.Services.AddTelemetry(options);
        builder.Services.AddGeoCompression();
        // Longer than running jobs are waited for, so that those which do not finish are still given back.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(options.JobDrainSeconds + 10));
    }

    private static void MapEndpoints(WebApplication app)
    {
        app.MapLanding();
        app.MapApi();
        app.MapCollections();
        app.MapItems();
        app.MapDownloads();
        app.MapEditing();
        app.MapHistory();
        app.MapTransactions();
        app.MapFunctions();
        app.MapSchemas();
        app.MapGrids();
        app.MapCoverages();
        app.MapTiles();
        app.MapTileMatrixSets();
        app.MapVectorTiles();
        app.MapDatasetTiles();
        app.MapCollectionStyles();
        app.MapThemeStyles();
        app.MapScenarios();
        app.MapRuns();
        app.MapWhy();
        app.MapWeighed();
        app.MapProcesses();
        app.MapJobs();
        app.MapHealth();
        app.MapMetrics();
    }
}
