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

    /// <summary>The settings that a command line asks for.</summary>
    public static GeoOptions Read(ParseResult line) => Defaults with
    {
        Store = line.GetRequiredValue(Store),
        DataFolder = line.GetRequiredValue(DataFolder),
        Threads = line.GetRequiredValue(Threads),
    };
}
