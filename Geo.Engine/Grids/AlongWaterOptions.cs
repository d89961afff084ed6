namespace Geo.Engine.Grids;

/// <summary>How station values are carried along water and from it over land.</summary>
public sealed record AlongWaterOptions
{
    /// <summary>The exponent of the distance through water, greater than 0, at most 16. Default 2.</summary>
    public double Power { get; init; } = 2;

    /// <summary>Stations farther away through water than this do not count, metres, greater than 0. Default: no limit.</summary>
    public double MaxWaterMetres { get; init; } = double.PositiveInfinity;

    /// <summary>A station farther than this from any water cell is left out, metres, at least 0. Default 2 500: positions are often read off names.</summary>
    public double MaxStationMetres { get; init; } = 2_500;

    /// <summary>Land farther than this from water with a value is NaN, metres, at least 0. Default 5 000.</summary>
    public double MaxOverlandMetres { get; init; } = 5_000;

    /// <summary>Side of the cells that distances through water are measured on, metres; never less than the water grid's own. Default 120.</summary>
    public double DistanceCellMetres { get; init; } = 120;
}
