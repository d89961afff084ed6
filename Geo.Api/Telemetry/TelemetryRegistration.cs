using Geo.Engine.Stores;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Geo.Api.Telemetry;

/// <summary>Metrics for Prometheus at <c>/metrics</c>, and traces by OTLP where an endpoint is configured; nothing goes out otherwise.</summary>
internal static class TelemetryRegistration
{
    private const string Path = "/metrics";

    public static void AddTelemetry(this IServiceCollection services, GeoOptions options)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("SocTrangGeo", serviceVersion: ProgramVersion.Text))
            .WithMetrics(metrics => metrics
                .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql", Meters.Name, StoreTelemetry.Name)
                .AddPrometheusExporter());
        if (options.OtlpEndpoint is { } endpoint)
        {
            telemetry.WithTracing(traces => traces
                .AddAspNetCoreInstrumentation()
                .AddSource(StoreTelemetry.Name, "Npgsql")
                .AddOtlpExporter(exporter => (exporter.Endpoint, exporter.Protocol) = (new Uri(endpoint, "v1/traces"), OtlpExportProtocol.HttpProtobuf)));
        }
    }

    /// <summary>The page that Prometheus reads. Routes are named by their patterns, so it tells no names of layers or people.</summary>
    public static void MapMetrics(this WebApplication app)
    {
        var resource = new Http.Resource(Path, []) { Needs = app.Services.GetRequiredService<GeoOptions>().MetricsRole };
        app.MapPrometheusScrapingEndpoint(Path).WithMetadata(resource);
    }
}
