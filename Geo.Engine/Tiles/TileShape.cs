namespace Geo.Engine.Tiles;

/// <summary>What was drawn of a geometry, in units of the tile.</summary>
/// <param name="Type">1 for points, 2 for lines, 3 for polygons, 0 when the geometry is empty.</param>
/// <param name="Size">Area of polygons, length of lines, 0 for points: of the whole, also beyond the tile.</param>
/// <param name="Least">Left and top of the whole.</param>
/// <param name="Most">Right and bottom of the whole.</param>
public readonly record struct TileShape(int Type, double Size, TilePlace Least, TilePlace Most)
{
    /// <summary>The middle of its box.</summary>
    public TilePlace Middle => new((Least.X + Most.X) / 2, (Least.Y + Most.Y) / 2);

    /// <summary>Whether it is no wider and no higher than so many units.</summary>
    public bool FitsInto(double units) => Most.X - Least.X <= units && Most.Y - Least.Y <= units;
}
