namespace Geo.Engine.Geodesy;

/// <summary>An axis-parallel box, closed on all sides, in the units of the coordinate system it is used with.</summary>
/// <param name="MinX">Smallest longitude (degrees) or easting (metres).</param>
/// <param name="MinY">Smallest latitude (degrees) or northing (metres).</param>
/// <param name="MaxX">Largest longitude or easting; not less than <paramref name="MinX"/>.</param>
/// <param name="MaxY">Largest latitude or northing; not less than <paramref name="MinY"/>.</param>
public readonly record struct Extent(double MinX, double MinY, double MaxX, double MaxY)
{
    /// <summary>Width in the units of the coordinate system.</summary>
    public double Width => MaxX - MinX;

    /// <summary>Height in the units of the coordinate system.</summary>
    public double Height => MaxY - MinY;

    /// <summary>Whether the two closed boxes share at least one point. False when any ordinate is NaN.</summary>
    public bool Intersects(Extent other) =>
        MinX <= other.MaxX && other.MinX <= MaxX && MinY <= other.MaxY && other.MinY <= MaxY;

    /// <summary>The smallest box that holds both.</summary>
    public Extent Union(Extent other) =>
        new(Math.Min(MinX, other.MinX), Math.Min(MinY, other.MinY), Math.Max(MaxX, other.MaxX), Math.Max(MaxY, other.MaxY));

    /// <summary>The box grown by <paramref name="distance"/> (same units) on every side.</summary>
    public Extent Grow(double distance) => new(MinX - distance, MinY - distance, MaxX + distance, MaxY + distance);
}
