using Geo.Engine.Grids;

namespace Geo.Engine.Radio.Calibration;

/// <summary>The rural macro model with a calibration: what every cell would have if all levels were shifted as they are there.</summary>
public static class CalibratedMap
{
    /// <summary>Computes a map on the frame of the offsets.</summary>
    /// <param name="transmitters">The transmitters.</param>
    /// <param name="settings">Threshold and surroundings.</param>
    /// <param name="offsets">What is added to levels in each cell, dB; a handful of different values.</param>
    /// <param name="threads">Most threads to use.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">As <see cref="CoverageMap.Compute"/>.</exception>
    public static CoverageMap Compute(IReadOnlyList<Transmitter> transmitters, CoverageSettings settings, Grid<float> offsets, int threads, CancellationToken cancellation)
    {
        var different = offsets.Cells.ToArray().Distinct().Order().ToArray();
        var map = Shifted(different[0]);
        foreach (var offset in different.Skip(1))
        {
            var other = Shifted(offset);
            for (var i = 0; i < offsets.Cells.Length; i++)
                if (offsets.Cells[i] == offset)
                    (map.SignalDbm.Cells[i], map.Probability.Cells[i], map.BestServer.Cells[i]) = (other.SignalDbm.Cells[i], other.Probability.Cells[i], other.BestServer.Cells[i]);
        }
        return map;

        CoverageMap Shifted(float offset) => CoverageMap.Compute(offsets.Frame, transmitters, settings with { ExtraLossDb = settings.ExtraLossDb - offset }, threads, cancellation);
    }
}
