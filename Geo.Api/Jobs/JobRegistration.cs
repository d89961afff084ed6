using Geo.Engine.Features;
using Geo.Engine.Jobs;

namespace Geo.Api.Jobs;

/// <summary>Registers the ledger and all that works with it.</summary>
internal static class JobRegistration
{
    /// <summary>The store of the layers keeps the ledger, too: a result and the end of its job are one change.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IFeatureStore store) => services
        .AddSingleton(store as IJobLedger ?? throw new ArgumentException($"The store {store.Description} keeps no ledger of jobs.", nameof(store)))
        .AddSingleton<JobPulse>().AddSingleton<RunningJobs>().AddSingleton<JobDesk>().AddSingleton<JobResults>().AddSingleton<JobCallbacks>()
        .AddSingleton<JobRun>().AddSingleton<JobRetention>().AddSingleton<JobEndpoints>()
        .AddHostedService<JobWorker>();

    public static void MapJobs(this IEndpointRouteBuilder routes) => routes.ServiceProvider.GetRequiredService<JobEndpoints>().Map(routes);
}
