using System.CommandLine;

namespace Geo.Api.Cli;

/// <summary>The options every command understands; their defaults are those of <see cref="GeoOptions"/>.</summary>
internal static class CommonOptions
{
    private static readonly GeoOptions Defaults = new();

    public static Option<string> Store { get; } = new("--store")
    {
        Description = "Where layers live: geopackage:FILE or postgis:CONNECTION",
        DefaultValueFactory = _ => Defaults.Store,
        Recursive = true,
    };

    public static Option<string> DataFolder { get; } = new("--data")
    {
        Description = "Folder of the bundled layers and scenarios",
        DefaultValueFactory = _ => Defaults.DataFolder,
        Recursive = true,
    };

    public static Option<int> Threads { get; } = new("--threads")
    {
        Description = "Threads of a scenario run; results never depend on it",
        DefaultValueFactory = _ => Defaults.Threads,
        Recursive = true,
    };

    public static Option<int> RunMemory { get; } = new("--run-memory")
    {
        Description = "Memory for what a scenario run measures, MiB; the rest lies in temporary files",
        DefaultValueFactory = _ => Defaults.RunMemoryMebibytes,
        Recursive = true,
    };

    public static Option<string?> SurfaceCache { get; } = new("--surface-cache")
    {
        Description = "Folder where measured surfaces are kept for later runs",
        DefaultValueFactory = _ => Defaults.SurfaceCache,
        Recursive = true,
    };

    public static Option<int> SurfaceCacheSize { get; } = new("--surface-cache-size")
    {
        Description = "Most MiB of that folder",
        DefaultValueFactory = _ => Defaults.SurfaceCacheMebibytes,
        Recursive = true,
    };

    /// <summary>The settings that a command line asks for.</summary>
    public static GeoOptions Read(ParseResult line) => Defaults with
    {
        Store = line.GetRequiredValue(Store),
        DataFolder = line.GetRequiredValue(DataFolder),
        Threads = line.GetRequiredValue(Threads),
        RunMemoryMebibytes = line.GetRequiredValue(RunMemory),
        SurfaceCache = line.GetValue(SurfaceCache),
        SurfaceCacheMebibytes = line.GetRequiredValue(SurfaceCacheSize),
    };
}
