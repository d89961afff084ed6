using Geo.Engine.Grids.Surfaces;

namespace Geo.Engine.Grids;

/// <summary>Values of stations carried to every cell.</summary>
public static class Interpolation
{
    /// <summary>
    /// Inverse-distance weighting: sum(v d^-p) / sum(d^-p) over the stations within reach of the cell's centre. A cell less than a millimetre from a
    /// station has its value (the mean of stations at one place). Never leaves the range of the stations. NaN where none is within reach.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArgumentException">A station is not finite.</exception>
    /// <remarks>Source: D. Shepard, A two-dimensional interpolation function for irregularly-spaced data, 1968.</remarks>
    public static Grid<float> InverseDistance(
        GridFrame frame, IReadOnlyList<StationValue> stations, InverseDistanceOptions options, int threads, CancellationToken cancellation) =>
        new InverseDistanceSurface(frame, stations, options).ToGrid(threads, cancellation);

    /// <summary>
    /// Values carried through water (non-zero cells of <paramref name="water"/>), as salinity is: each station starts at the nearest water cell,
    /// distances run through water only, and water cells get the inverse-distance mean over the stations that water connects them with. Every other
    /// cell takes, undiminished, the value of the nearest cell that has one, up to <see cref="AlongWaterOptions.MaxOverlandMetres"/>; NaN beyond.
    /// Stations too far from water are left out. Works on cells of <see cref="AlongWaterOptions.DistanceCellMetres"/>, water where any of their
    /// part is, with straight lines between their centres: shores and dykes narrower than that are not seen. Never leaves the range of the stations.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArgumentException">A station is not finite.</exception>
    /// <remarks>
    /// Source: the weights of Shepard 1968 on ways through water (Little et al., Kriging in estuaries: as the crow flies, or as the fish swims?, 1997);
    /// ways by Borgefors' 5-7-11 steps, within 2 percent of the Euclidean length.
    /// </remarks>
    public static Grid<float> AlongWater(
        Grid<byte> water, IReadOnlyList<StationValue> stations, AlongWaterOptions options, int threads, CancellationToken cancellation) =>
        Resampling.BilinearWithin(AlongWaterCoarse(water, stations, options, threads, cancellation), water.Frame, threads, cancellation);

    /// <summary>The same on the cells that distances are measured on, before it is laid on the water's own by <see cref="ResamplingRule.BilinearWithin"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArgumentException">A station is not finite.</exception>
    public static Grid<float> AlongWaterCoarse(
        Grid<byte> water, IReadOnlyList<StationValue> stations, AlongWaterOptions options, int threads, CancellationToken cancellation)
    {
        RequirePositive(options.MaxWaterMetres, nameof(options.MaxWaterMetres));
        RequirePositive(options.DistanceCellMetres, nameof(options.DistanceCellMetres));
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxStationMetres);
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxOverlandMetres);
        Require(options.Power, stations);
        return AlongWaterField.Compute(water, stations, options, threads, cancellation);
    }

    /// <summary>Refuses an exponent out of range and stations that are not finite.</summary>
    internal static void Require(double power, IReadOnlyList<StationValue> stations)
    {
        RequirePositive(power, nameof(power));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(power, 16);
        foreach (var station in stations)
        {
            if (!double.IsFinite(station.X) || !double.IsFinite(station.Y) || !float.IsFinite(station.Value))
                throw new ArgumentException($"{station} is not finite", nameof(stations));
        }
    }

    /// <summary>Refuses NaN, 0 and less.</summary>
    internal static void RequirePositive(double value, string name)
    {
        if (double.IsNaN(value))
            throw new ArgumentOutOfRangeException(name, value, "NaN is no number");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, name);
    }
}
