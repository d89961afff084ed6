using System.CommandLine;

namespace Geo.Api.Cli;

/// <summary><c>radio</c>: networks, models, antennas and measurements.</summary>
internal static class RadioCommand
{
    public static Command Build() =>
        new("radio", "Radio networks, models and measurements") { RadioCoverageCommand.Build(), RadioCalibrateCommand.Build(), RadioAntennaCommand.Build() };
}
