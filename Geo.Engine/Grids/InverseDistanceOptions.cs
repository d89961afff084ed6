namespace Geo.Engine.Grids;

/// <summary>How stations are weighed by distance.</summary>
public sealed record InverseDistanceOptions
{
    /// <summary>The exponent of distance, greater than 0, at most 16. Default 2.</summary>
    public double Power { get; init; } = 2;

    /// <summary>Stations farther away than this do not count, metres, greater than 0; a cell without any is NaN. Default: no limit.</summary>
    public double MaxDistanceMetres { get; init; } = double.PositiveInfinity;
}
