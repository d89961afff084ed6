namespace Geo.Engine.Grids;

/// <summary>Values of stations carried to every cell.</summary>
public static class Interpolation
{
    /// <summary>
    /// Inverse-distance weighting: sum(v d^-p) / sum(d^-p) over the stations within reach of the cell's centre; the station's own value at distance 0
    /// (the first one on a tie). Never leaves the range of the stations. NaN where no station is within reach.
    /// </summary>
    /// <remarks>Source: D. Shepard, A two-dimensional interpolation function for irregularly-spaced data, 1968.</remarks>
    public static Grid<float> InverseDistance(
        GridFrame frame, IReadOnlyList<StationValue> stations, InverseDistanceOptions options, int threads, CancellationToken cancellation) =>
        throw new NotSupportedException($"{frame} {stations} {options} {threads} {cancellation}");

    /// <summary>Values carried through water cells (non-zero in <paramref name="water"/>) and from the nearest of them over land.</summary>
    public static Grid<float> AlongWater(
        Grid<byte> water, IReadOnlyList<StationValue> stations, AlongWaterOptions options, int threads, CancellationToken cancellation) =>
        throw new NotSupportedException($"{water} {stations} {options} {threads} {cancellation}");
}
