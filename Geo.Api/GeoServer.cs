using Geo.Api.Health;
using Geo.Engine.Features;

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
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Geo.Api", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Urls.Split(';'));
        builder.Services.AddSingleton(options).AddSingleton(store).AddSingleton(time ?? TimeProvider.System).AddSingleton<PreparationProgress>();
        _ = prepare;
        return builder.Build();
    }
}
