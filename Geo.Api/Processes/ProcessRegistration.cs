using Geo.Api.Http;

namespace Geo.Api.Processes;

/// <summary>Registers the processes that this server offers, and what executes them.</summary>
internal static class ProcessRegistration
{
    public static IServiceCollection AddProcesses(this IServiceCollection services, GeoOptions options)
    {
        services.AddSingleton<RunScenarioProcess>().AddSingleton<Process>(s => s.GetRequiredService<RunScenarioProcess>());
        services.AddSingleton<ComparedRuns>().AddSingleton<Process, CompareScenariosProcess>();
        services.AddSingleton<Process, ZonalStatisticsProcess>().AddSingleton<Process, WhyThisScoreProcess>().AddSingleton<Process, CoverageProcess>().AddSingleton<Process, PlanSitesProcess>();
        if (options.EchoProcess)
            services.AddSingleton<Process, EchoProcess>();
        return services.AddSingleton<ProcessCatalog>().AddSingleton<OutgoingRequests>().AddSingleton<ExecutionEndpoint>();
    }
}
