using Geo.Engine.Scenarios;
using Geo.Engine.Scenarios.Keeping;

namespace Geo.Api;

/// <summary>How scenarios are run under the settings of a server or a command.</summary>
internal static class RunOptions
{
    private const int Mebibyte = 20;

    /// <summary>The settings of a run.</summary>
    public static RunSettings Of(GeoOptions options, TimeProvider time) => new(options.Threads, ProgramVersion.Text, time)
    {
        Keeping = new KeepingSettings
        {
            MostBytesInMemory = (long)options.RunMemoryMebibytes << Mebibyte,
            Cache = options.SurfaceCache is { } folder ? new SurfaceCache(folder, (long)options.SurfaceCacheMebibytes << Mebibyte, time) : null,
        },
    };
}
