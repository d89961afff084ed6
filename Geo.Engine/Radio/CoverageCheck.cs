using System.Globalization;

namespace Geo.Engine.Radio;

/// <summary>The ranges of the model, asked of every transmitter and setting.</summary>
internal static class CoverageCheck
{
    /// <summary>One sentence for each value out of range: whose, what was received, what is allowed.</summary>
    public static IReadOnlyList<BilingualText> Problems(IReadOnlyList<Transmitter> transmitters, CoverageSettings settings)
    {
        var problems = new List<BilingualText>();
        Require(problems, new("chiều cao máy thu", "receiver height"), settings.ReceiverHeightMetres, 1, 10, "m");
        Require(problems, new("chiều cao nhà", "building height"), settings.BuildingHeightMetres, 5, 50, "m");
        Require(problems, new("chiều rộng đường", "street width"), settings.StreetWidthMetres, 5, 50, "m");
        Require(problems, new("ngưỡng", "threshold"), settings.ThresholdDbm, -160, 0, "dBm");
        Require(problems, new("suy hao thêm", "extra loss"), settings.ExtraLossDb, -30, 100, "dB");
        Require(problems, new("bán kính", "radius"), settings.MaxRadiusMetres, 1, 100_000, "m");
        foreach (var transmitter in transmitters)
        {
            Require(problems, new($"trạm phát {transmitter.Id}: chiều cao", $"transmitter {transmitter.Id}: height"), transmitter.HeightMetres, 10, 150, "m");
            Require(problems, new($"trạm phát {transmitter.Id}: tần số", $"transmitter {transmitter.Id}: frequency"), transmitter.FrequencyMegahertz, 500, 7_000, "MHz");
            Require(problems, new($"trạm phát {transmitter.Id}: EIRP trên mỗi phần tử tài nguyên", $"transmitter {transmitter.Id}: EIRP per resource element"), transmitter.EirpDbm, -50, 80, "dBm");
            Require(problems, new($"trạm phát {transmitter.Id}: tọa độ đông", $"transmitter {transmitter.Id}: easting"), transmitter.X, -1e7, 1e7, "m");
            Require(problems, new($"trạm phát {transmitter.Id}: tọa độ bắc", $"transmitter {transmitter.Id}: northing"), transmitter.Y, -1e7, 2e7, "m");
        }

        return problems;
    }

    private static void Require(List<BilingualText> problems, BilingualText what, double value, double least, double most, string unit)
    {
        var isInside = value >= least && value <= most;
        if (!isInside)
            problems.Add(new(
                string.Create(CultureInfo.InvariantCulture, $"{what.Vi} là {value} {unit}; được phép từ {least} đến {most} {unit}"),
                string.Create(CultureInfo.InvariantCulture, $"{what.En} is {value} {unit}; allowed are {least} to {most} {unit}")));
    }
}
