namespace Geo.Engine.Grids.Surfaces;

/// <summary>A straight piece of a line, or a point when it ends where it begins, with its weight.</summary>
/// <param name="X1">Easting of its beginning, metres.</param>
/// <param name="Y1">Northing of its beginning, metres.</param>
/// <param name="X2">Easting of its end, metres.</param>
/// <param name="Y2">Northing of its end, metres.</param>
/// <param name="Weight">How much it counts: a number for a point, a factor of its length for a line.</param>
public readonly record struct DensitySegment(double X1, double Y1, double X2, double Y2, double Weight)
{
    /// <summary>Whether it is a point.</summary>
    public bool IsPoint => X1 == X2 && Y1 == Y2;
}
