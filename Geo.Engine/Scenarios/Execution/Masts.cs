using Geo.Engine.Radio;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Reads transmitters out of a layer of masts.</summary>
internal static class Masts
{
    /// <summary>The columns a layer of masts must have, all but the first numbers.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["site", "height_m", "frequency_mhz", "eirp_re_dbm"];

    /// <summary>The numbers it must have for a computation over known ground; the band says the frequency.</summary>
    public static IReadOnlyList<string> ColumnsOverGround { get; } = ["height_m", "eirp_re_dbm"];

    /// <summary>One transmitter for each row.</summary>
    public static IReadOnlyList<Transmitter> Of(Measure.Coverage measure, ScenarioInputs inputs)
    {
        var transmitters = new List<Transmitter>();
        foreach (var (feature, point) in inputs.Features(measure.Masts))
            transmitters.Add(new Transmitter(
                $"{inputs.Text(measure.Masts, feature, "site")} (feature {feature.Id})",
                point.InteriorPoint.X,
                point.InteriorPoint.Y,
                inputs.Number(measure.Masts, feature, "height_m"),
                inputs.Number(measure.Masts, feature, "frequency_mhz"),
                inputs.Number(measure.Masts, feature, "eirp_re_dbm"),
                inputs.Text(measure.Masts, feature, "band")));
        return transmitters;
    }

    /// <summary>What the coverage map assumes.</summary>
    public static CoverageSettings Settings(RadioSettings radio) => new()
    {
        ThresholdDbm = radio.ThresholdDbm,
        ReceiverHeightMetres = radio.ReceiverHeightMetres,
        MaxRadiusMetres = radio.ReachMetres,
    };
}
