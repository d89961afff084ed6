using System.CommandLine;

namespace Geo.Api.Cli;

/// <summary>All commands. Without one, the executable serves.</summary>
internal static class CommandTree
{
    public static RootCommand Build()
    {
        var root = new RootCommand("SocTrangGeo: where, on this coast, should what go? Without a command it serves.")
        {
            CommonOptions.Store,
            CommonOptions.DataFolder,
            CommonOptions.Threads,
            CommonOptions.RunMemory,
            CommonOptions.SurfaceCache,
            CommonOptions.SurfaceCacheSize,
            ServeCommand.Build(),
            ImportCommand.Build(),
            DataCommand.Build(),
            RunCommand.Build(),
            CheckCommand.Build(),
            ScenarioCommand.Build(),
            ExportCommand.Build(),
            SitesCommand.Build(),
            RadioCommand.Build(),
            KeysCommand.Build(),
            DoctorCommand.Build(),
        };
        ServeCommand.MakeDefault(root);
        return root;
    }
}
