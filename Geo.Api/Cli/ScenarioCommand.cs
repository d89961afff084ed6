using System.CommandLine;

namespace Geo.Api.Cli;

/// <summary><c>scenario import FILE...</c>: files of other programs become parts of a scenario.</summary>
internal static class ScenarioCommand
{
    public static Command Build() => new("scenario", "Work on scenario files") { ScenarioImport.Build() };
}
