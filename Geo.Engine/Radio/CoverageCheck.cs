using System.Globalization;

namespace Geo.Engine.Radio;

/// <summary>The ranges of the model, asked of every transmitter and setting.</summary>
internal static class CoverageCheck
{
    /// <summary>One sentence for each value out of range: whose, what was received, what is allowed.</summary>
    public static IReadOnlyList<string> Problems(IReadOnlyList<Transmitter> transmitters, CoverageSettings settings)
    {
        var problems = new List<string>();
        Require(problems, "receiver height", settings.ReceiverHeightMetres, 1, 10, "m");
        Require(problems, "building height", settings.BuildingHeightMetres, 5, 50, "m");
        Require(problems, "street width", settings.StreetWidthMetres, 5, 50, "m");
        Require(problems, "threshold", settings.ThresholdDbm, -160, 0, "dBm");
        Require(problems, "extra loss", settings.ExtraLossDb, -30, 100, "dB");
        Require(problems, "radius", settings.MaxRadiusMetres, 1, 100_000, "m");
        foreach (var transmitter in transmitters)
        {
            Require(problems, $"transmitter {transmitter.Id}: height", transmitter.HeightMetres, 10, 150, "m");
            Require(problems, $"transmitter {transmitter.Id}: frequency", transmitter.FrequencyMegahertz, 500, 7_000, "MHz");
            Require(problems, $"transmitter {transmitter.Id}: EIRP per resource element", transmitter.EirpDbm, -50, 80, "dBm");
            Require(problems, $"transmitter {transmitter.Id}: easting", transmitter.X, -1e7, 1e7, "m");
            Require(problems, $"transmitter {transmitter.Id}: northing", transmitter.Y, -1e7, 2e7, "m");
        }

        return problems;
    }

    private static void Require(List<string> problems, string what, double value, double least, double most, string unit)
    {
        var isInside = value >= least && value <= most;
        if (!isInside)
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"{what} is {value} {unit}; allowed are {least} to {most} {unit}"));
    }
}
